namespace TrustFund.Reconciliation.Statements;

/// <summary>What the reader took a line of a document for.</summary>
public enum LineRole
{
    /// <summary>Nothing is printed on it.</summary>
    Blank,

    /// <summary>It only rules off the lines around it.</summary>
    Rule,

    /// <summary>It belongs to the title above a table.</summary>
    Title,

    /// <summary>It states the currency or the unit of the amounts.</summary>
    Unit,

    /// <summary>It heads the columns of a table.</summary>
    Heading,

    /// <summary>It is a caption without amounts: of a part of the table, or of the amounts on the lines below.</summary>
    Caption,

    /// <summary>It holds figures.</summary>
    Figures,

    /// <summary>It is part of a note.</summary>
    Note,

    /// <summary>It is text before or after the tables.</summary>
    Text,

    /// <summary>It could not be read; a problem says why.</summary>
    Unread,
}

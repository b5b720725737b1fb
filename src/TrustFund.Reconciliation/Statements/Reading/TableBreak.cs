namespace TrustFund.Reconciliation.Statements;

/// <summary>What lines between figures do to a table.</summary>
internal enum TableBreak
{
    /// <summary>The table goes on; the lines are captions of its parts.</summary>
    None,

    /// <summary>The table goes on on another page, where its title or headings are printed once more.</summary>
    NewPage,

    /// <summary>Another table begins.</summary>
    NewTable,
}

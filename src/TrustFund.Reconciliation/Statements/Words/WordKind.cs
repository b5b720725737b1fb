namespace TrustFund.Reconciliation.Statements;

/// <summary>What a word of accounts says of the line or column it stands in; the lists are in <c>words.json</c>.</summary>
internal enum WordKind
{
    /// <summary>The line sums up others.</summary>
    Total,

    /// <summary>The line numbers a page or says that a table goes on.</summary>
    Page,

    /// <summary>The column refers to notes, tables or lines; it is the whole heading.</summary>
    Reference,
}

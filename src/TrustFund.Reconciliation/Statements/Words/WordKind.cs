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

    /// <summary>The column counts what the amounts beside it pay for; it is the whole heading.</summary>
    Count,

    /// <summary>An amount that is not known yet; it is the whole cell.</summary>
    Pending,

    /// <summary>A balance at the beginning.</summary>
    Opening,

    /// <summary>A balance is what it was before and what was put right in it.</summary>
    Restated,

    /// <summary>A balance at the end.</summary>
    Closing,

    /// <summary>What is left of one amount after another.</summary>
    Net,

    /// <summary>The line is taken off, though it may be printed without a sign.</summary>
    Deducted,

    /// <summary>What comes in.</summary>
    Income,

    /// <summary>What goes out.</summary>
    Expense,

    /// <summary>What is owed.</summary>
    Liability,

    /// <summary>The line is part of another and in no sum of its own.</summary>
    PartOf,

    /// <summary>A quotient, not an amount.</summary>
    Share,

    /// <summary>An amount, though it speaks of a rate or share: what changed with a rate of exchange, a share of a result.</summary>
    RateAmount,

    /// <summary>The debit side.</summary>
    Debit,

    /// <summary>The credit side.</summary>
    Credit,

    /// <summary>The amounts run from the beginning of the year.</summary>
    Cumulative,

    /// <summary>The amounts are what was planned, and not what was.</summary>
    Planned,

    /// <summary>The first month of a year.</summary>
    FirstMonth,

    /// <summary>Another month.</summary>
    LaterMonth,

    /// <summary>All that is owned.</summary>
    TotalAssets,

    /// <summary>All that is owed and what is left, which together are all that is owned.</summary>
    Claims,

    /// <summary>A note lists all that a line is made of.</summary>
    ConsistsOf,

    /// <summary>More follows: no caption ends in it.</summary>
    Linking,
}

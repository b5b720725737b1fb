namespace TrustFund.Sqlite;

/// <summary>Classes of entries whose balances are kept apart, by the numbers in the tables.</summary>
internal enum BalanceClass
{
    /// <summary>Any entry but those below.</summary>
    Ordinary = 1,

    /// <summary>Restatements, where they were posted.</summary>
    RestatementAsPosted = 2,

    /// <summary>Closing entries.</summary>
    Closing = 3,

    /// <summary>Restatements, at the end of the period that they restate.</summary>
    RestatementAsRestated = 4,
}

namespace TrustFund.Storage;

/// <summary>What can happen to books besides an entry. The numbers are part of what is stored and hashed.</summary>
public enum BooksEventKind
{
    /// <summary>Accounts, funds, donors or settings were registered.</summary>
    Registration = 1,

    /// <summary>A period of a fund was closed.</summary>
    PeriodClosed = 2,

    /// <summary>A period of a fund that was closed or closing was opened again.</summary>
    PeriodReopened = 3,

    /// <summary>A period of a fund began to close: ordinary entries stop, adjusting entries go on.</summary>
    PeriodClosing = 4,

    /// <summary>An edition of a statement was registered.</summary>
    StatementRegistered = 5,

    /// <summary>A fund was closed for good.</summary>
    FundClosed = 6,
}

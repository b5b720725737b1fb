namespace TrustFund.Storage;

/// <summary>What can happen to books besides an entry. The numbers are part of what is stored and hashed.</summary>
public enum BooksEventKind
{
    /// <summary>Accounts, funds, donors or settings were registered.</summary>
    Registration = 1,

    /// <summary>A period of a fund was closed.</summary>
    PeriodClosed = 2,

    /// <summary>A closed period of a fund was opened again.</summary>
    PeriodReopened = 3,

    /// <summary>A statement was registered as it was published.</summary>
    StatementRegistered = 5,
}

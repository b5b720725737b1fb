namespace TrustFund.Storage;

/// <summary>Why the books refuse something, in the order in which the reasons are looked for.</summary>
public enum RefusalReason
{
    /// <summary>An account, fund, donor or setting is there with other contents.</summary>
    MasterDataDiffers,

    /// <summary>A posting names an account that is not registered as it stands there.</summary>
    UnknownAccount,

    /// <summary>A posting names a fund that is not registered as it stands there.</summary>
    UnknownFund,

    /// <summary>A posting names a donor that is not registered as it stands there.</summary>
    UnknownDonor,

    /// <summary>An entry of that id is there with other contents.</summary>
    ConflictingEntry,

    /// <summary>A reversal names an entry that is not there.</summary>
    UnknownReversedEntry,

    /// <summary>A reversal does not take back every posting of the entry it names.</summary>
    ReversalDiffers,

    /// <summary>The entry that a reversal names is reversed already.</summary>
    ReversedTwice,

    /// <summary>An entry is dated in a period of its fund that is closed, or closing and takes none of its kind.</summary>
    PeriodClosed,

    /// <summary>The fund is closed for good.</summary>
    FundClosed,

    /// <summary>The journal has moved on since a change of a period was worked out.</summary>
    BooksMovedOn,

    /// <summary>A period to be opened again is neither closed nor closing.</summary>
    PeriodOpen,

    /// <summary>A period is opened again only where no later one of the fund is closed.</summary>
    LaterPeriodClosed,

    /// <summary>A journal can be restored into empty books only.</summary>
    BooksNotEmpty,

    /// <summary>An entry to be restored is not the next of its chain: number, recorded instant or hash does not fit.</summary>
    BrokenChain,

    /// <summary>A statement of that symbol and language is registered with another document or other particulars.</summary>
    EditionDiffers,

    /// <summary>A corrigendum names an edition that is not registered.</summary>
    UnknownEdition,

    /// <summary>A statement was made from other books.</summary>
    OtherBooks,
}

namespace TrustFund.Practice;

/// <summary>The populations of a journal that auditors draw their tests from.</summary>
public enum Population
{
    /// <summary>Made by hand at the ledger: opening, adjusting, reversal and restatement entries, and ordinary ones with neither reference nor voucher.</summary>
    Manual,

    /// <summary>Recorded after a period that holds their date had been closed for one of their funds; closing entries apart.</summary>
    AfterClose,

    /// <summary>Recorded more than <see cref="PopulationLimits.BackDatedDays"/> days after their posting date, in UTC.</summary>
    BackDated,

    /// <summary>Of which a posting is a whole multiple of <see cref="PopulationLimits.RoundTo"/>.</summary>
    RoundAmounts,

    /// <summary>Whose description has fewer than <see cref="PopulationLimits.Letters"/> letters, or only repeats id or reference.</summary>
    NoDescription,

    /// <summary>That post to an account that at most <see cref="PopulationLimits.SeldomEntries"/> of the entries looked at post to.</summary>
    SeldomUsedAccounts,

    /// <summary>That name no approver, or were approved by who prepared them.</summary>
    Unapproved,

    /// <summary>Dated in the last <see cref="PopulationLimits.PeriodEndDays"/> days of a year of one of their funds; closing entries apart.</summary>
    YearEnd,

    /// <summary>Dated on a Saturday or Sunday.</summary>
    Weekend,

    /// <summary>Of kind opening.</summary>
    Opening,

    /// <summary>Of kind adjusting.</summary>
    Adjusting,

    /// <summary>Of kind reversal.</summary>
    Reversal,

    /// <summary>Of kind restatement.</summary>
    Restatement,

    /// <summary>Of kind closing.</summary>
    Closing,
}

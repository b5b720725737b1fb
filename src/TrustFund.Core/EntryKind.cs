namespace TrustFund;

/// <summary>What a journal entry is for. The numbers are part of what is stored and hashed.</summary>
public enum EntryKind
{
    /// <summary>Takes balances on, once, dated the day before the first period.</summary>
    Opening = 1,

    /// <summary>A transaction or event of the period.</summary>
    Ordinary = 2,

    /// <summary>An adjustment made in closing the period.</summary>
    Adjusting = 3,

    /// <summary>Takes back an entry posted before.</summary>
    Reversal = 4,

    /// <summary>Corrects an earlier period that has been reported, and names it.</summary>
    Restatement = 5,

    /// <summary>Carries revenue and expense of a period to net assets.</summary>
    Closing = 6,
}

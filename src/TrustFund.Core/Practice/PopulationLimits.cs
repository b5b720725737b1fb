namespace TrustFund.Practice;

/// <summary>From where on an entry belongs to a population. The defaults are a beginning, to be set by who draws the sample.</summary>
public sealed record PopulationLimits
{
    /// <summary>After how many days an entry is back-dated: 30.</summary>
    public int BackDatedDays { get; init; } = 30;

    /// <summary>What round amounts are multiples of, in units of their currency: 1000.</summary>
    public decimal RoundTo { get; init; } = 1000;

    /// <summary>How many letters make a description: 5.</summary>
    public int Letters { get; init; } = 5;

    /// <summary>How many entries an account that is seldom used has at most: 3.</summary>
    public int SeldomEntries { get; init; } = 3;

    /// <summary>How many days before its end belong to the end of a year: 5.</summary>
    public int PeriodEndDays { get; init; } = 5;
}

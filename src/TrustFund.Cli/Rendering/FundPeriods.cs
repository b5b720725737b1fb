using TrustFund.Storage;

namespace TrustFund.Cli.Rendering;

/// <summary>A fund's years, and those of its months that were closed on their own.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Periods">The years in order, each followed by its months.</param>
/// <param name="Closed">The event that closed the fund; null where it is open.</param>
internal sealed record FundPeriods(Fund Fund, IReadOnlyList<PeriodHistory> Periods, PostedEvent? Closed);

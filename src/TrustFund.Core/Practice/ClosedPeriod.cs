namespace TrustFund.Practice;

/// <summary>That a period of a fund was closed, and when in the journal.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Period">The period.</param>
/// <param name="After">The sequence number of the last entry before the close.</param>
public sealed record ClosedPeriod(Code<Fund> Fund, ReportingPeriod Period, long After);

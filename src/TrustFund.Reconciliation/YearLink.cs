namespace TrustFund.Reconciliation;

/// <summary>A statement in a chain of years, and the one before it.</summary>
/// <param name="Year">The statement.</param>
/// <param name="Prior">The statement of the year before; null where there is none.</param>
/// <param name="NotTied">Why there is none, in a sentence; null where it is the first of its fund, or tied.</param>
public sealed record YearLink(YearStatement Year, YearStatement? Prior, string? NotTied);

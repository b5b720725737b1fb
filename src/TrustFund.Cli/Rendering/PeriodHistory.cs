using TrustFund.Storage;

namespace TrustFund.Cli.Rendering;

/// <summary>A year or month of a fund, its state, and every event that led there.</summary>
/// <param name="Period">The year or month.</param>
/// <param name="State">Its state now.</param>
/// <param name="Events">Its closes, soft closes and reopenings, in order.</param>
internal sealed record PeriodHistory(FundPeriod Period, PeriodState State, IReadOnlyList<PostedEvent> Events);

namespace TrustFund.Storage;

/// <summary>What came of registering a statement.</summary>
/// <param name="Number">The number of the event that registered it; 0 where it was refused.</param>
/// <param name="IsNew">Whether it was registered now; it may have been already.</param>
/// <param name="Refusals">Why it was not registered; empty where nothing was refused.</param>
public sealed record EditionResult(long Number, bool IsNew, IReadOnlyList<Refusal> Refusals);

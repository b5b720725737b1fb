namespace TrustFund;

/// <summary>What one entry did to a figure.</summary>
/// <param name="Posted">The entry.</param>
/// <param name="Amount">What it added to the figure; never nil.</param>
public sealed record EntryEffect(PostedEntry Posted, Money Amount);

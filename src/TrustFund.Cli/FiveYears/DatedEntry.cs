using NodaTime;

namespace TrustFund.Cli.FiveYears;

/// <summary>An entry of the sample and when it is recorded.</summary>
/// <param name="Recorded">The instant.</param>
/// <param name="Entry">The entry.</param>
internal sealed record DatedEntry(Instant Recorded, JournalEntry Entry);

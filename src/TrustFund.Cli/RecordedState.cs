using NodaTime;

namespace TrustFund.Cli;

/// <summary>The books as they were recorded through an entry.</summary>
/// <param name="Named">How the command line named it; null where it is what is recorded now.</param>
/// <param name="Sequence">The number of the last entry; 0 for none.</param>
/// <param name="Recorded">When that entry was recorded; null where there is none.</param>
internal sealed record RecordedState(string? Named, long Sequence, Instant? Recorded)
{
    internal KnownAt KnownAt => new(FormattableString.Invariant($"#{Sequence}"), null, Sequence);
}

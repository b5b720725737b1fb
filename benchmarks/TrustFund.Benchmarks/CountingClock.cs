using NodaTime;

namespace TrustFund.Benchmarks;

/// <summary>A clock on which a second passes with every look.</summary>
internal sealed class CountingClock : IClock
{
    private Instant _now = Instant.FromUtc(2025, 1, 1, 0, 0);

    public Instant GetCurrentInstant() => _now += Duration.FromSeconds(1);
}

using NodaTime;

namespace TrustFund.Sqlite.Tests;

/// <summary>A clock that tells what the test sets it to.</summary>
internal sealed class FakeClock : IClock
{
    internal Instant Now { get; set; } = Instant.FromUtc(2017, 1, 15, 9, 30);

    public Instant GetCurrentInstant() => Now;
}

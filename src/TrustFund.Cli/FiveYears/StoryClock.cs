using NodaTime;

namespace TrustFund.Cli.FiveYears;

/// <summary>Tells the instants of the sample's story, so that its books are the same on every machine and day.</summary>
internal sealed class StoryClock : IClock
{
    internal Instant Now { get; set; }

    public Instant GetCurrentInstant() => Now;
}

using NodaTime;

namespace TrustFund.Sqlite;

/// <summary>An instant as the tables hold it: seconds since 1970 and nanoseconds of the second.</summary>
internal static class Recorded
{
    internal static (long Seconds, long Nanoseconds) Split(Instant recorded)
    {
        var seconds = recorded.ToUnixTimeSeconds();
        return (seconds, (recorded - Instant.FromUnixTimeSeconds(seconds)).ToInt64Nanoseconds());
    }

    internal static Instant Of(long seconds, long nanoseconds) =>
        Instant.FromUnixTimeSeconds(seconds) + Duration.FromNanoseconds(nanoseconds);
}

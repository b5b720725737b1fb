using NodaTime;

namespace TrustFund.Cli.Tests;

/// <summary>Runs the tool as a user would, in this process, with a clock that stands still.</summary>
internal static class Tool
{
    private static readonly Instant Now = Instant.FromUtc(2017, 3, 31, 12, 0);

    internal sealed record Result(int Exit, string Output, string Error);

    internal static Task<Result> RunAsync(params string[] arguments) => RunAtAsync(Now, arguments);

    /// <summary>The same at a terminal of so many characters.</summary>
    internal static Task<Result> RunOnPageAsync(int page, params string[] arguments) => RunAsync(Now, page, arguments);

    /// <summary>The same at an instant.</summary>
    internal static Task<Result> RunAtAsync(Instant now, params string[] arguments) => RunAsync(now, null, arguments);

    private static async Task<Result> RunAsync(Instant now, int? page, string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = await CommandLine.RunAsync(arguments, new Terminal(output, error, new StandingClock(now), isInteractive: false, page));
        return new Result(exit, output.ToString(), error.ToString());
    }

    internal sealed class StandingClock(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}

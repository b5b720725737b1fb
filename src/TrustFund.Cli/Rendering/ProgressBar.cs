using System.Globalization;
using NodaTime;
using Spectre.Console;

namespace TrustFund.Cli.Rendering;

/// <summary>Shows on a terminal how far long work has come: items, rate, time left. Gone when the work is done.</summary>
internal static class ProgressBar
{
    /// <summary>Does some work and shows how far it is.</summary>
    /// <param name="console">The terminal.</param>
    /// <param name="clock">Tells how fast it goes.</param>
    /// <param name="unit">What is counted, in the plural.</param>
    /// <param name="whole">How much the whole is.</param>
    /// <param name="work">The work, told where to report to.</param>
    internal static Task RunAsync(IAnsiConsole console, IClock clock, string unit, long whole, Func<Progress, Task> work) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask(unit, maxValue: Math.Max(whole, 1));
                var start = clock.GetCurrentInstant();
                return work(new Progress((count, done) =>
                {
                    task.Description = Description(count, unit, clock.GetCurrentInstant() - start);
                    task.Value = done;
                }));
            });

    internal static string Description(long count, string unit, Duration elapsed)
    {
        var milliseconds = Math.Max((long)elapsed.ToInt64Nanoseconds() / 1_000_000, 1);
        return string.Create(CultureInfo.InvariantCulture, $"{count:N0} {unit}, {(Int128)count * 1000 / milliseconds:N0} a second");
    }
}

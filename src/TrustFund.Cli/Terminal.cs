using NodaTime;
using Spectre.Console;
using TrustFund.Cli.Rendering;

namespace TrustFund.Cli;

/// <summary>
/// Where a command reads the time and writes: reports to standard output, messages to standard error.
/// Tests give their own.
/// </summary>
internal sealed class Terminal(TextWriter output, TextWriter error, IClock clock, bool isInteractive, int? page = null)
{
    /// <summary>How many characters a line of a report has where the output is no terminal, and a line of prose at the most.</summary>
    internal const int Width = 100;

    /// <summary>How many characters a line of a wide table has where the output is no terminal.</summary>
    internal const int WidePage = 120;

    /// <summary>The narrowest page that anything is laid out for.</summary>
    internal const int NarrowestPage = 40;

    /// <summary>How many characters a line of a wide table has.</summary>
    internal int Page { get; } = page ?? WidePage;

    /// <summary>Whether reports go to a terminal, where messages stand below them.</summary>
    internal bool IsPage { get; } = page is not null;

    /// <summary>How many characters a line of a report has that is filed with the working papers.</summary>
    internal int Paper { get; } = page ?? Width;

    internal TextWriter Output { get; } = output;

    internal TextWriter Error { get; } = error;

    internal IClock Clock { get; } = clock;

    /// <summary>Whether progress may be shown: standard error is a terminal.</summary>
    internal bool IsInteractive { get; } = isInteractive;

    /// <summary>Writes a report in the format asked for; only that one is made.</summary>
    internal void Report(OutputFormat format, Func<string> text, Func<string> json, Func<string> csv) =>
        Report(format, output => output.Write(text()), output => output.Write(json()), output => output.Write(csv()));

    /// <summary>Lets a report that may be long write itself in the format asked for.</summary>
    internal void Report(OutputFormat format, Action<TextWriter> text, Action<TextWriter> json, Action<TextWriter> csv)
    {
        var write = format switch
        {
            OutputFormat.Json => json,
            OutputFormat.Csv => csv,
            _ => output => WritePlain(output, text),
        };
        write(Output);
    }

    private static void WritePlain(TextWriter output, Action<TextWriter> text)
    {
        using var plain = new PlainText(output);
        text(plain);
    }

    /// <summary>Does long work and shows how far it is, where there is a terminal to show it on.</summary>
    internal Task ProgressAsync(string unit, long whole, Func<Progress, Task> work) => IsInteractive
        ? ProgressBar.RunAsync(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) }), Clock, unit, whole, work)
        : work(new Progress(null));

    internal void Message(string text)
    {
        try
        {
            Error.WriteLine(PlainText.Of(text));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Nobody is there to be told; the exit code still says it.
        }
    }
}

using NodaTime;
using Spectre.Console;

namespace TrustFund.Cli;

/// <summary>
/// Where a command reads the time and writes: reports to standard output, messages to standard error.
/// Tests give their own.
/// </summary>
internal sealed class Terminal(TextWriter output, TextWriter error, IClock clock, bool isInteractive)
{
    internal const int Width = 100;

    internal TextWriter Output { get; } = output;

    internal TextWriter Error { get; } = error;

    internal IClock Clock { get; } = clock;

    /// <summary>Whether progress may be shown: standard error is a terminal.</summary>
    internal bool IsInteractive { get; } = isInteractive;

    /// <summary>Writes a table: at most <see cref="Width"/> columns, no colour, no control codes, no trailing blanks.</summary>
    internal void WriteTable(Table table)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        console.Write(table);
        foreach (var line in text.ToString().ReplaceLineEndings("\n").Trim('\n').Split('\n'))
        {
            Output.WriteLine(line.TrimEnd());
        }
    }

    internal void Message(string text) => Error.WriteLine(text);
}

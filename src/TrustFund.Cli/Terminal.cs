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

    /// <summary>A console for tables: at most <see cref="Width"/> columns, no colour, no control codes.</summary>
    internal IAnsiConsole Tables()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Output),
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    internal void Message(string text) => Error.WriteLine(text);
}

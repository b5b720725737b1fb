using Spectre.Console;

namespace TrustFund.Cli.Rendering;

/// <summary>Prints a table as plain text that survives a paste: no colour, no control codes, no trailing blanks.</summary>
internal static class TableText
{
    internal static string Of(Table table, int width = Terminal.Width)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        console.Write(table);
        return string.Concat(text.ToString().ReplaceLineEndings("\n").Trim('\n').Split('\n').Select(line => line.TrimEnd() + "\n"));
    }
}

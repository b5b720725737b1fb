namespace TrustFund.Cli.Rendering;

/// <summary>Captions of rows, which break at blanks and nowhere else.</summary>
internal static class Caption
{
    private const string Indent = "      ";

    /// <summary>The lines of a caption; those after the first are set in.</summary>
    /// <param name="text">The caption.</param>
    /// <param name="width">How many characters a line holds; a longer word stands whole.</param>
    internal static List<string> Wrapped(string text, int width)
    {
        List<string> lines = [""];
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > width)
            {
                lines.Add(Indent + word);
            }
            else
            {
                lines[^1] += lines[^1].Length == 0 ? word : " " + word;
            }
        }

        return lines;
    }
}

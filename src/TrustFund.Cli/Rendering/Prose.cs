using System.Text;

namespace TrustFund.Cli.Rendering;

/// <summary>Lays sentences out on a page: lists under a heading, fields beside their names, lines broken between words.</summary>
internal static class Prose
{
    private const int HeadingWidth = 14;

    /// <summary>A heading with its items beside it; several are numbered from a first number on.</summary>
    /// <param name="text">What to append to.</param>
    /// <param name="heading">The heading.</param>
    /// <param name="items">The items; a line break in one starts a line of its own.</param>
    /// <param name="width">The width of the page.</param>
    /// <param name="first">The number of the first item; null for items without numbers.</param>
    internal static void Items(StringBuilder text, string heading, IReadOnlyList<string> items, int width, int? first)
    {
        for (var index = 0; index < items.Count; index++)
        {
            var number = first is { } start ? FormattableString.Invariant($"{start + index} ") : "";
            var label = (index == 0 ? heading.PadRight(HeadingWidth) : new string(' ', HeadingWidth)) + number;
            foreach (var line in items[index].Trim().Split('\n').SelectMany(part => Wrap(part, width - HeadingWidth - number.Length)))
            {
                text.Append(label).Append(line).Append('\n');
                label = new string(' ', label.Length);
            }
        }
    }

    /// <summary>A name, and what there is to say beside it.</summary>
    internal static void Field(StringBuilder text, string name, string value, int indent, int width)
    {
        var label = name.PadRight(indent);
        foreach (var line in value.Split('\n').SelectMany(part => Wrap(part, width - indent)))
        {
            text.Append(label).Append(line).Append('\n');
            label = new string(' ', indent);
        }
    }

    /// <summary>Breaks at plain spaces between words, never inside an amount such as 2 190 894.</summary>
    internal static IEnumerable<string> Wrap(string text, int width)
    {
        if (text.Length <= width)
        {
            yield return text;
            yield break;
        }

        var indent = text.Length - text.TrimStart(' ').Length;
        var line = new StringBuilder().Append(' ', indent);
        var isEmpty = true;
        foreach (var word in WordsOf(text.TrimStart(' ')))
        {
            if (!isEmpty && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear().Append(' ', indent);
                isEmpty = true;
            }

            line.Append(isEmpty ? "" : " ").Append(word);
            isEmpty = false;
        }

        yield return line.ToString();
    }

    private static IEnumerable<string> WordsOf(string text)
    {
        var word = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
        {
            var splitsAmount = index > 0 && index + 1 < text.Length
                && char.IsAsciiDigit(text[index - 1]) && char.IsAsciiDigit(text[index + 1])
                && index + 3 < text.Length && char.IsAsciiDigit(text[index + 2]) && char.IsAsciiDigit(text[index + 3]);
            if (text[index] == ' ' && !splitsAmount)
            {
                yield return word.ToString();
                word.Clear();
            }
            else
            {
                word.Append(text[index]);
            }
        }

        yield return word.ToString();
    }
}

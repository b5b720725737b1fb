using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// A line of text split into cells: by pipes, by tabs, by two blanks or more or a row of leader dots, or before
/// an amount at its end. Each cell knows the character it begins at. Takes time in proportion to the line.
/// </summary>
internal static partial class LineCells
{
    // The longest amount with its marker is shorter, so an amount at the end of a line is sought here only.
    private const int TailLength = 72;
    private const int LongestCaption = 320;

    /// <summary>The line in its cells; null for a line without any text.</summary>
    /// <param name="line">The line.</param>
    /// <param name="number">Its number in the document.</param>
    /// <param name="openPipes">How many pipes stand between the cells of each row, where none encloses it.</param>
    internal static TextRow? Split(string line, int number, IReadOnlySet<int>? openPipes = null)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return null;
        }

        if (OpenPipes.IsRow(line, openPipes))
        {
            return Row(line, number, Marked(Cut(line, 0, Pipe)), TextSplit.Separators);
        }

        if (IsBetweenPipes(line))
        {
            return Row(line, number, Pipes(line), TextSplit.Separators);
        }

        var indent = line.Length - line.AsSpan().TrimStart().Length;
        if (line.AsSpan(indent).TrimEnd().Contains('\t'))
        {
            return Row(line, number, Cut(line, 0, Tab), TextSplit.Separators);
        }

        var cells = WithSigns(Apart(Cut(line, indent, BlanksOrLeader)));
        if (cells.Count > 1)
        {
            return Row(line, number, cells, TextSplit.Blanks);
        }

        return AmountAtEnd(line, indent) is { } pair
            ? Row(line, number, pair, TextSplit.AmountAtEnd)
            : Row(line, number, cells, TextSplit.None);
    }

    /// <summary>Whether pipes set off the cells of a line.</summary>
    internal static bool IsBetweenPipes(string line) =>
        line.AsSpan().Trim() is ['|', ..] trimmed ? trimmed.Count('|') > 1 : line.Contains(" | ", StringComparison.Ordinal);

    /// <summary>Whether a line only rules off a part of a table: <c>|---|---:|</c>, a row of dashes.</summary>
    internal static bool IsRule(string line) =>
        IsOfRuleSigns(line)
        && (line.Contains("---", StringComparison.Ordinal) || line.Contains("===", StringComparison.Ordinal) || line.Contains("___", StringComparison.Ordinal));

    private static bool IsOfRuleSigns(string line)
    {
        foreach (var character in line)
        {
            if (!char.IsWhiteSpace(character) && character is not ('|' or ':' or '=' or '+' or '-' or '_'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether an amount stands at the end of a text that could not be told from the number before it.</summary>
    internal static bool EndsInNumbers(string text) => RunTogether().IsMatch(Tail(text.TrimEnd(), out _));

    // Amounts with a single blank between them are told apart where the blank cannot be within one of them.
    private static List<TextCell> Apart(List<TextCell> cells)
    {
        if (!cells.Exists(cell => cell.Text.Contains(' ', StringComparison.Ordinal) && !char.IsLetter(cell.Text[0]) && Run().IsMatch(cell.Text)))
        {
            return cells;
        }

        var apart = new List<TextCell>();
        foreach (var cell in cells)
        {
            var isRun = Run().IsMatch(cell.Text) && (!Grouped().IsMatch(cell.Text) || GroupedByCommas().IsMatch(cell.Text));
            foreach (var (text, start) in isRun ? InRun().Matches(cell.Text).Select(match => (match.Value, cell.Start + match.Index)) : [(cell.Text, cell.Start)])
            {
                apart.Add(new TextCell(text, start, apart.Count));
            }
        }

        return apart;
    }

    // A currency sign that stands apart, flush left in the column, belongs to its amount.
    private static List<TextCell> WithSigns(List<TextCell> cells)
    {
        if (!cells.Exists(cell => cell.Text is "$" or "€" or "£"))
        {
            return cells;
        }

        var joined = new List<TextCell>();
        for (var index = 0; index < cells.Count; index++)
        {
            var (cell, next) = (cells[index], index + 1 < cells.Count ? cells[index + 1] : default);
            var isSign = cell.Text is "$" or "€" or "£" && next.Text is { Length: > 0 } && (char.IsDigit(next.Text[0]) || next.Text[0] is '(' or '-');
            joined.Add(isSign ? new TextCell($"{cell.Text} {next.Text}", next.Start - cell.Text.Length - 1, joined.Count) : cell with { Position = joined.Count });
            index += isSign ? 1 : 0;
        }

        return joined;
    }

    private static TextRow? Row(string line, int number, List<TextCell> cells, TextSplit split) =>
        cells.Exists(cell => cell.Text.Length > 0) ? new TextRow(number, [.. cells], split) { Line = line } : null;

    private static List<TextCell> Pipes(string line)
    {
        var cells = Cut(line, 0, Pipe);
        var first = line.AsSpan().TrimStart()[0] == '|' ? 1 : 0;
        var last = line.AsSpan().TrimEnd()[^1] == '|' ? 1 : 0;
        return Marked(cells.Skip(first).SkipLast(last));
    }

    private static List<TextCell> Marked(IEnumerable<TextCell> cells) =>
        [.. cells.Select((cell, position) => Unemphasised(CellMarkup.Without(cell)) with { Position = position })];

    // Markdown prints totals in bold; its asterisks are no note markers.
    private static TextCell Unemphasised(TextCell cell)
    {
        foreach (var mark in new[] { "**", "__", "*", "_" })
        {
            if (cell.Text.Length > 2 * mark.Length && cell.Text.StartsWith(mark, StringComparison.Ordinal) && cell.Text.EndsWith(mark, StringComparison.Ordinal))
            {
                return new TextCell(cell.Text[mark.Length..^mark.Length], cell.Start + mark.Length, cell.Position);
            }
        }

        return cell;
    }

    private static int Pipe(string line, int at) => line[at] == '|' && (at == 0 || line[at - 1] != '\\') ? 1 : 0;

    private static int Tab(string line, int at) => line[at] == '\t' ? 1 : 0;

    // A run of two blanks or more, or of four dots or more with the blanks around it.
    private static int BlanksOrLeader(string line, int at)
    {
        var (end, dots) = (at, 0);
        while (end < line.Length && (char.IsWhiteSpace(line[end]) || line[end] == '.'))
        {
            dots += line[end++] == '.' ? 1 : 0;
        }

        // Two dots after blanks may be a cell that says "not available"; four dots are a leader.
        if (dots is > 0 and < 4)
        {
            for (end = at; end < line.Length && char.IsWhiteSpace(line[end]); end++)
            {
            }

            dots = 0;
        }

        return dots > 0 || end - at > 1 ? end - at : 0;
    }

    private static List<TextCell> Cut(string line, int from, Func<string, int, int> separatorAt)
    {
        var cells = new List<TextCell>();
        var end = line.AsSpan().TrimEnd().Length;
        var start = from;
        for (var at = from; at < end;)
        {
            var length = separatorAt(line, at);
            if (length > 0)
            {
                cells.Add(Trimmed(line, start, at, cells.Count));
                start = at + length;
            }

            at += Math.Max(length, 1);
        }

        cells.Add(Trimmed(line, Math.Min(start, end), end, cells.Count));
        return cells;
    }

    private static TextCell Trimmed(string line, int start, int end, int position)
    {
        while (start < end && char.IsWhiteSpace(line[start]))
        {
            start++;
        }

        return new TextCell(line[start..end].TrimEnd(), start, position);
    }

    // Groups of three digits at the end are an amount where the word before cannot be one of its groups, and
    // where the line is a caption: a sentence is longer, or leads to its amount with a preposition.
    private static List<TextCell>? AmountAtEnd(string line, int indent)
    {
        if (line.Length - indent > LongestCaption)
        {
            return null;
        }

        var tail = Tail(line, out var offset);
        var match = Ending().Match(tail);
        if (!match.Success)
        {
            return null;
        }

        var at = offset + match.Groups["amount"].Index;
        var caption = Trimmed(line, indent, at, 0);
        if (ReadingWords.IsNumbered(caption.Text) && BehindNumber().Match(match.Groups["amount"].Value) is { Success: true } behind)
        {
            at += behind.Length;
            caption = Trimmed(line, indent, at, 0);
        }

        return caption.Text is "$" or "€" or "£" || ReadingWords.IsBeforeAmount(caption.Text) ? null : [caption, Trimmed(line, at, line.Length, 1)];
    }

    private static string Tail(string line, out int offset)
    {
        var end = line.AsSpan().TrimEnd().Length;
        offset = Math.Max(0, end - TailLength);
        return line[offset..end];
    }

    // After a word a number in groups of three, one with a currency sign or a dash; after a year, which has
    // four digits and so is none of the groups, the same, and after a word that ends in a number (CP.7). After any other number only
    // commas or two decimals make it certain. Digits that no group sets off are an amount with a currency sign, where they are no
    // year, and with two decimals. A sign of currency behind them, as it stands in many languages, is beyond doubt.
    [GeneratedRegex(
        @"(?:(?<![0-9,.][ \u00A0\u2009\u202F]?)(?<=\S )|(?<=[\p{L}/][^\s,]{0,12} )|(?<=(?<![0-9,.])(?:19|20)[0-9]{2},? )|(?<=\S [0-9]{1,3} )(?=[0-9]{1,3}(?:,[0-9]{3})*\.[0-9]{2}$))"
        + @"(?<amount>\(?[-−]?(?:(?:US)?\\?[$€£] ?[-−]?(?:[0-9]{1,3}(?:[ ,\u00A0\u2009\u202F][0-9]{3})*(?:\.[0-9]+)?|(?!(?:19|20)[0-9]{2}$)[0-9]{4,12}(?:\.[0-9]+)?)"
        + @"|[0-9]{1,3}(?:[ ,\u00A0\u2009\u202F][0-9]{3})+(?:\.[0-9]+)?|(?:(?:US)?\\?[$€£] ?)?[0-9]{1,3}(?:[ .\u00A0\u2009\u202F][0-9]{3})*,[0-9]{2}"
        + @"|(?:(?:US)?\\?[$€£] ?)?[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,12}\.[0-9]{2}"
        + @"|(?:[0-9]{1,3}(?:[ .,\u00A0\u2009\u202F][0-9]{3})+|[0-9]{1,12})(?:[.,][0-9]{1,2})? ?[€£])\)?(?: ?(?:CR|Cr|DR|Dr))?|[–—])(?: ?(?:\^\w|\*+|[ᵃᵇᶜᵈᵉᶠᵍ]))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    // The number of a paragraph, and an amount of three digits or more behind it.
    [GeneratedRegex(@"^[0-9]{1,2} (?=[1-9][0-9]{2} [0-9]{3})", RegexOptions.CultureInvariant)]
    private static partial Regex BehindNumber();

    // No word fits two of its parts, so that it never goes back further than the word it fails at.
    [GeneratedRegex(@"^(?:(?:(?:[0-9]{1,2}/ )?(?:[$€£] )?\(?[-−]?[$€£]?[0-9][0-9,]*(?:\.[0-9]+)?\)?(?: [A-Z]{3})?|(?:[$€£] ?)?(?:--?|–))(?: |$)){2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Run();

    // Blanks may set off thousands here: 11 301 961.
    [GeneratedRegex(@"(?<![0-9,.])[0-9]{1,3} [0-9]{3}(?:(?![0-9,.])|(?=[.,][0-9]{1,2}(?![0-9])))", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    // Where commas do, blanks do not.
    [GeneratedRegex(@"(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])", RegexOptions.CultureInvariant)]
    private static partial Regex GroupedByCommas();

    [GeneratedRegex(@"(?:[0-9]{1,2}/ )?(?:[$€£] )?[^ ]+(?: [A-Z]{3}(?= |$))?", RegexOptions.CultureInvariant)]
    private static partial Regex InRun();

    [GeneratedRegex(@"[0-9](?:[ \u00A0\u2009\u202F]|[ )(-]+)[0-9]{1,3}(?:[ ,\u00A0\u2009\u202F][0-9]{3})+\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex RunTogether();
}

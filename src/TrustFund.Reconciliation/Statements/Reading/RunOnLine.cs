namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// A table printed in one line: captions, each followed by its amounts, one blank between all of them. Told
/// from a sentence with amounts by what stands around these: no punctuation after, no preposition before.
/// Takes time in proportion to the line.
/// </summary>
internal static class RunOnLine
{
    private const int ShortestLine = 120;
    private const int FewestRuns = 4;

    /// <summary>The lines of the table; null where the line is none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="number">Its number in the document.</param>
    internal static List<TextRow>? Split(string line, int number)
    {
        if (line.Length < ShortestLine || line.Contains(" | ", StringComparison.Ordinal) || MostRuns(line) < FewestRuns)
        {
            return null;
        }

        var tokens = TextToken.In(line);
        var runs = Runs(tokens);
        if (runs.Count < FewestRuns || runs.Count(run => !IsInSentence(tokens, run)) * 10 < runs.Count * 9)
        {
            return null;
        }

        var columns = runs.GroupBy(run => run.To - run.From).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;
        (tokens, runs) = SmallAmounts.In(tokens, runs, columns);
        var rows = new List<TextRow>();
        var from = 0;
        foreach (var run in runs)
        {
            // A reference to a note before the amounts is no amount.
            var start = run.To - run.From > columns ? run.To - columns : run.From;
            var caption = Heading(tokens, from, start, columns, line, number, rows);
            rows.Add(Amounts(tokens, caption, start, run.To, columns, line, number));
            from = run.To;
        }

        if (from < tokens.Count)
        {
            rows.Add(Words(tokens, from, tokens.Count, line, number));
        }

        return rows;
    }

    // No fewer runs than the line can have, told without taking it apart: plain amounts side by side are in one, and any other
    // word with a digit may be one or end one.
    private static int MostRuns(string line)
    {
        var (most, isInRun) = (0, false);
        for (var at = 0; at < line.Length; at++)
        {
            var start = at;
            while (at < line.Length && !char.IsWhiteSpace(line[at]))
            {
                at++;
            }

            if (line.AsSpan(start, at - start) is { Length: > 0 } word)
            {
                var isPlain = PlainAmount.Read(word, out _, out _) && !MayBeYear(word);
                most += isPlain ? (isInRun ? 0 : 1) : word.ContainsAnyInRange('0', '9') ? 1 : 0;
                isInRun = isPlain;
            }
        }

        return most;
    }

    private static bool MayBeYear(ReadOnlySpan<char> word) => word.Length == 4 && word[0] is '1' or '2';

    // Amounts one after the other, one of them beyond doubt.
    private static List<(int From, int To)> Runs(List<TextToken> tokens)
    {
        var runs = new List<(int From, int To)>();
        for (var index = 0; index < tokens.Count; index++)
        {
            var from = index;
            while (index < tokens.Count && tokens[index].MayBeAmount)
            {
                index++;
            }

            var first = from < index ? tokens.FindIndex(from, index - from, token => token.Certainty == AmountCertainty.Certain) : -1;
            if (first >= 0)
            {
                runs.Add((from, index));
            }
        }

        return runs;
    }

    private static bool IsInSentence(List<TextToken> tokens, (int From, int To) run) =>
        (run.From > 0 && ReadingWords.IsBeforeAmount(tokens[run.From - 1].Text))
        || (run.To < tokens.Count && tokens[run.To].Text[0] is ',' or ';' or '.');

    /// <summary>The words before amounts: a title and headings by year, where there are any, become lines of their own.</summary>
    /// <returns>The index at which the caption begins.</returns>
    private static int Heading(List<TextToken> tokens, int from, int to, int columns, string line, int number, List<TextRow> rows)
    {
        for (var end = to; end > from + 1; end--)
        {
            var length = 0;
            while (length < columns && end - length > from && tokens[end - length - 1].IsYear)
            {
                length++;
            }

            if (length == columns && length > 1)
            {
                AddTitle(tokens, from, end - length, line, number, rows);
                rows.Add(new TextRow(number, [new TextCell("", tokens[end - length].Start, 0), .. Cells(tokens, end - length, end, 1)], TextSplit.Counted));
                return end;
            }
        }

        return from;
    }

    // A remark in parentheses closes the table before.
    private static void AddTitle(List<TextToken> tokens, int from, int to, string line, int number, List<TextRow> rows)
    {
        if (from < to && tokens[from].Text[0] == '(' && tokens.FindIndex(from, to - from, token => token.Text[^1] == ')') is var close and >= 0)
        {
            rows.Add(Words(tokens, from, close + 1, line, number));
            from = close + 1;
        }

        if (from < to)
        {
            rows.Add(Words(tokens, from, to, line, number));
        }
    }

    private static TextRow Words(List<TextToken> tokens, int from, int to, string line, int number) =>
        new(number, [new TextCell(line[tokens[from].Start..tokens[to - 1].End], tokens[from].Start, 0)], TextSplit.None);

    private static TextRow Amounts(List<TextToken> tokens, int caption, int start, int end, int columns, string line, int number)
    {
        var words = caption < start ? line[tokens[caption].Start..tokens[start - 1].End] : "";
        return new TextRow(number, [new TextCell(words, tokens[caption].Start, 0), .. Cells(tokens, start, end, 1)], TextSplit.Counted)
        {
            IsAdrift = end - start < columns,
        };
    }

    private static IEnumerable<TextCell> Cells(List<TextToken> tokens, int from, int to, int position) =>
        tokens.GetRange(from, to - from).Select((token, index) => new TextCell(token.Text, token.Start, position + index));
}

using System.Globalization;

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

    // Where a caption is glued to the amount before it, two lines run on are enough.
    private const int FewestGlued = 2;

    // One number alone shows no order.
    private const int FewestNotes = 2;

    // From so many digits on a number is no count or number of a part.
    private const int LongNumber = 5;

    /// <summary>The lines of the table; null where the line is none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="number">Its number in the document.</param>
    internal static List<TextRow>? Split(string line, int number)
    {
        var isGlued = TextToken.RunOn(line);
        if ((line.Length < ShortestLine && !isGlued) || line.Contains(" | ", StringComparison.Ordinal) || (MostRuns(line) < FewestRuns && !isGlued))
        {
            return null;
        }

        var tokens = Joined(TextToken.In(line));
        var runs = Runs(tokens);
        if (runs.Count < (isGlued ? FewestGlued : FewestRuns) || runs.Count(run => !IsInSentence(tokens, run)) * 10 < runs.Count * 9)
        {
            return null;
        }

        var columns = WithoutNotes(tokens, runs, Columns(runs));
        (tokens, runs) = SmallAmounts.In(tokens, runs, columns);
        var rows = new List<TextRow>();
        var from = 0;
        foreach (var run in runs)
        {
            // A reference to a note before the amounts is no amount; as many amounts again are a total without a caption.
            var isTwice = columns > 1 && IsTwice(tokens, run, columns);
            var start = isTwice ? run.To - (2 * columns) : Math.Max(run.From, run.To - columns);
            var end = isTwice ? start + columns : run.To;
            var caption = Heading(tokens, from, start, columns, line, number, rows);
            rows.Add(Amounts(tokens, caption, start, end, columns, line, number));
            if (isTwice)
            {
                rows.Add(Amounts(tokens, end, end, run.To, columns, line, number));
            }

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

    // Amounts one after the other, one of them beyond doubt; and where these show how many there are to a caption, just so many,
    // or fewer that stand between captions and are too long to be the number of a note.
    private static List<(int From, int To)> Runs(List<TextToken> tokens)
    {
        var all = new List<(int From, int To)>();
        for (var index = 0; index < tokens.Count; index++)
        {
            var from = index;
            while (index < tokens.Count && tokens[index].MayBeAmount)
            {
                index++;
            }

            if (from < index)
            {
                all.Add((from, index));
            }
        }

        var sure = all.FindAll(run => tokens.FindIndex(run.From, run.To - run.From, IsSure) >= 0);
        var columns = sure.Count < FewestRuns ? 0 : Columns(sure);
        return columns == 0 ? sure : all.FindAll(run => sure.Contains(run) || (run.To - run.From == columns && (columns > 1 || IsBetweenCaptions(tokens, run)))
            || (run.To - run.From < columns && IsBetweenCaptions(tokens, run) && !tokens.GetRange(run.From, run.To - run.From).Exists(token => NoteNumbers.Bare().IsMatch(token.Text))));
    }

    private static int Columns(List<(int From, int To)> runs) =>
        runs.GroupBy(run => run.To - run.From).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;

    // Where the amounts of most captions stand behind the number of a note, and those of others are as many without one.
    private static int WithoutNotes(List<TextToken> tokens, List<(int From, int To)> runs, int columns)
    {
        var first = runs.Where(run => run.To - run.From == columns).Select(run => tokens[run.From]).ToList();
        return columns > 2 && first.Count >= FewestNotes && first.TrueForAll(token => NoteNumbers.Bare().IsMatch(token.Text) && token.Certainty != AmountCertainty.Certain)
            && first.Zip(first.Skip(1)).All(pair => Number(pair.First) < Number(pair.Second))
            && runs.Exists(run => run.To - run.From == columns - 1 || (run.To - run.From == 2 * (columns - 1) && IsTwice(tokens, run, columns - 1))) ? columns - 1 : columns;

        static int Number(TextToken token) => int.Parse(NoteNumbers.Bare().Match(token.Text).Groups["number"].Value, CultureInfo.InvariantCulture);
    }

    // As many amounts again, all beyond doubt or nil, perhaps behind the number of a note.
    private static bool IsTwice(List<TextToken> tokens, (int From, int To) run, int columns)
    {
        var more = run.To - run.From - (2 * columns);
        return more is 0 or 1 && tokens.FindIndex(run.From + more, 2 * columns, token => !IsSure(token) && token.Text != "0") < 0 && (more == 0 || NoteNumbers.Bare().IsMatch(tokens[run.From].Text));
    }

    private static bool IsSure(TextToken token) => token.Certainty == AmountCertainty.Certain || (token.Certainty == AmountCertainty.Possible && token.Text.Length >= LongNumber);

    // Behind words that number nothing, before the capital of the next caption.
    private static bool IsBetweenCaptions(List<TextToken> tokens, (int From, int To) run) => run.From > 0 && !ReadingWords.IsNumbered(tokens[run.From - 1].Text)
        && char.IsLetter(tokens[run.From - 1].Text[^1]) && (run.To == tokens.Count || char.IsUpper(tokens[run.To].Text[0]));

    // Where blanks set off thousands, the groups of each run are joined, and taken apart again into as many amounts as there are columns.
    private static List<TextToken> Joined(List<TextToken> tokens)
    {
        var tails = Tails(tokens);
        if (!BlankGroups.SetOffThousands(tails))
        {
            return tokens;
        }

        var joined = BlankGroups.Joined(tokens);
        tails = Tails(joined);
        var counts = tails.Where(tail => tail.Count > 1).CountBy(tail => tail.Count).OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key).ToList();
        if (counts.Count == 0 || BlankGroups.TakenApart(tails, counts[0].Key) is not var (columns, digits))
        {
            return joined;
        }

        return [.. Pieces(joined).SelectMany(piece => piece[0].MayBeAmount && piece.Count < columns && BlankGroups.Apart(piece, digits) is { } apart ? apart : piece)];
    }

    private static List<List<TextToken>> Tails(List<TextToken> tokens) => Pieces(tokens).FindAll(piece => piece[0].MayBeAmount);

    // The tokens in turns: words, amounts, words.
    private static List<List<TextToken>> Pieces(List<TextToken> tokens)
    {
        var pieces = new List<List<TextToken>>();
        foreach (var token in tokens)
        {
            if (pieces.Count == 0 || pieces[^1][0].MayBeAmount != token.MayBeAmount)
            {
                pieces.Add([]);
            }

            pieces[^1].Add(token);
        }

        return pieces;
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

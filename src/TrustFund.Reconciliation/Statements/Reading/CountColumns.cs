using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Budgets print beside the amounts of each year for how many months of work they pay (<c>w/m 2016 w/m 2017</c>). Texts made
/// of them leave out the empty cells of these columns, so that a total stands under a count. The headings show which columns may
/// be empty, and the numbers which of them are.
/// </summary>
internal static partial class CountColumns
{
    private const int FewestCounts = 2;
    private const int MostCells = 40;

    // What speaks against a way to put numbers under headings: a column of counts left empty, or one where another is not; a count in
    // a total, or a nil mark for one; a count for an amount; a digit by which an amount differs from the others of its column.
    private const int Empty = 2;
    private const int Mixed = 5;
    private const int TotalOfCounts = 5;
    private const int NilCount = 1;
    private const int SmallAmount = 3;
    private const int MostDigits = 3;

    // A number of fewer digits may be a count.
    private const int FewestDigits = 3;

    /// <summary>Puts the amounts of each line below such headings under them.</summary>
    /// <param name="rows">The lines of a document; null for blank ones.</param>
    internal static void Align(List<TextRow?> rows)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            if (rows[index] is { } row && HeadingsOf(row) is { } headings)
            {
                var end = rows.FindIndex(index + 1, next => next is not null && HeadingsOf(next) is not null);
                rows[index] = row with { Cells = [.. headings.Select((cell, column) => cell with { Position = column + 1 })], Split = TextSplit.Counted };
                Align(rows, index + 1, end < 0 ? rows.Count : end, headings.ConvertAll(IsCount));
            }
        }
    }

    private static bool IsCount(TextCell heading) => AccountingWords.IsCount(heading.Text);

    // From the first heading of counts on; a heading without one ends with its year, or with what stands in parentheses behind it.
    private static List<TextCell>? HeadingsOf(TextRow row)
    {
        if (row.Split == TextSplit.Counted || !row.Text.Contains(' ', StringComparison.Ordinal))
        {
            return null;
        }

        List<TextCell> cells = row.Split == TextSplit.Separators || row.Line is null
            ? [.. row.Filled]
            : [.. Heading().Matches(row.Line).Select(match => new TextCell(match.Value, match.Index, 0))];
        if (cells.FindAll(IsCount) is { Count: > 0 } known)
        {
            cells = cells.ConvertAll(cell => known.Find(count => IsMisread(cell.Text, count.Text)) is { Text: not null } read ? cell.Saying(read.Text) : cell);
        }

        var headings = cells.SkipWhile(cell => !IsCount(cell)).ToList();
        var counts = headings.Count(IsCount);
        var isOnly = counts == 1 && row.Split == TextSplit.Separators && headings.Count > FewestCounts && headings.Skip(1).All(cell => cell.Text.Split(' ').Any(PrintedAmount.IsYear));
        return (counts >= FewestCounts && counts * 2 <= headings.Count) || isOnly ? headings : null;
    }

    // One letter of it is another: other abbreviations of two letters (S/N, n/a, b/f) differ from a count by both.
    private static bool IsMisread(string heading, string count) => TwoLetters().IsMatch(heading) && heading.Length == count.Length
        && heading.Zip(count).Count(pair => char.ToLowerInvariant(pair.First) != char.ToLowerInvariant(pair.Second)) == 1;

    private static void Align(List<TextRow?> rows, int from, int to, List<bool> areCounts)
    {
        var lines = Enumerable.Range(from, to - from).Where(index => rows[index] is not null).Select(index => (Index: index, Row: rows[index]!)).ToList();
        var words = lines.ConvertAll(line => line.Row.Split == TextSplit.Separators || line.Row.Line is null ? null : TextToken.In(line.Row.Line));
        var byBlanks = BlankGroups.SetOffThousands(words.OfType<List<TextToken>>());
        var numbers = words.Zip(lines, (tokens, line) => tokens is null ? OfCells(line.Row) : OfWords(line.Row, byBlanks ? BlankGroups.Joined(tokens) : tokens)).ToList();
        var sizes = SizesOf(numbers, areCounts);
        var close = numbers.FindAll(line => line.Numbers.Count >= areCounts.Count && !HasGap(line.Numbers));

        // Empty columns show where some lines have wider blanks and full ones have none.
        if (!numbers.Exists(line => HasGap(line.Numbers)))
        {
            close.Clear();
        }

        var isCloseToCaption = close.Exists(line => !IsApart(line.Caption, line.Numbers));
        var fits = numbers.ConvertAll(line => Under(line.Numbers, areCounts, sizes, AccountingWords.IsTotal(line.Caption.Text), close.Count > 0, isCloseToCaption && IsApart(line.Caption, line.Numbers)));
        var end = EndOf(rows, [.. lines.Zip(fits, (line, fit) => (line.Index, fit))], areCounts, sizes);
        if (end < to)
        {
            rows[end] = rows[end]! with { BeginsTable = true };
        }

        foreach (var (line, (caption, pieces), fit) in lines.Zip(numbers, fits).TakeWhile(line => line.First.Index < end))
        {
            if (fit is not null)
            {
                rows[line.Index] = line.Row with { Cells = [caption, .. fit], Split = TextSplit.Counted };
            }
            else if (line.Row.Split is TextSplit.Blanks or TextSplit.Separators && Adrift(pieces, areCounts) is { } adrift)
            {
                rows[line.Index] = line.Row with { Cells = [caption, .. adrift], Split = TextSplit.Counted, IsAdrift = true };
            }
            else if (line.Row is { Split: TextSplit.AmountAtEnd, Line: { } text })
            {
                rows[line.Index] = line.Row with { Cells = [new TextCell(text.Trim(), line.Row.Filled[0].Start, 0)], Split = TextSplit.None };
            }
        }
    }

    // Fewer amounts than years, and no counts: of which years shows in what they come to.
    private static List<TextCell>? Adrift(List<BlankGroups.Piece> pieces, List<bool> areCounts)
    {
        var columns = Enumerable.Range(0, areCounts.Count).Where(column => !areCounts[column]).ToList();
        var starts = Enumerable.Range(0, pieces.Count).Where(at => at == 0 || pieces[at].MustBegin || IsApart(pieces[at - 1], pieces[at])).Append(pieces.Count).ToList();
        var amounts = starts.Zip(starts.Skip(1), (from, to) => new TextCell(string.Join(' ', pieces.GetRange(from, to - from).Select(piece => piece.Text)), pieces[from].Start, 0)).ToList();
        return amounts.Count == 0 || amounts.Count >= columns.Count || amounts.Exists(amount => BlankGroups.Digits(amount.Text) < FewestDigits)
            ? null
            : [.. amounts.Zip(columns, (amount, column) => amount with { Position = column + 1 })];
    }

    // Where lines begin, below the last ones between blank lines that are of these columns, of which more end in an amount that does
    // not fit them than do fit.
    private static int EndOf(List<TextRow?> rows, List<(int Index, List<TextCell>? Fit)> lines, List<bool> areCounts, int[] sizes)
    {
        // The more blank lines stand above, the further a line is from its place among those that are not.
        var blocks = lines.Index().GroupBy(line => line.Item.Index - line.Index, line => line.Item).Select(block => (
            First: block.First().Index,
            Fits: block.Count(line => line.Fit is { } fit && IsOfSize(fit)),
            Misfits: block.Count(line => line.Fit is null && rows[line.Index]!.Split == TextSplit.AmountAtEnd))).ToList();
        var last = blocks.FindLastIndex(block => block.Fits > 0 && block.Fits >= block.Misfits);
        return last >= 0 && blocks.FindIndex(last + 1, block => block.Misfits > block.Fits) is var other and > 0 ? blocks[other].First : rows.Count;

        // Counts alone, or an amount about as long as the others of its column.
        bool IsOfSize(List<TextCell> fit) => fit.TrueForAll(cell => areCounts[cell.Position - 1])
            || fit.Exists(cell => !areCounts[cell.Position - 1] && (sizes[cell.Position - 1] == 0 || Math.Abs(BlankGroups.Digits(cell.Text) - sizes[cell.Position - 1]) < 2));
    }

    private static (TextCell Caption, List<BlankGroups.Piece> Numbers) OfCells(TextRow row)
    {
        var first = row.Filled.Length - row.Filled.Reverse().TakeWhile(cell => cell.IsAmountLike).Count();
        return (new TextCell(string.Join(' ', row.Filled.Take(first).Select(cell => cell.Text)), row.Filled[0].Start, 0),
            [.. row.Filled.Skip(first).Select(cell => new BlankGroups.Piece(cell.Text, cell.Start, AmountCertainty.Certain, true, true, true))]);
    }

    private static (TextCell Caption, List<BlankGroups.Piece> Numbers) OfWords(TextRow row, List<TextToken> tokens)
    {
        var tail = tokens.AsEnumerable().Reverse().TakeWhile(token => token.MayBeAmount).Count();
        var first = tokens.Count - tail;
        return (first == 0 ? new TextCell("", tokens[0].Start, 0) : new TextCell(row.Line![tokens[0].Start..tokens[first - 1].End], tokens[0].Start, 0), BlankGroups.Pieces(tokens.GetRange(first, tail)));
    }

    // The digits of the amounts of each column, as the lines show that leave no column empty.
    private static int[] SizesOf(List<(TextCell Caption, List<BlankGroups.Piece> Numbers)> lines, List<bool> areCounts)
    {
        var full = lines.Select(line => Under(line.Numbers, areCounts, new int[areCounts.Count], isTotal: false, isClose: false, isBehindEmpty: false)).Where(cells => cells?.Count == areCounts.Count).ToList();
        return [.. areCounts.Select((_, column) => BlankGroups.Middle(full.Select(cells => BlankGroups.Digits(cells![column].Text)).Where(digits => digits > 1)))];
    }

    // Where full lines stand a blank apart, wider blanks are those around an empty cell.
    private static bool IsApart(BlankGroups.Piece first, BlankGroups.Piece second) => second.Start - first.Start - first.Text.Length > 1;

    private static bool HasGap(List<BlankGroups.Piece> numbers) => numbers.Zip(numbers.Skip(1)).Any(pair => IsApart(pair.First, pair.Second));

    private static bool IsApart(TextCell caption, List<BlankGroups.Piece> numbers) => caption.Text.Length > 0 && numbers.Count > 0 && numbers[0].Start - caption.End > 1;

    private static List<TextCell>? Under(List<BlankGroups.Piece> pieces, List<bool> areCounts, int[] sizes, bool isTotal, bool isClose, bool isBehindEmpty)
    {
        if (pieces.Count < areCounts.Count(isCount => !isCount) || pieces.Count > MostCells)
        {
            return null;
        }

        // Where there are counts and no amounts, all numbers are as small as counts.
        if (pieces.Count == areCounts.Count(isCount => isCount) && pieces.TrueForAll(piece => SmallNumber().IsMatch(piece.Text)))
        {
            return [.. pieces.Zip(areCounts.Index().Where(pair => pair.Item), (piece, column) => new TextCell(piece.Text, piece.Start, column.Index + 1))];
        }

        var known = new Dictionary<(int Column, int Piece, bool? HasCount), (int Cost, int Length, bool? HasCount)?>();
        if (Best(0, 0, null) is null)
        {
            return null;
        }

        var cells = new List<TextCell>();
        var (at, hasCount) = (0, (bool?)null);
        for (var column = 0; column < areCounts.Count; column++)
        {
            var (_, length, next) = Best(column, at, hasCount)!.Value;
            if (length > 0)
            {
                cells.Add(new TextCell(string.Join(' ', pieces.Skip(at).Take(length).Select(piece => piece.Text)), pieces[at].Start, column + 1));
            }

            (at, hasCount) = (at + length, next);
        }

        return cells;

        // The cheapest way to put the pieces from one on under the columns from one on.
        (int Cost, int Length, bool? HasCount)? Best(int column, int piece, bool? has)
        {
            if (column == areCounts.Count)
            {
                return piece == pieces.Count ? (0, 0, has) : null;
            }

            if (known.TryGetValue((column, piece, has), out var found))
            {
                return found;
            }

            foreach (var (length, cost, next) in areCounts[column] ? Counts(piece, has) : Amounts(column, piece, has))
            {
                if (Best(column + 1, piece + length, next) is { } rest && (found is not { } best || cost + rest.Cost < best.Cost))
                {
                    found = (cost + rest.Cost, length, next);
                }
            }

            return known[(column, piece, has)] = found;
        }

        bool IsBehindEmpty(int piece) => isClose && piece < pieces.Count && (piece > 0 ? IsApart(pieces[piece - 1], pieces[piece]) : isBehindEmpty);

        IEnumerable<(int Length, int Cost, bool? HasCount)> Counts(int piece, bool? has)
        {
            if (IsBehindEmpty(piece))
            {
                yield return (0, 0, has);
                yield break;
            }

            if (piece < pieces.Count && (SmallNumber().IsMatch(pieces[piece].Text) || pieces[piece].Digits == 0 || pieces[piece].Text == "0"))
            {
                yield return (1, (SmallNumber().IsMatch(pieces[piece].Text) ? 0 : NilCount) + (isTotal ? TotalOfCounts : 0) + (has == false ? Mixed : 0), true);
            }

            // An empty column would show as wider blanks: what is one blank apart is one amount.
            if (isClose && piece > 0 && piece < pieces.Count && !pieces[piece].MustBegin)
            {
                yield break;
            }

            yield return (0, Empty + (has == true ? Mixed : 0), false);
        }

        IEnumerable<(int Length, int Cost, bool? HasCount)> Amounts(int column, int piece, bool? has)
        {
            for (var length = 1; piece + length <= pieces.Count && pieces[piece].MayBegin && (length == 1 || !(pieces[piece + length - 1].MustBegin || IsBehindEmpty(piece + length - 1))); length++)
            {
                var digits = BlankGroups.DigitsOf(pieces, piece, piece + length);
                var isSmall = length == 1 && SmallNumber().IsMatch(pieces[piece].Text);
                yield return (length, (isSmall ? SmallAmount : 0) + (sizes[column] == 0 ? length * length : digits < 2 ? 0 : Math.Min(MostDigits, Math.Abs(digits - sizes[column]))), has);
            }
        }
    }

    [GeneratedRegex(@"^[A-Za-z]/[A-Za-z]$", RegexOptions.CultureInvariant)]
    private static partial Regex TwoLetters();

    [GeneratedRegex(@"^[1-9][0-9]?(?:\.[0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex SmallNumber();

    [GeneratedRegex(@"[A-Za-z]/[A-Za-z]\b|(?=[^\s/])(?:(?!\s[A-Za-z]/[A-Za-z]\b).)*?(?:19|20)[0-9]{2}(?: ?\([^()]*\))?|[^\s/](?:(?!\s[A-Za-z]/[A-Za-z]\b).)*", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}

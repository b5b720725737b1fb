using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Amounts one blank apart whose thousands are set off by a blank as well: <c>406 250 369 990 776 240</c>. A group that is
/// not of three digits begins an amount; where all are, the other lines show how many amounts there are, and of what size.
/// </summary>
internal static partial class BlankGroups
{
    private const int MostColumns = 12;
    private const int MostGroups = 40;

    // Amounts below a thousand beside each other look like groups too: where signs set thousands off, blanks do not.
    private const int ToOneBySign = 3;

    // What a column left empty counts as, in digits by which amounts differ from those of their columns.
    private const int EmptyColumn = 4;

    /// <summary>Whether blanks set off thousands at the ends of these lines, rather than commas or points.</summary>
    internal static bool SetOffThousands(IEnumerable<List<TextToken>> lines)
    {
        var tails = lines.Select(tokens => tokens.AsEnumerable().Reverse().TakeWhile(token => token.MayBeAmount || Leading().IsMatch(token.Text) || Following().IsMatch(token.Text)).ToList()).ToList();
        var sign = DecimalMarks.Of(tails.SelectMany(tail => tail).Select(token => token.Text)) == DecimalMark.Comma ? ByPoint() : ByComma();
        return tails.Count(tail => tail.Zip(tail.Skip(1)).Any(pair => Follows(pair.Second, pair.First))) > ToOneBySign * tails.Count(tail => tail.Exists(token => sign.IsMatch(token.Text)));
    }

    /// <summary>Groups of three digits joined to what they follow.</summary>
    internal static List<TextToken> Joined(List<TextToken> tokens)
    {
        var joined = new List<TextToken>();
        foreach (var token in tokens)
        {
            if (joined.Count > 0 && Follows(joined[^1], token) && !(joined.Count > 1 && ReadingWords.IsNumbered(joined[^2].Text)))
            {
                joined[^1] = new TextToken($"{joined[^1].Text} {token.Text}", joined[^1].Start, AmountCertainty.Certain);
            }
            else
            {
                joined.Add(token);
            }
        }

        return joined;
    }

    /// <summary>
    /// The number of columns that most lines have or can be taken apart into, and how many digits the amounts of each have;
    /// null where the lines show no columns.
    /// </summary>
    /// <param name="tails">The amounts at the ends of the lines, groups of three digits joined.</param>
    /// <param name="usual">How many amounts most lines have as they are.</param>
    internal static (int Columns, int[] Digits)? TakenApart(IReadOnlyCollection<List<TextToken>> tails, int usual)
    {
        (int Columns, int[] Digits)? best = null;
        var most = 0;
        var isPlain = tails.Count(tail => IsWhole(tail, usual)) * 2 > tails.Count;
        foreach (var columns in tails.Select(tail => tail.Count).Append(isPlain ? usual : EvenColumns(tails)).Distinct().Where(count => count is > 1 and <= MostColumns).OrderBy(count => count == usual ? 0 : count))
        {
            var digits = DigitsOf(tails, columns);
            var count = tails.Count(tail => IsWhole(tail, columns) || (tail.Count < columns && Apart(tail, digits) is not null));
            (best, most) = count > most ? ((columns, digits), count) : (best, most);
        }

        return best;
    }

    // The number of amounts that more than half of the lines can be taken apart into, each about as long as the others of its line; 0 where there is none.
    private static int EvenColumns(IReadOnlyCollection<List<TextToken>> tails)
    {
        var (best, most) = (0, tails.Count / 2);
        for (var columns = 2; columns <= MostColumns; columns++)
        {
            var count = tails.Count(tail => IsEven(Pieces(tail), columns));
            (best, most) = count > most ? (columns, count) : (best, most);
        }

        return best;
    }

    // As the lines show that have as many amounts as there are columns; where none has, as long as the digits of a line make them.
    private static int[] DigitsOf(IReadOnlyCollection<List<TextToken>> tails, int columns)
    {
        var full = tails.Where(tail => IsWhole(tail, columns)).ToList();
        return [.. Enumerable.Range(0, columns).Select(column => full.Count > 0
            ? Middle(full.Select(tail => Digits(tail[column].Text)).Where(digits => digits > 0))
            : Middle(tails.Select(tail => tail.Sum(token => Digits(token.Text)) / columns)))];
    }

    private static bool IsWhole(List<TextToken> tail, int columns) => tail.Count == columns && tail.TrueForAll(token => Digits(token.Text) <= PrintedAmount.MaxIntegerDigits);

    /// <summary>The number in the middle of all; 0 where there is none.</summary>
    internal static int Middle(IEnumerable<int> numbers) => numbers.Order().ToList() is { Count: > 0 } sorted ? sorted[sorted.Count / 2] : 0;

    /// <summary>
    /// The amounts of a line taken apart into as many as there are columns; null where fewer amounts, as they are, fit the
    /// columns better.
    /// </summary>
    /// <param name="tail">The amounts at the end of the line, groups of three digits joined; fewer than there are columns.</param>
    /// <param name="digits">How many digits the amounts of each column have.</param>
    internal static List<TextToken>? Apart(List<TextToken> tail, int[] digits)
    {
        var pieces = Pieces(tail);
        var apart = pieces.Count > MostGroups ? null : Fit(pieces, digits.Length, (column, from, to) => Cost(pieces, from, to, digits[column]));
        if (apart is not { } fit || (tail.Count == 1 && fit.Starts.Zip(fit.Starts.Skip(1).Append(pieces.Count)).Any(pair => pair.Second - pair.First < 2)))
        {
            return null;
        }

        var empty = digits.Length - tail.Count;
        var asTheyAre = Math.Min(Aligned(0), Aligned(empty)) + (empty * EmptyColumn);
        return fit.Cost > asTheyAre ? null
            : [.. fit.Starts.Zip(fit.Starts.Skip(1).Append(pieces.Count), (from, to) => Token(pieces, from, to))];

        int Aligned(int before) => tail.Select((token, number) => Off(Digits(token.Text), digits[before + number])).Sum();
    }

    private static bool Follows(TextToken before, TextToken token) =>
        Following().IsMatch(token.Text) && Leading().IsMatch(before.Text) && token.Start - before.End == 1;

    /// <summary>How many digits an amount has before its decimals.</summary>
    internal static int Digits(string text)
    {
        var end = text.IndexOf('.', StringComparison.Ordinal);
        end = end < 0 && DecimalComma().Match(text) is { Success: true } comma ? comma.Index : end;
        var digits = 0;
        foreach (var letter in text.AsSpan(0, end < 0 ? text.Length : end))
        {
            digits += char.IsAsciiDigit(letter) ? 1 : 0;
        }

        return digits;
    }

    // An amount that is nil is of any size.
    private static int Off(int digits, int usual) => digits == 0 ? 0 : Math.Abs(digits - usual);

    private static int? Cost(List<Piece> pieces, int from, int to, int usual) =>
        Off(DigitsOf(pieces, from, to), usual);

    /// <summary>How many digits some pieces have together.</summary>
    internal static int DigitsOf(List<Piece> pieces, int from, int to)
    {
        var digits = 0;
        for (var at = from; at < to; at++)
        {
            digits += pieces[at].Digits;
        }

        return digits;
    }

    private static bool IsEven(List<Piece> pieces, int columns)
    {
        if (pieces.Count < columns || pieces.Count > MostGroups)
        {
            return false;
        }

        var least = pieces.Count / columns;
        return Fit(pieces, columns, (_, from, to) => to - from == least || to - from == least + 1 || (to - from == 1 && !pieces[from].IsNumber) ? 0 : null) is not null;
    }

    // The cheapest way to make one amount for each column of the pieces in order; null where there is none.
    private static (int Cost, int[] Starts)? Fit(List<Piece> pieces, int columns, Func<int, int, int, int?> costOf)
    {
        var best = new (int Cost, int From)?[columns + 1, pieces.Count + 1];
        best[0, 0] = (0, 0);
        for (var column = 0; column < columns; column++)
        {
            for (var from = column; from < pieces.Count; from++)
            {
                for (var to = from + 1; best[column, from] is { } before && pieces[from].MayBegin && to <= pieces.Count; to++)
                {
                    if (to - from > 1 && pieces[to - 1].MustBegin)
                    {
                        break;
                    }

                    if (costOf(column, from, to) is { } cost && (best[column + 1, to] is not { } known || before.Cost + cost < known.Cost))
                    {
                        best[column + 1, to] = (before.Cost + cost, from);
                    }
                }
            }
        }

        if (best[columns, pieces.Count] is not { } found)
        {
            return null;
        }

        var starts = new int[columns];
        for (var (column, end) = (columns, pieces.Count); column > 0; column--)
        {
            end = starts[column - 1] = best[column, end]!.Value.From;
        }

        return (found.Cost, starts);
    }

    private static TextToken Token(List<Piece> pieces, int from, int to) =>
        new(string.Join(' ', pieces.Skip(from).Take(to - from).Select(piece => piece.Text)), pieces[from].Start, pieces[from].Certainty);

    /// <summary>The groups of digits of amounts, and which of them may begin an amount.</summary>
    internal static List<Piece> Pieces(List<TextToken> tail)
    {
        var pieces = new List<Piece>();
        foreach (var token in tail)
        {
            var isDivisible = OnlyGroups().IsMatch(token.Text);
            var start = token.Start;
            foreach (var (number, text) in (isDivisible || token.Text[0] == '(' ? token.Text.Split(' ') : [token.Text]).Index())
            {
                pieces.Add(new Piece(text, start, token.Certainty, number == 0, number == 0 || (isDivisible && text[0] != '0'), text.Length > 0 && char.IsAsciiDigit(text[0])));
                start += text.Length + 1;
            }
        }

        return pieces;
    }

    /// <summary>A group of digits, or an amount that has none or is sure to be one.</summary>
    internal readonly record struct Piece(string Text, int Start, AmountCertainty Certainty, bool MustBegin, bool MayBegin, bool IsNumber)
    {
        /// <summary>How many digits it has before its decimals.</summary>
        internal int Digits { get; } = BlankGroups.Digits(Text);
    }

    [GeneratedRegex(@"[0-9],[0-9]{3}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex ByComma();

    [GeneratedRegex(@"[0-9]\.[0-9]{3}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex ByPoint();

    [GeneratedRegex(@"^\(?[-−–]?[$€£]?[0-9]{1,3}(?: [0-9]{3})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex(@"^[0-9]{3}(?:\.[0-9]+|,[0-9]{1,2})?\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Following();

    [GeneratedRegex(@"^[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+|,[0-9]{1,2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyGroups();

    [GeneratedRegex(@",[0-9]{1,2}\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalComma();
}

using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Tells amounts apart that stand one blank from their caption and from each other. One line does not show
/// how; the lines around it do: how many amounts they have, whether some stand before the caption, and
/// whether blanks set off thousands. Takes time in proportion to the lines.
/// </summary>
internal static partial class SingleBlanks
{
    private const int LongestLine = 400;
    private const int FewestLines = 2;
    private const int FewestEven = 4;

    /// <summary>Replaces the lines of each block that hold amounts by the same in their cells.</summary>
    /// <param name="rows">The lines of a document; null for blank ones.</param>
    internal static void TellApart(List<TextRow?> rows)
    {
        var block = new List<int>();
        for (var index = 0; index <= rows.Count; index++)
        {
            if (index < rows.Count && rows[index] is null)
            {
                continue;
            }

            if (index < rows.Count && rows[index] is { Split: TextSplit.None or TextSplit.AmountAtEnd or TextSplit.Blanks, Line.Length: <= LongestLine })
            {
                block.Add(index);
                continue;
            }

            ResolveMixed(rows, block);
            block.Clear();
        }
    }

    // Some lines of such a table may hold wider gaps, or nothing but amounts. Where wider gaps are the rule, they tell the
    // columns, and each run of lines between is a block.
    private static void ResolveMixed(List<TextRow?> rows, List<int> block)
    {
        var wide = block.FindAll(index => rows[index]!.Split == TextSplit.Blanks && !IsAmountsAlone(rows[index]!));
        var narrow = block.FindAll(index => rows[index]!.Split != TextSplit.Blanks).ConvertAll(index => new Shape(TextToken.In(rows[index]!.Line!)));
        var (count, support) = Most(narrow.Where(shape => shape.Extended > 1).Select(shape => shape.Extended));
        if (wide.Count * 2 <= support || wide.TrueForAll(index => new Shape(TextToken.In(rows[index]!.Line!)).Tail == count))
        {
            Resolve(rows, block);
            return;
        }

        WithAmountsOfCaptions(rows, wide);
        var part = new List<int>();
        foreach (var index in block)
        {
            if (rows[index]!.Split == TextSplit.Blanks)
            {
                Resolve(rows, part);
                part.Clear();
            }
            else
            {
                part.Add(index);
            }
        }

        Resolve(rows, part);
    }

    // Where wider gaps tell the columns, some captions may stand a blank from their first amounts: with these the line has as many as the others.
    private static void WithAmountsOfCaptions(List<TextRow?> rows, List<int> wide)
    {
        var counts = wide.ConvertAll(index => rows[index]!.Filled.Skip(1).Count(cell => cell.IsAmountLike));
        var (usual, support) = Most(counts);
        if (usual < 2 || support * 2 <= wide.Count)
        {
            return;
        }

        foreach (var (index, count) in wide.Zip(counts).Where(pair => pair.Second < usual && char.IsLetter(rows[pair.First]!.Filled[0].Text[0])))
        {
            // A caption may end in 'nil', or in the number of a note.
            var shape = new Shape(TextToken.In(rows[index]!.Line!));
            if (shape.Tail == usual && shape.Tokens.Count > usual && shape.Tokens[^usual].End <= rows[index]!.Filled[0].End
                && shape.TailTokens.SkipLast(count).All(token => token.Certainty is AmountCertainty.Certain or AmountCertainty.Possible && !IsReference(token.Text)))
            {
                rows[index] = WithTail(shape, usual, 0, rows[index]!);
            }
        }
    }

    private static bool IsAmountsAlone(TextRow row) => Array.TrueForAll(row.Filled, cell => cell.IsAmountLike);

    private static void Resolve(List<TextRow?> rows, List<int> block)
    {
        if (block.Count < FewestLines)
        {
            return;
        }

        var lines = block.ConvertAll(index => TextToken.In(rows[index]!.Line!));
        var byBlanks = BlankGroups.SetOffThousands(lines);
        var shapes = lines.ConvertAll(tokens => new Shape(byBlanks ? BlankGroups.Joined(tokens) : tokens));
        var sure = shapes.Where((shape, number) => rows[block[number]]!.Split != TextSplit.Blanks && (shape.Sure > 1 || (shape.Sure > 0 && !shape.LeadsToAmount))).ToList();
        var (count, support) = Most(sure.Select(shape => shape.Extended));
        (count, support) = Headed(shapes) is var headed and > 1 ? (headed, shapes.Count(shape => shape.Tail == headed)) : (count, support);
        (count, support) = count < 2 && Even(shapes) is var even and > 1 ? (even, shapes.Count(shape => shape.Tail == even)) : (count, support);
        count += sure.Count(shape => shape.Tail == count + 1 && (IsReference(shape.Tokens[^1].Text) || IsReference(shape.Tokens[^(count + 1)].Text))) * 2 > support ? 1 : 0;
        var hasLeads = IsOnBothSides(shapes, sure.Count);
        if (byBlanks && !hasLeads && BlankGroups.TakenApart(sure.ConvertAll(shape => shape.TailTokens), count) is var (columns, digits))
        {
            shapes = shapes.ConvertAll(shape => TakenApart(shape, columns, digits));
            (count, support) = (columns, shapes.Count(shape => shape.Tail == columns));
        }

        // A single amount at the end of a line has been found already, and a lone line shows no columns.
        if (!hasLeads && (count < 2 || support < FewestLines))
        {
            AddSmallAmounts(rows, block, shapes);
            return;
        }

        var behind = Most(shapes.Where(shape => shape.HasBoth).Select(shape => shape.Tail)).Value;
        var full = count == 0 ? [] : shapes.FindAll(shape => shape.Tail == count);
        var reference = full.Count == 0 ? 0
            : full.TrueForAll(shape => IsReference(shape.Tokens[^count].Text)) || (NamesNotes(lines) && full.TrueForAll(shape => NoteNumbers.OfPart().IsMatch(shape.Tokens[^count].Text))) ? FirstIsReference
            : full.TrueForAll(shape => IsReference(shape.Tokens[^1].Text)) ? LastIsReference : 0;
        foreach (var (shape, index) in shapes.Zip(block))
        {
            var row = rows[index]!;
            if (row.Split == TextSplit.Blanks)
            {
                rows[index] = hasLeads || row.Line!.Contains("...", StringComparison.Ordinal) ? row
                    : shape.Tail == count || (reference != 0 && shape.Tail == count - 1) ? WithTail(shape, count, reference, row)
                    : shape.Gap is > 0 and var gap && shape.Tail < count ? WithGap(shape, count, gap, row)
                    : row;
                continue;
            }

            rows[index] = hasLeads ? WithLeads(shape, behind, row) : WithTail(shape, count, reference, row);
        }
    }

    // A small number in parentheses behind the caption belongs to it, as the count of what is paid for does, where the other amounts fill
    // all columns without it.
    private static Shape TakenApart(Shape shape, int columns, int[] digits)
    {
        var words = shape.Tokens.SkipLast(shape.Tail).ToList();
        if (shape.Sure > 0 && shape.Tail > 1 && words.Count > 0 && Counted().IsMatch(shape.TailTokens[0].Text)
            && (shape.Tail == columns + 1 ? shape.TailTokens[1..] : shape.Tail > columns ? null : BlankGroups.Apart(shape.TailTokens[1..], digits)) is { } others)
        {
            return new Shape([.. words, shape.TailTokens[0] with { Certainty = AmountCertainty.None }, .. others]);
        }

        return shape.Sure > 0 && shape.Tail < columns && BlankGroups.Apart(shape.TailTokens, digits) is { } apart ? new Shape([.. words, .. apart]) : shape;
    }

    // Among lines that end in one whole amount, those that end in one of fewer than four digits, or in nil.
    private static void AddSmallAmounts(List<TextRow?> rows, List<int> block, List<Shape> shapes)
    {
        var ends = block.ConvertAll(index => rows[index]!).FindAll(row => row.Split == TextSplit.AmountAtEnd).ConvertAll(row => row.Filled[^1].Text);
        var known = ends.Count(text => !Cents().IsMatch(text));
        var small = shapes.Zip(block).Where(pair => rows[pair.Second]!.Split == TextSplit.None && pair.First is { Tail: 1, LeadsToAmount: false, Tokens.Count: > 1 }
            && char.IsLetter(rows[pair.Second]!.Line!.AsSpan().TrimStart()[0]) && pair.First.Tokens[^2] is { MayBeAmount: false } word && (char.IsLetter(word.Text[^1]) || word.Text[^1] == ')')
            && !ReadingWords.IsNumbered(word.Text)).ToList();
        if (known < FewestLines || known * 2 <= ends.Count || small.Count > known)
        {
            return;
        }

        foreach (var (shape, index) in small)
        {
            rows[index] = Row(rows[index]!, shape.Tokens, 0, shape.Tokens.Count - 1, [shape.Tokens[^1]], 0) with { Split = TextSplit.AmountAtEnd };
        }
    }

    // Codes before the captions are never sure to be amounts: where one is, among several lines that have both, they are of two columns.
    private static bool IsOnBothSides(List<Shape> shapes, int sure)
    {
        var both = shapes.FindAll(shape => shape.HasBoth);
        return both.Count * 2 > sure && (both.Count(shape => shape.IsSureBoth) >= FewestLines
            || (both.Count >= FewestEven && both.Exists(shape => shape.Tokens[0].Certainty == AmountCertainty.Certain) && both.Count(shape => shape.Sure > 0) >= FewestLines));
    }

    // As many amounts as years stand over them, where no more lines have more amounts than have just so many.
    private static int Headed(List<Shape> shapes)
    {
        var years = shapes.Select(shape => shape.Tokens.AsEnumerable().Reverse().TakeWhile(token => token.IsYear).Count()).Max();
        var full = shapes.Count(shape => shape.Tail == years);
        return full >= FewestLines && full >= shapes.Count(shape => shape.Tail > years) ? years : 0;
    }

    // As many numbers as nearly all lines end in, where nothing sets off their thousands and so none is sure to be an amount.
    private static int Even(List<Shape> shapes)
    {
        var ending = shapes.FindAll(shape => shape.Tail > 0 && shape.Tail < shape.Tokens.Count && !shape.LeadsToAmount);
        var (count, support) = Most(ending.Where(shape => shape.Tail > 1).Select(shape => shape.Tail));
        return support >= FewestEven && support * 4 >= ending.Count * 3 ? count : 0;
    }

    private const int FirstIsReference = -1;
    private const int LastIsReference = 1;

    // The number of a note, before the amounts or behind them.
    private static bool IsReference(string token) => NoteNumbers.Bare().IsMatch(token);

    // A heading names the notes before the years of the amounts.
    private static bool NamesNotes(List<List<TextToken>> lines) => lines.Exists(tokens => tokens.Zip(tokens.Skip(1)).Any(pair => AccountingWords.IsReference(pair.First.Text) && pair.Second.IsYear));

    // The number of a note may stand before the amounts behind the caption.
    private static TextRow WithLeads(Shape shape, int behind, TextRow row)
    {
        var tail = shape.Tail == behind + 1 && IsReference(shape.TailTokens[0].Text) ? behind : shape.Tail;
        return shape.HasBoth
            ? Row(row, shape.Tokens, shape.Lead, shape.Tokens.Count - tail, [.. shape.Tokens.Take(shape.Lead), .. shape.Tokens.TakeLast(tail)], 0)
            : row;
    }

    private static TextRow WithTail(Shape shape, int count, int reference, TextRow row)
    {
        var tail = shape.Tail;
        var isWhole = tail == count || (tail == count - 1 && reference != 0 && tail > 1);
        if (tail == 0 || (!isWhole && tail < count && (shape.LeadsToAmount || !shape.IsPlain)))
        {
            return row;
        }

        tail = isWhole ? tail : tail > count ? Math.Max(count, shape.Extended == count ? count : shape.Sure) : tail == count ? count : Math.Max(shape.WithoutReference, 1);
        var from = shape.Tokens.Count - tail;
        var amounts = shape.Tokens.GetRange(from, tail);
        var isRight = tail < count && reference != LastIsReference
            && (reference == FirstIsReference || from == 0 || AccountingWords.IsTotal(row.Line![shape.Tokens[0].Start..shape.Tokens[from - 1].End]));
        return Row(row, shape.Tokens, 0, from, amounts, isRight ? count - tail : 0) with { IsAdrift = !isWhole };
    }

    // The cells that are empty stand where the blanks are wider.
    private static TextRow WithGap(Shape shape, int count, int gap, TextRow row)
    {
        var from = shape.Tokens.Count - shape.Tail;
        var closed = Row(row, shape.Tokens, 0, from, shape.Tokens.GetRange(from, shape.Tail), 0);
        return closed with { Cells = Array.ConvertAll(closed.Cells, cell => cell with { Position = cell.Position + (cell.Position > gap ? count - shape.Tail : 0) }) };
    }

    private static TextRow Row(TextRow row, List<TextToken> tokens, int from, int to, List<TextToken> amounts, int before)
    {
        var line = row.Line!;
        var caption = from < to ? new TextCell(line[tokens[from].Start..tokens[to - 1].End], tokens[from].Start, 0) : new TextCell("", amounts[0].Start, 0);
        return row with
        {
            Split = TextSplit.Counted,
            Cells = [caption, .. amounts.Select((amount, number) => new TextCell(amount.Text, amount.Start, before + number + 1))],
        };
    }

    private static (int Value, int Support) Most(IEnumerable<int> counts) => counts.GroupBy(count => count)
        .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).Select(group => (group.Key, group.Count())).FirstOrDefault();

    // More than the number of a table or paragraph has: thousands, a currency, parentheses, a sign before decimals.
    [GeneratedRegex(@"[0-9][ ,][0-9]{3}|[$€£(]|[A-Z]{3}|^[-−][0-9]+[.,][0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Unmistakable();

    [GeneratedRegex(@"^\([0-9]+(?:\.[0-9]+)?%\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Rate();

    [GeneratedRegex(@"[.,][0-9]{2}\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Cents();

    // With or without a note marker behind it.
    [GeneratedRegex(@"^\([0-9]{1,2}\)(?: |$)", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    // How many amounts stand at the ends of a line: of all kinds, and from one on that is no doubt an amount.
    private sealed class Shape
    {
        internal Shape(List<TextToken> tokens)
        {
            Tokens = tokens;
            Lead = tokens.TakeWhile(token => token.MayBeAmount).Count();
            Tail = tokens.AsEnumerable().Reverse().TakeWhile(token => token.MayBeAmount).Count();
            // A rate in parentheses before amounts ends their caption.
            Tail -= Tail > 1 && Rate().IsMatch(tokens[^Tail].Text) && !Rate().IsMatch(tokens[^(Tail - 1)].Text) ? 1 : 0;
            var tail = tokens.TakeLast(Tail).ToList();
            Sure = tail.Count - Math.Max(tail.FindIndex(token => token.Certainty == AmountCertainty.Certain), tail.Exists(token => token.Certainty == AmountCertainty.Certain) ? 0 : tail.Count);
            Extended = Sure == 0 ? 0 : Sure + tokens.SkipLast(Sure).Reverse().TakeWhile(token => token.Certainty == AmountCertainty.Likely).Count();
            IsPlain = Sure > 0 && (tail.Count(token => token.Certainty == AmountCertainty.Certain) > 1 || tail.Exists(token => Unmistakable().IsMatch(token.Text) && !NoteNumbers.InParentheses().IsMatch(token.Text)));
            LeadsToAmount = Tail < tokens.Count && Tail > 0 && ReadingWords.IsBeforeAmount(tokens[^(Tail + 1)].Text);
        }

        internal List<TextToken> Tokens { get; }

        internal int Lead { get; }

        internal int Tail { get; }

        internal List<TextToken> TailTokens => Tokens.GetRange(Tokens.Count - Tail, Tail);

        internal int Sure { get; }

        // With the nil marks before.
        internal int Extended { get; }

        // With the numbers before that are no reference to a note: there is one at most.
        internal int WithoutReference
        {
            get
            {
                var before = Tail - Sure;
                return before > 0 && (before > 1 || !IsReference(Tokens[^Tail].Text)) ? Tail : Sure;
            }
        }

        // After how many amounts the only wider blanks between them stand; 0 where there are none, or several.
        internal int Gap
        {
            get
            {
                var tail = Tokens.TakeLast(Tail).ToList();
                var gaps = Enumerable.Range(1, Math.Max(0, Tail - 1)).Where(at => tail[at].Start - tail[at - 1].End > 1).Take(2).ToList();
                return gaps is [var only] ? only : 0;
            }
        }

        internal bool IsPlain { get; }

        internal bool LeadsToAmount { get; }

        internal bool HasBoth => Lead > 0 && Tail > 0 && Lead + Tail < Tokens.Count;

        internal bool IsSureBoth => HasBoth && Tokens[0].Certainty == AmountCertainty.Certain && Sure > 0;
    }
}

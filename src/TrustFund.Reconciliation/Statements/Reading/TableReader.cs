using System.Globalization;
using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>Makes a table of its lines of text: columns, captions, amounts in the notation that the table shows.</summary>
internal sealed partial class TableReader
{
    private readonly string _source;
    private readonly ReadingOptions _options;
    private readonly (string? Currency, decimal Unit)? _unit;
    private readonly List<ReadingProblem> _problems;
    private readonly IReadOnlyList<TextRow> _rows;
    private readonly IReadOnlySet<TextRow> _figures;
    private readonly List<TextRow> _figureRows;
    private readonly ColumnLayout _layout;
    private readonly bool _hasCaptionsRight;
    private int? _usualEnd;
    private readonly DecimalMark _mark;
    private readonly HashSet<int> _countColumns;
    private readonly HashSet<int> _labelColumns;
    private readonly HashSet<int> _referenceColumns;
    private readonly HashSet<int> _amountColumns;
    private readonly HashSet<int> _shareColumns;
    private readonly List<int> _columns;
    private readonly Dictionary<int, int> _numbers;
    private readonly Dictionary<int, int> _decimals;
    private readonly string? _currency;
    private readonly Currency? _knownCurrency;
    private readonly bool _parenthesesAreMarkers;
    private readonly List<string> _headings;
    private readonly List<decimal> _columnUnits;
    private readonly decimal _tableUnit;

    private TableReader(
        IReadOnlyList<TextRow> rows, IReadOnlySet<TextRow> figures, string source, (string? Currency, decimal Unit)? unit,
        ReadingOptions options, List<ReadingProblem> problems)
    {
        (_source, _options, _unit, _problems, _rows, _figures) = (source, options, unit, problems, rows, figures);
        _figureRows = [.. rows.Where(row => figures.Contains(row))];
        _layout = ColumnLayout.Of(_figureRows);
        _hasCaptionsRight = _figureRows.Count(IsCaptionLast) * 2 > _figureRows.Count;
        _mark = DecimalMarks.Of(_figureRows.SelectMany(DecimalMarks.NumbersOf)) ?? options.Mark ?? DecimalMark.Point;
        _parenthesesAreMarkers = MarkNotes(_figureRows.SelectMany(row => AfterCaption(row)).Select(cell => cell.Text));

        var tallies = Tallies();
        // What a column counts, such as months of work, is no amount.
        _countColumns = tallies.Count < 2 ? [] : [.. HeadedAsCounts(tallies.Keys)];
        // A column of nothing but years tells which year a line is of, unless it is the only column.
        _labelColumns = tallies.Count < 2 ? [] : [.. tallies.Where(column => column.Value is { Cells: > 1, AreYears: true }).Select(column => column.Key)];
        _amountColumns = [.. tallies.Where(column => column.Value.AmountLike * 2 > column.Value.Cells).Select(column => column.Key)];
        _referenceColumns = [.. ReferenceColumns(tallies.Keys)];
        _columns = [.. tallies.Where(column => !IsBeside(column.Key) && column.Value.AmountLike > 0).Select(column => column.Key).Order()];
        _numbers = _columns.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        _shareColumns = [.. SharesOf(tallies)];
        _decimals = tallies.ToDictionary(column => column.Key, column => column.Value.LeastDecimals ?? 0);
        _currency = unit?.Currency ?? options.Currency?.Code ?? TheOnly(tallies.Values.SelectMany(column => column.Currencies)) ?? TheOnly(HeadingCells().Select(cell => ReadingWords.UnitIn(cell.Text)?.Currency));
        _knownCurrency = Currency.TryParse(_currency, out var known) ? known : null;
        _headings = ColumnHeadings();
        _columnUnits = _headings.ConvertAll(ReadingWords.UnitOfColumn);
        _tableUnit = unit?.Unit ?? (_columnUnits.Distinct().Take(2).ToList() is [var only] ? only : 1);
    }

    /// <summary>Reads a table.</summary>
    /// <param name="id">Its name in reports.</param>
    /// <param name="title">The title above it.</param>
    /// <param name="rows">Its lines in order.</param>
    /// <param name="figures">The lines that hold figures.</param>
    /// <param name="source">The document's name.</param>
    /// <param name="unit">Currency and unit as its title states them.</param>
    /// <param name="options">What is known beforehand.</param>
    /// <param name="problems">Takes up the cells that cannot be read.</param>
    internal static PublishedTable Read(
        string id, string title, IReadOnlyList<TextRow> rows, IReadOnlySet<TextRow> figures, string source,
        (string? Currency, decimal Unit)? unit, ReadingOptions options, List<ReadingProblem> problems)
    {
        var reader = new TableReader(rows, figures, source, unit, options, problems);
        return new PublishedTable(id, title, reader._currency, reader._tableUnit, reader._headings, [.. rows.Select(reader.Line)]);
    }

    private static bool IsCaptionLast(TextRow row) => row.Filled[0].IsAmountLike && !row.Filled[^1].IsAmountLike;

    // The columns that stand beside the captions, with what their cells come to.
    private Dictionary<int, ColumnTally> Tallies()
    {
        var tallies = new Dictionary<int, ColumnTally>();
        foreach (var row in _figureRows)
        {
            foreach (var cell in AfterCaption(row))
            {
                var key = Key(row, cell);
                if (!tallies.TryGetValue(key, out var tally))
                {
                    tallies.Add(key, tally = new ColumnTally());
                }

                tally.Add(cell, Read(cell.Text));
            }
        }

        return tallies;
    }

    // Up to a hundred, with decimals, beside whole amounts: shares of these, which are rounded.
    private IEnumerable<int> SharesOf(Dictionary<int, ColumnTally> tallies)
    {
        const int whole = 100;
        var others = _columns.FindAll(key => tallies[key].LeastDecimals == 0);
        return _columns.Where(key => tallies[key] is { Largest: whole, LeastDecimals: > 0 } && others.Count == _columns.Count - 1 && others.Count > 0);
    }

    private static string? TheOnly(IEnumerable<string?> names) =>
        names.OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToList() is [var only] ? only : null;

    private IEnumerable<TextRow> HeadingRows() => _rows.TakeWhile(row => row != _figureRows[0]).Where(row => row.HasColumns);

    private IEnumerable<TextCell> HeadingCells() => HeadingRows().SelectMany(row => row.Filled);

    private IEnumerable<int> HeadedAsCounts(IEnumerable<int> keys) =>
        Words([.. keys.Order()]).Where(pair => pair.Value.Count > 0 && AccountingWords.IsCount(string.Join(' ', pair.Value))).Select(pair => pair.Key);

    // A column headed "Notes" or "No." refers to something; its numbers are no amounts.
    private IEnumerable<int> ReferenceColumns(IEnumerable<int> keys)
    {
        var words = Words([.. keys.Order()]);
        if (words.Count < 2)
        {
            return [];
        }

        var named = words.Where(pair => pair.Value.Count > 0 && AccountingWords.IsReference(string.Join(' ', pair.Value))).Select(pair => pair.Key).ToList();
        return named.Count > 0 ? named : Unnamed([.. words.Keys.Order()]);
    }

    // Numbers of notes before or behind the amounts, under a heading that stands elsewhere or under none: they are small, and grow.
    private IEnumerable<int> Unnamed(List<int> keys)
    {
        const int fewest = 3;
        var isSaid = _rows.TakeWhile(row => row != _figureRows[0]).Any(row => row.Text.Split(' ').Any(AccountingWords.IsReference));
        var cells = _figureRows.SelectMany(row => AfterCaption(row).Select(cell => (Key: Key(row, cell), cell.Text))).ToLookup(cell => cell.Key, cell => cell.Text);
        foreach (var key in new[] { keys[0], keys[^1] })
        {
            if (isSaid && cells[key].Count() is >= fewest and var parts && parts < _figureRows.Count && cells[key].All(text => NoteNumbers.OfPart().IsMatch(text)) && !IsInTotals(key))
            {
                yield return key;
                continue;
            }

            var numbers = cells[key].Select(text => NoteNumbers.Bare().Match(text)).ToList();
            if (numbers.Count > 0 && numbers.Count < _figureRows.Count && numbers.TrueForAll(number => number.Success) && (isSaid || numbers.Count >= fewest)
                && numbers.ConvertAll(number => int.Parse(number.Groups["number"].Value, CultureInfo.InvariantCulture)) is var values
                && values.Zip(values.Skip(1)).All(pair => pair.First <= pair.Second)
                && cells.Where(column => column.Key != key).All(column => column.Count(text => text.Count(char.IsAsciiDigit) > 2) * 2 > column.Count()))
            {
                yield return key;
            }
        }
    }

    // Amounts come to totals, and the numbers of notes do not.
    private bool IsInTotals(int key) => _figureRows.Where(row => AccountingWords.IsTotal(row.Filled[0].Text)).ToList() is var totals
        && (totals.Count == 0 || totals.Exists(row => AfterCaption(row).Any(cell => Key(row, cell) == key)));

    // A small number in parentheses marks a note where other signs are used for negative amounts.
    private static bool MarkNotes(IEnumerable<string> texts)
    {
        var (hasMinus, hasAmounts, notes) = (false, false, 0);
        foreach (var text in texts)
        {
            var isParenthesis = text[0] == '(';
            var isNote = isParenthesis && NoteNumbers.InParentheses().IsMatch(text);
            notes += isNote ? 1 : 0;
            hasMinus |= text[0] is '-' or '−' or '–' && Minus().IsMatch(text);
            hasAmounts |= !isNote && isParenthesis && PrintedAmount.Read(text).State == FigureState.Amount;
        }

        return notes > 0 && hasMinus && !hasAmounts;
    }

    private int Key(TextRow row, TextCell cell) => _layout.KeyOf(cell, row.Split);

    private PrintedAmount Read(string text) => _parenthesesAreMarkers && NoteNumbers.InParentheses().IsMatch(text)
        ? PrintedAmount.Marker(text)
        : PrintedAmount.Read(text, _mark);

    private int CaptionLength(TextRow row)
    {
        var filled = row.Filled;
        if (_layout.IsUnderAmounts(filled[0], row.Split) || (filled[0].Position > 0 && filled[0].IsAmountLike))
        {
            return 0;
        }

        if (row.Split == TextSplit.Counted)
        {
            return 1;
        }

        var length = 1;
        while (length < filled.Length && !filled[length].IsAmountLike)
        {
            length++;
        }

        return length;
    }

    private (ArraySegment<TextCell> Caption, ArraySegment<TextCell> Cells) Parts(TextRow row)
    {
        ArraySegment<TextCell> filled = row.Filled;
        if (_hasCaptionsRight)
        {
            var last = Array.FindLastIndex(row.Filled, cell => cell.IsAmountLike) + 1;
            return (filled[last..], filled[..last]);
        }

        var length = CaptionLength(row);
        return (filled[..length], filled[length..]);
    }

    private ArraySegment<TextCell> AfterCaption(TextRow row) => Parts(row).Cells;

    private PublishedLine Line(TextRow row)
    {
        var markers = new List<string>();
        if (!_figures.Contains(row))
        {
            return new PublishedLine(CaptionText.Folded(NoteMarkers.Take(row.Text, markers)), row.Place, IndentOf(row), [.. markers], []);
        }

        var (captionCells, rest) = Parts(row);
        var labels = rest.Where(cell => _labelColumns.Contains(Key(row, cell)));
        var caption = string.Join(' ', captionCells.Concat(labels).Select(cell => NoteMarkers.Take(cell.Text, markers)).Where(text => text.Length > 0));
        caption = CaptionText.Folded(caption);
        var figures = new List<PublishedFigure>(rest.Count);
        markers.AddRange(rest.Where(cell => _referenceColumns.Contains(Key(row, cell))).Select(cell => cell.Text));
        foreach (var cell in rest)
        {
            var key = Key(row, cell);
            if (IsBeside(key))
            {
                continue;
            }

            var printed = Read(cell.Text);
            // A marker in the place of an amount is nil: the note may say more. So is a lone letter that may follow an amount as its marker.
            printed = (printed is { State: FigureState.Blank, Markers.Count: > 0 } || cell.Text is [>= 'a' and <= 'h']) && _amountColumns.Contains(key) ? PrintedAmount.Marker(cell.Text) : printed;
            markers.AddRange(printed.Markers);
            if (printed.State != FigureState.Blank && IsFigure(printed, cell, key))
            {
                figures.Add(Figure(printed, caption, key, row.PlaceOf(cell)));
            }
        }

        return new PublishedLine(caption, row.Place, IndentOf(row), [.. markers], figures) { IsAdrift = row.IsAdrift, HasLostCaption = row.HasLostCaption };
    }

    private bool IsBeside(int key) => _labelColumns.Contains(key) || _referenceColumns.Contains(key) || _countColumns.Contains(key);

    // A word in a column of amounts is an amount that cannot be read; elsewhere it is a word.
    private bool IsFigure(PrintedAmount printed, TextCell cell, int key) =>
        printed.State != FigureState.Unreadable || cell.IsAmountLike
        || (_amountColumns.Contains(key) && ReadingWords.CurrencyIn(cell.Text) is null && cell.Text != "$");

    private PublishedFigure Figure(PrintedAmount printed, string caption, int key, TextPlace place)
    {
        if (printed.State == FigureState.Unreadable)
        {
            _problems.Add(new ReadingProblem(_source, place, $"'{printed.Printed}'", "an amount",
                $"Correct the cell of '{caption}' in the document, or ask its author what it should say."));
        }

        var column = _numbers.GetValueOrDefault(key);
        var unit = _tableUnit != 1 ? _tableUnit : column < _columnUnits.Count ? _columnUnits[column] : 1;
        var interval = new PrintedInterval(_options, _shareColumns.Contains(key) ? null : _knownCurrency, unit);
        return new PublishedFigure(
            caption, column, place, printed.Printed, printed.State, printed.Amount, interval.Of(printed, _decimals.GetValueOrDefault(key)));
    }

    private int IndentOf(TextRow row)
    {
        if (_hasCaptionsRight && _figures.Contains(row) && Parts(row).Caption.FirstOrDefault() is { Text.Length: > 0 } right)
        {
            // An amount that is too long for its column pushes the caption on.
            return right.Start - Math.Max(0, EndBefore(row, right) - UsualEndBefore());
        }

        var text = row.Filled[0].Text;
        var mark = text.Length > 1 && "-–•·*".Contains(text[0], StringComparison.Ordinal) && char.IsWhiteSpace(text[1]) ? 2 : 0;
        return row.Place.Column - 1 + mark;
    }

    private static int EndBefore(TextRow row, TextCell caption) => row.Filled.Where(cell => cell.Start < caption.Start).Select(cell => cell.End).LastOrDefault();

    private int UsualEndBefore() => _usualEnd ??= _figures.Select(row => (Row: row, Caption: Parts(row).Caption.FirstOrDefault()))
        .Where(pair => pair.Caption.Text is { Length: > 0 }).CountBy(pair => EndBefore(pair.Row, pair.Caption))
        .OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key).First().Key;

    private List<string> ColumnHeadings()
    {
        var words = Words(_columns);
        return [.. _columns.Select(key => CaptionText.Folded(string.Join(' ', words[key])))];
    }

    // The words over each column. Where no cell stands for the captions, the first heading is that of the first
    // column; and headings that are fewer, above such a row, head as many columns each.
    private Dictionary<int, List<string>> Words(List<int> columns)
    {
        var words = columns.ToDictionary(key => key, _ => new List<string>());
        var rows = HeadingRows().ToList();
        var hasFullRow = rows.Exists(row => IsFull(row, columns.Count));
        var isCounted = _figureRows.Count(row => row.Split == TextSplit.Counted) * 2 > _figureRows.Count;
        foreach (var row in rows)
        {
            var filled = row.Filled;
            if (isCounted && row.Split != TextSplit.Separators && filled.Length - columns.Count is 0 or 1)
            {
                foreach (var (cell, key) in filled.TakeLast(columns.Count).Zip(columns))
                {
                    words[key].Add(NoteMarkers.Without(cell.Text).Trim());
                }

                continue;
            }

            var isShared = hasFullRow && filled.Length < columns.Count && columns.Count % filled.Length == 0 && IsFull(row, filled.Length);
            if (isShared || (hasFullRow && IsFull(row, columns.Count)))
            {
                var span = columns.Count / filled.Length;
                for (var column = 0; column < columns.Count; column++)
                {
                    words[columns[column]].Add(NoteMarkers.Without(filled[column / span].Text).Trim());
                }

                continue;
            }

            foreach (var cell in filled)
            {
                if (words.TryGetValue(Key(row, cell), out var heading))
                {
                    heading.Add(NoteMarkers.Without(cell.Text).Trim());
                }
            }
        }

        return words;
    }

    private bool IsFull(TextRow row, int count) => row.Split == TextSplit.Separators && row.Cells.Length == count && row.Filled.Length == count
        && _figureRows[0].Split == TextSplit.Separators && !_layout.IsUnderAmounts(row.Cells[0], row.Split)
        && Parts(_figureRows[0]).Caption.Count > 0;

    [GeneratedRegex(@"^[-−–] ?[$€£]?[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Minus();
}

namespace TrustFund.Reconciliation.Statements;

/// <summary>Makes a table of its lines of text: columns, captions, amounts in the notation that the table shows.</summary>
internal sealed class TableReader
{
    private readonly string _source;
    private readonly ReadingOptions _options;
    private readonly (string? Currency, decimal Unit)? _unit;
    private readonly List<ReadingProblem> _problems;
    private readonly IReadOnlyList<TextRow> _rows;
    private readonly IReadOnlySet<int> _figureLines;
    private readonly List<TextRow> _figureRows;
    private readonly ColumnLayout _layout;
    private readonly bool _hasCaptionsRight;
    private readonly DecimalMark _mark;
    private readonly HashSet<int> _labelColumns;
    private readonly HashSet<int> _amountColumns;
    private readonly List<int> _columns;
    private readonly Dictionary<int, int> _decimals;
    private readonly string? _currency;

    private TableReader(
        IReadOnlyList<TextRow> rows, IReadOnlySet<int> figureLines, string source, (string? Currency, decimal Unit)? unit,
        ReadingOptions options, List<ReadingProblem> problems)
    {
        (_source, _options, _unit, _problems, _rows, _figureLines) = (source, options, unit, problems, rows, figureLines);
        _figureRows = [.. rows.Where(row => figureLines.Contains(row.Number))];
        _layout = ColumnLayout.Of(_figureRows);
        _hasCaptionsRight = _figureRows.Count(IsCaptionLast) * 2 > _figureRows.Count;
        _mark = MarkOf(_figureRows.SelectMany(row => row.Filled).Select(cell => cell.Text));

        var cells = _figureRows.SelectMany(row => AfterCaption(row).Select(cell => (Key: Key(row, cell), cell.Text))).ToLookup(cell => cell.Key, cell => cell.Text);
        _labelColumns = LabelColumns(cells);
        _amountColumns = [.. cells.Where(column => column.Count(IsAmountLike) * 2 > column.Count()).Select(column => column.Key)];
        _columns = [.. cells.Where(column => !_labelColumns.Contains(column.Key) && column.Any(IsAmountLike)).Select(column => column.Key).Order()];
        var amounts = cells.SelectMany(column => column.Select(text => (column.Key, Amount: Read(text)))).Where(cell => cell.Amount.State == FigureState.Amount).ToList();
        _decimals = amounts.Where(cell => cell.Amount.Amount != 0).GroupBy(cell => cell.Key)
            .ToDictionary(column => column.Key, column => column.Min(cell => cell.Amount.Decimals));
        _currency = unit?.Currency ?? options.Currency?.Code ?? TheOnly(amounts.Select(cell => cell.Amount.Currency)) ?? TheOnly(Headings(rows).Select(cell => ReadingWords.UnitIn(cell.Text)?.Currency));
    }

    /// <summary>Reads a table.</summary>
    /// <param name="title">The title above it.</param>
    /// <param name="rows">Its lines in order.</param>
    /// <param name="figureLines">The numbers of the lines that hold figures.</param>
    /// <param name="source">The document's name.</param>
    /// <param name="unit">Currency and unit as its title states them.</param>
    /// <param name="options">What is known beforehand.</param>
    /// <param name="problems">Takes up the cells that cannot be read.</param>
    internal static DraftTable Read(
        string title, IReadOnlyList<TextRow> rows, IReadOnlySet<int> figureLines, string source,
        (string? Currency, decimal Unit)? unit, ReadingOptions options, List<ReadingProblem> problems)
    {
        var reader = new TableReader(rows, figureLines, source, unit, options, problems);
        return new DraftTable(title, reader._currency, unit?.Unit ?? 1, reader.ColumnHeadings(), [.. rows.Select(reader.Line)]);
    }

    /// <summary>Whether a cell states an amount, or is meant to.</summary>
    internal static bool IsAmountLike(string text) => PrintedAmount.Read(text).State switch
    {
        FigureState.Blank => false,
        FigureState.Unreadable => PrintedAmount.IsMeantAsAmount(text),
        _ => true,
    };

    private static bool IsCaptionLast(TextRow row)
    {
        var filled = row.Filled.ToList();
        return IsAmountLike(filled[0].Text) && !IsAmountLike(filled[^1].Text);
    }

    // Commas set off decimals where that is the only way to read most numbers that have one, and no number
    // can only be read the other way.
    private static DecimalMark MarkOf(IEnumerable<string> texts)
    {
        var (either, onlyComma) = (0, 0);
        foreach (var text in texts.Where(text => text.Contains(',', StringComparison.Ordinal) || text.Contains('.', StringComparison.Ordinal)))
        {
            var point = PrintedAmount.Read(text).State == FigureState.Amount;
            var comma = PrintedAmount.Read(text, DecimalMark.Comma).State == FigureState.Amount;
            if (point && !comma)
            {
                return DecimalMark.Point;
            }

            either += point && comma ? 1 : 0;
            onlyComma += comma && !point ? 1 : 0;
        }

        return onlyComma > 1 && onlyComma >= either ? DecimalMark.Comma : DecimalMark.Point;
    }

    // A column of nothing but years tells which year a line is of, unless it is the only column.
    private static HashSet<int> LabelColumns(ILookup<int, string> cells) => cells.Count < 2
        ? []
        : [.. cells.Where(column => column.Count() > 1 && column.All(PrintedAmount.IsYear)).Select(column => column.Key)];

    private static string? TheOnly(IEnumerable<string?> names) =>
        names.OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToList() is [var only] ? only : null;

    private IEnumerable<TextCell> Headings(IEnumerable<TextRow> rows) =>
        rows.TakeWhile(row => row != _figureRows[0]).Where(row => row.HasColumns).SelectMany(row => row.Filled);

    private int Key(TextRow row, TextCell cell) => _layout.KeyOf(cell, row.Split);

    private PrintedAmount Read(string text) => PrintedAmount.Read(text, _mark);

    private int CaptionLength(TextRow row, List<TextCell> filled)
    {
        if (_layout.IsUnderAmounts(filled[0], row.Split) || (row.Split == TextSplit.Separators && filled[0].Position > 0 && IsAmountLike(filled[0].Text)))
        {
            return 0;
        }

        var length = 1;
        while (length < filled.Count && !IsAmountLike(filled[length].Text))
        {
            length++;
        }

        return length;
    }

    private (IEnumerable<TextCell> Caption, IEnumerable<TextCell> Cells) Parts(TextRow row)
    {
        var filled = row.Filled.ToList();
        if (_hasCaptionsRight)
        {
            var last = filled.FindLastIndex(cell => IsAmountLike(cell.Text)) + 1;
            return (filled.Skip(last), filled.Take(last));
        }

        var length = CaptionLength(row, filled);
        return (filled.Take(length), filled.Skip(length));
    }

    private IEnumerable<TextCell> AfterCaption(TextRow row) => Parts(row).Cells;

    private DraftLine Line(TextRow row)
    {
        var markers = new List<string>();
        if (!_figureLines.Contains(row.Number))
        {
            return new DraftLine(CaptionText.Folded(NoteMarkers.Take(row.Text, markers)), row.Place, IndentOf(row), markers, []);
        }

        var (captionCells, rest) = Parts(row);
        var labels = rest.Where(cell => _labelColumns.Contains(Key(row, cell)));
        var caption = string.Join(' ', captionCells.Concat(labels).Select(cell => NoteMarkers.Take(cell.Text, markers)).Where(text => text.Length > 0));
        caption = CaptionText.Folded(caption);
        var figures = new List<DraftFigure>();
        foreach (var cell in rest.Where(cell => !_labelColumns.Contains(Key(row, cell))))
        {
            var printed = Read(cell.Text);
            markers.AddRange(printed.Markers);
            var key = Key(row, cell);
            if (printed.State == FigureState.Blank || !IsFigure(printed, cell.Text, key))
            {
                continue;
            }

            figures.Add(Figure(printed, caption, key, new TextPlace(row.Number, cell.Start + 1)));
        }

        return new DraftLine(caption, row.Place, IndentOf(row), markers, figures);
    }

    // A word in a column of amounts is an amount that cannot be read; elsewhere it is a word.
    private bool IsFigure(PrintedAmount printed, string text, int key) =>
        printed.State != FigureState.Unreadable || IsAmountLike(text)
        || (_amountColumns.Contains(key) && ReadingWords.CurrencyIn(text) is null && text != "$");

    private DraftFigure Figure(PrintedAmount printed, string caption, int key, TextPlace place)
    {
        if (printed.State == FigureState.Unreadable)
        {
            _problems.Add(new ReadingProblem(_source, place, $"'{printed.Printed}'", "an amount",
                $"Correct the cell of '{caption}' in the document, or ask its author what it should say."));
        }

        Currency? currency = Currency.TryParse(_currency, out var known) ? known : null;
        var interval = new PrintedInterval(_options, currency, _unit?.Unit ?? 1);
        return new DraftFigure(
            caption, Math.Max(0, _columns.IndexOf(key)), place, printed, interval.Of(printed, _decimals.GetValueOrDefault(key)));
    }

    private int IndentOf(TextRow row)
    {
        if (_hasCaptionsRight && _figureLines.Contains(row.Number) && Parts(row).Caption.FirstOrDefault() is { Text.Length: > 0 } right)
        {
            return right.Start;
        }

        var text = row.Filled.First().Text;
        var mark = text.Length > 1 && "-–•·*".Contains(text[0], StringComparison.Ordinal) && char.IsWhiteSpace(text[1]) ? 2 : 0;
        return row.Place.Column - 1 + mark;
    }

    private List<string> ColumnHeadings()
    {
        var words = _columns.ToDictionary(key => key, _ => new List<string>());
        foreach (var row in _rows.TakeWhile(row => row != _figureRows[0]).Where(row => row.HasColumns))
        {
            foreach (var cell in row.Filled)
            {
                if (words.TryGetValue(Key(row, cell), out var heading))
                {
                    heading.Add(NoteMarkers.Without(cell.Text).Trim());
                }
            }
        }

        return [.. _columns.Select(key => CaptionText.Folded(string.Join(' ', words[key])))];
    }
}

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// The reading of one document, line after line: each is part of a title, a table, a note, or a problem. The
/// tables are made of their lines when all are known, since one line does not show its columns.
/// </summary>
internal sealed class StatementReading(string source, ReadingOptions options)
{
    private readonly List<ReadingProblem> _problems = [];
    private readonly List<DraftTable> _tables = [];
    private readonly List<DraftNote> _notes = [];
    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _headings = new(StringComparer.Ordinal);
    private readonly HashSet<int> _figureLines = [];
    private List<TextRow> _rows = [];
    private DraftNote? _note;
    private string _title = "";
    private (string? Currency, decimal Unit)? _unit;
    private bool _hasFigures;
    private bool _isApart = true;

    internal void Line(string line, int number)
    {
        if (LineCells.Split(line, number) is not { } row)
        {
            FinishNote();
            _isApart = true;
            return;
        }

        if (LineCells.IsRule(line))
        {
            return;
        }

        var isFigures = IsFigures(row);
        var isSet = isFigures && row.Split != TextSplit.AmountAtEnd;
        if (_hasFigures && !isSet && NoteMarkers.AtStart(line, _isApart || _note is not null) is { } start)
        {
            FinishNote();
            _note = new DraftNote(start.Marker, row.Place, new FlowText());
            _note.Text.Append(line, number, start.Length);
        }
        else if (_note is not null && !isSet)
        {
            _note.Text.Append(line, number);
        }
        else if (isFigures)
        {
            FinishNote();
            AddFigures(row);
        }
        else
        {
            AddText(row);
        }

        _isApart = false;
    }

    internal PublishedStatement Finish(DocumentText text)
    {
        FinishNote();
        FinishTable();
        var problems = text.Problems.Concat(_problems).OrderBy(problem => problem.Place.Line).ThenBy(problem => problem.Place.Column).ToList();
        if (_figureLines.Count == 0 && text.Problems.Count == 0)
        {
            problems.Add(new ReadingProblem(source, new TextPlace(1, 1), "no figure", "lines with a caption and an amount",
                "Name the file that holds the statement; amounts stand after a tab, two blanks or a pipe."));
        }

        var named = Named();
        return new PublishedStatement(
            source, text.Sha256, _tables.Count > 0 ? _tables[0].Title : "",
            [.. _tables.Select((table, index) => new PublishedTable(
                FormattableString.Invariant($"t{index + 1}"), table.Title, table.Currency, table.Unit, table.Columns,
                [.. table.Lines.Select(line => new PublishedLine(
                    line.Caption, line.Place, line.Indent, line.Markers, [.. line.Figures.Select(figure => named[figure])]))]))],
            [.. _notes.Select(note => new PublishedNote(
                note.Marker, note.Text.ToString().Replace("\\$", "$", StringComparison.Ordinal), note.Place,
                [.. note.Amounts.Select(figure => named[figure])]))],
            problems);
    }

    // Figures are named in the order in which they are printed.
    private Dictionary<DraftFigure, PublishedFigure> Named() => _tables
        .SelectMany(table => table.Lines).SelectMany(line => line.Figures)
        .Concat(_notes.SelectMany(note => note.Amounts))
        .OrderBy(figure => figure.Place.Line).ThenBy(figure => figure.Place.Column)
        .Select((figure, index) => (figure, Published: figure.Named(FormattableString.Invariant($"f{index + 1}"))))
        .ToDictionary(pair => pair.figure, pair => pair.Published, ReferenceEqualityComparer.Instance as IEqualityComparer<DraftFigure>);

    private bool IsFigures(TextRow row)
    {
        var filled = row.Filled.ToList();
        var amounts = filled.Skip(1).Where(cell => TableReader.IsAmountLike(cell.Text)).ToList();
        var isFirst = TableReader.IsAmountLike(filled[0].Text);
        if (amounts.Count == 0 && !(isFirst && (filled.Count > 1 || filled[0].Position > 0)))
        {
            return false;
        }

        // Years alone are the headings of columns, above the figures or once more at the top of a page.
        var areYears = amounts.All(cell => PrintedAmount.IsYear(cell.Text))
            && (isFirst ? PrintedAmount.IsYear(filled[0].Text) : amounts.Count > 1 || filled[0].Position > 0);
        return !areYears || (_hasFigures && !_headings.Contains(row.Text));
    }

    private void AddText(TextRow row)
    {
        if (_hasFigures && row.Split == TextSplit.None && LineCells.EndsInNumbers(row.Text))
        {
            _problems.Add(new ReadingProblem(source, row.Place, $"'{row.Text}'", "amounts set apart from the words and from each other",
                "Set each amount off by a tab, two blanks or a pipe."));
        }

        // A title that comes again begins another statement, and so does another unit.
        if (_hasFigures && (_titles.Contains(CaptionText.Fold(row.Text)) || (_unit is not null && UnitOf(row) is not null)))
        {
            FinishTable();
        }

        _rows.Add(row);
    }

    private void AddFigures(TextRow row)
    {
        if (!_hasFigures)
        {
            TakeTitle();
            _headings.UnionWith(_rows.Where(heading => heading.HasColumns).Select(heading => heading.Text));
        }

        _hasFigures = true;
        _figureLines.Add(row.Number);
        _rows.Add(row);
    }

    private static (string? Currency, decimal Unit)? UnitOf(TextRow row) =>
        row.HasColumns ? ReadingWords.UnitIn(row.Filled.First().Text) : ReadingWords.UnitIn(row.Text);

    // Above the first figure stand the title, the line of the unit, and the first headings of the table.
    private void TakeTitle()
    {
        var unit = _rows.FindLastIndex(row => UnitOf(row) is not null);
        _unit = unit >= 0 ? UnitOf(_rows[unit]) : _unit;
        var headings = _rows.FindIndex(row => row.HasColumns);
        var length = unit >= 0 && !_rows[unit].HasColumns ? unit + 1
            : headings >= 0 ? headings
            : Math.Min(1, _rows.Count);
        var title = _rows.Take(length).ToList();
        _titles.UnionWith(title.Select(row => CaptionText.Fold(row.Text)));
        _title = string.Join(' ', title.Where(row => !IsUnitAlone(row.Text)).Select(row => row.Text));
        _rows.RemoveRange(0, length);
    }

    private static bool IsUnitAlone(string text) => text[0] is '(' or '[' && ReadingWords.UnitIn(text) is not null;

    private void FinishTable()
    {
        if (_hasFigures)
        {
            foreach (var rows in RepeatedCaptions.Split(_rows, _figureLines))
            {
                _tables.Add(TableReader.Read(_title, rows, _figureLines, source, _unit, options, _problems));
            }
        }

        (_rows, _title, _hasFigures) = ([], "", false);
    }

    private void FinishNote()
    {
        if (_note is { } note)
        {
            Currency? currency = Currency.TryParse(_unit?.Currency ?? options.Currency?.Code, out var known) ? known : null;
            _notes.Add(note with { Amounts = [.. StatedAmounts.In(note.Text, new PrintedInterval(options, currency, 1))] });
        }

        _note = null;
    }
}

namespace TrustFund.Reconciliation.Statements;

/// <summary>The reading of one document, line after line.</summary>
internal sealed class StatementReading(string source, ReadingOptions options)
{
    private readonly List<ReadingProblem> _problems = [];
    private readonly List<PublishedTable> _tables = [];
    private readonly List<PublishedNote> _notes = [];
    private readonly List<(string Text, TextPlace Place)> _pending = [];
    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);
    private List<PublishedLine> _lines = [];
    private (string Marker, string Text, TextPlace Place)? _note;
    private string _title = "";
    private (string Currency, decimal Unit)? _unit;
    private int _figures;

    internal void Line(string line, int number)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            FinishNote();
            return;
        }

        if (LineCells.IsRule(line))
        {
            return;
        }

        var place = new TextPlace(number, 1 + line.Length - line.TrimStart().Length);
        var cells = LineCells.Split(line);
        if (_lines.Count > 0 && NoteReader.MarkerAt(line) is { } marker && !cells.Skip(1).Any(cell => IsFigure(cell.Text)))
        {
            FinishNote();
            _note = (marker.Marker, line[marker.Length..], place);
        }
        else if (cells.Skip(1).Any(cell => cell.Text.Length > 0 && IsFigure(cell.Text)))
        {
            FinishNote();
            AddFigures(cells, number);
        }
        else if (_note is { } open)
        {
            _note = open with { Text = $"{open.Text} {line.Trim()}" };
        }
        else
        {
            AddText(string.Join(' ', cells.Select(cell => cell.Text).Where(cell => cell.Length > 0)), place);
        }
    }

    internal PublishedStatement Finish(DocumentText text)
    {
        FinishNote();
        FlushPending();
        FinishTable();
        var problems = text.Problems.Concat(_problems).ToList();
        if (_figures == 0 && text.Problems.Count == 0)
        {
            problems.Add(new ReadingProblem(source, new TextPlace(1, 1), "no figure", "lines with a caption and an amount",
                "Name the file that holds the statement; amounts stand after a tab, two blanks or a pipe."));
        }

        return new PublishedStatement(source, text.Sha256, _tables.Count > 0 ? _tables[0].Title : "", _tables, _notes, problems);
    }

    private static bool IsFigure(string cell) => PrintedAmount.Read(cell).State switch
    {
        FigureState.Blank => false,
        FigureState.Unreadable => PrintedAmount.LooksMeant(cell),
        _ => true,
    };

    private void AddText(string text, TextPlace place)
    {
        // A title that comes again begins another statement.
        var folded = CaptionText.Fold(text);
        if (_figures > 0 && (_titles.Contains(folded) || (_unit is not null && Units.In(text) is not null)) && _lines.Count > 0)
        {
            FlushPending();
            FinishTable();
        }

        _pending.Add((text, place));
    }

    private void AddFigures(IReadOnlyList<LineCells.Cell> cells, int number)
    {
        if (_lines.Count == 0)
        {
            TakeTitle();
        }

        FlushPending();
        var markers = new List<string>();
        var caption = CaptionText.Folded(PrintedAmount.TakeMarkers(cells[0].Text, markers));
        var figures = new List<PublishedFigure>();
        foreach (var cell in cells.Skip(1))
        {
            var printed = PrintedAmount.Read(cell.Text);
            markers.AddRange(printed.Markers);
            if (printed.State != FigureState.Blank)
            {
                figures.Add(Figure(printed, caption, cell.Position - 1, new TextPlace(number, cell.Start + 1)));
            }
        }

        _lines.Add(new PublishedLine(caption, new TextPlace(number, cells[0].Start + 1), cells[0].Start, markers, figures));
    }

    private PublishedFigure Figure(PrintedAmount printed, string caption, int column, TextPlace place)
    {
        if (printed.State == FigureState.Unreadable)
        {
            _problems.Add(new ReadingProblem(source, place, $"'{printed.Printed}'", "an amount",
                $"Correct the cell of '{caption}' in the document, or ask its author what it should say."));
        }

        return new PublishedFigure(
            FormattableString.Invariant($"f{++_figures}"), caption, column, place, printed.Printed, printed.State,
            printed.Amount, IntervalOf(printed));
    }

    private RoundingInterval? IntervalOf(PrintedAmount printed)
    {
        if (printed.Amount is not { } amount)
        {
            return null;
        }

        if (printed.State == FigureState.Nil)
        {
            return options.NilIsExact ? RoundingInterval.Exactly(0) : new RoundingInterval(-0.5m, 0.5m, false, false);
        }

        var currency = options.Currency ?? (_unit is { } unit && Currency.TryParse(unit.Currency, out var stated) ? stated : null);
        var isMinorUnit = printed.Decimals > 0 && printed.Decimals == (currency?.MinorDigits ?? 2) && (_unit?.Unit ?? 1) == 1;
        return isMinorUnit
            ? RoundingInterval.Exactly(amount)
            : RoundingInterval.Around(amount, new decimal(1, 0, 0, false, (byte)printed.Decimals), options.Rounding);
    }

    // Above the first figure stand the title, the line of the unit, and the first headings of the table.
    private void TakeTitle()
    {
        var last = _pending.FindLastIndex(line => Units.In(line.Text) is not null);
        if (last >= 0)
        {
            _unit = Units.In(_pending[last].Text);
            var isUnitAlone = _pending[last].Text.StartsWith('(');
            _title = string.Join(' ', _pending.Take(isUnitAlone ? last : last + 1).Select(line => line.Text));
            _titles.UnionWith(_pending.Take(last + 1).Select(line => CaptionText.Fold(line.Text)));
            _pending.RemoveRange(0, last + 1);
        }
        else if (_pending.Count > 0)
        {
            _title = _pending[0].Text;
            _titles.Add(CaptionText.Fold(_title));
            _pending.RemoveAt(0);
        }
    }

    private void FlushPending()
    {
        foreach (var (text, place) in _pending)
        {
            var markers = new List<string>();
            _lines.Add(new PublishedLine(CaptionText.Folded(PrintedAmount.TakeMarkers(text, markers)), place, place.Column - 1, markers, []));
        }

        _pending.Clear();
    }

    private void FinishTable()
    {
        if (_lines.Any(line => line.Figures.Count > 0))
        {
            var columns = 1 + _lines.SelectMany(line => line.Figures).Max(figure => figure.Column);
            _tables.Add(new PublishedTable(
                FormattableString.Invariant($"t{_tables.Count + 1}"), _title, _unit?.Currency ?? options.Currency?.Code, _unit?.Unit ?? 1,
                [.. Enumerable.Repeat("", columns)], _lines));
        }

        (_lines, _title) = ([], "");
    }

    private void FinishNote()
    {
        if (_note is not { } note)
        {
            return;
        }

        var text = CaptionText.Folded(note.Text);
        var amounts = NoteReader.Amounts(text).Select(stated =>
            Figure(PrintedAmount.Read(stated.Printed), stated.Name, 0, note.Place)).ToList();
        _notes.Add(new PublishedNote(note.Marker, text.Replace("\\$", "$", StringComparison.Ordinal), note.Place, amounts));
        _note = null;
    }
}

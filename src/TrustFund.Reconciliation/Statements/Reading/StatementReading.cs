using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// The reading of one document, row after row: each is part of a title, a table, a note, or a problem. The
/// tables are made of their rows when all are known, since one row does not show its columns.
/// </summary>
internal sealed partial class StatementReading(string source, ReadingOptions options, LineLedger ledger)
{
    private readonly List<ReadingProblem> _problems = [];
    private readonly List<PublishedTable> _tables = [];
    private readonly List<PublishedNote> _notes = [];
    private readonly TableBreaks _breaks = new();
    private readonly HashSet<TextRow> _figures = new(ReferenceEqualityComparer.Instance);
    private List<TextRow> _rows = [];
    private (string Marker, TextPlace Place, FlowText Text)? _note;
    private string _title = "";
    private (string? Currency, decimal Unit)? _unit;
    private bool _hasFigures;
    private bool _isApart = true;

    /// <summary>Takes up the next row; null for a blank line.</summary>
    internal void Add(TextRow? row)
    {
        if (row is null)
        {
            FinishNote();
            _isApart = true;
            return;
        }

        if (ColumnNumbers.Are(row))
        {
            ledger.Set(row, LineRole.Heading);
            return;
        }

        var isFigures = IsFigures(row);
        var isSet = isFigures && row.Split is not (TextSplit.AmountAtEnd or TextSplit.Counted);
        if (_hasFigures && !isSet && row.Line is { } line && NoteMarkers.AtStart(line, _isApart || _note is not null) is { } start)
        {
            FinishNote();
            var text = new FlowText();
            text.Append(line, row.Number, start.Length);
            _note = (start.Marker, row.Place, text);
            ledger.Set(row, LineRole.Note);
        }
        else if (_note is { } note && !isSet && row.Line is { } next)
        {
            note.Text.Append(next, row.Number);
            ledger.Set(row, LineRole.Note);
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
        foreach (var problem in text.Problems.Where(problem => problem.Place.Line <= text.Lines.Count))
        {
            ledger.Set(problem.Place.Line, LineRole.Unread);
        }

        var problems = text.Problems.Concat(_problems).OrderBy(problem => problem.Place.Line).ThenBy(problem => problem.Place.Column).ToList();
        if (_tables.Count == 0 && text.Problems.Count == 0)
        {
            problems.Add(new ReadingProblem(source, new TextPlace(1, 1), "no figure", "lines with a caption and an amount",
                "Name the file that holds the statement; amounts stand after a tab, two blanks or a pipe."));
        }

        foreach (var figure in _tables.SelectMany(table => table.Lines).SelectMany(line => line.Figures))
        {
            ledger.Set(figure.Place.Line, LineRole.Figures);
        }

        Number();
        return new PublishedStatement(source, text.Sha256, _tables.Count > 0 ? _tables[0].Title : "", _tables, _notes, problems, ledger.Roles);
    }

    // Figures are numbered in the order in which they are printed.
    private void Number()
    {
        List<PublishedFigure> figures = [.. _tables.SelectMany(table => table.Lines).SelectMany(line => line.Figures), .. _notes.SelectMany(note => note.Amounts)];
        var isInOrder = figures.Zip(figures.Skip(1)).All(pair => Compare(pair.First, pair.Second) <= 0);
        foreach (var (index, figure) in (isInOrder ? figures : (IEnumerable<PublishedFigure>)figures.Order(Comparer<PublishedFigure>.Create(Compare))).Index())
        {
            figure.Number = index + 1;
        }
    }

    private static int Compare(PublishedFigure one, PublishedFigure other) =>
        (one.Place.Line, one.Place.Column).CompareTo((other.Place.Line, other.Place.Column));

    private bool IsFigures(TextRow row)
    {
        var filled = row.Filled;
        var isFirst = filled[0].IsAmountLike;
        if (Array.FindIndex(filled, 1, cell => cell.IsAmountLike) < 0 && !(isFirst && (filled.Length > 1 || filled[0].Position > 0)))
        {
            return false;
        }

        // A currency sign that was read as a digit stands beside the word that heads the column of notes.
        if (AccountingWords.IsReference(filled[0].Text) && Array.TrueForAll(filled[1..], cell => cell.Text.Length == 1))
        {
            return false;
        }

        // Years alone are the headings of columns, above the figures or once more further down; beside one that is legible another may not be.
        var areYears = Array.TrueForAll(filled, cell => !cell.IsAmountLike || PrintedAmount.IsYear(cell.Text) || (IsLikeYear(cell.Text) && Array.Exists(filled, other => PrintedAmount.IsYear(other.Text))));
        return !areYears || (_hasFigures && !isFirst && !_breaks.IsHeading(row) && !IsBelowHeading());
    }

    // Years right below a heading of the text head the columns of another table.
    private bool IsBelowHeading() => _rows.Count > 0 && IsHeadingOfText(_rows[^1]);

    private static bool IsHeadingOfText(TextRow row) => !row.HasColumns && HeadingOfText().IsMatch(row.Text);

    // Four digits and signs that begin as years do, and are no number.
    private static bool IsLikeYear(string text) => text.Length is > 3 and < 7 && text is ['1', '9', ..] or ['2', '0', ..] && !text.All(char.IsAsciiDigit) && !text.AsSpan().ContainsAny(",. -()%");

    private void AddText(TextRow row)
    {
        if (_hasFigures && row.Split == TextSplit.None && LineCells.EndsInNumbers(row.Text))
        {
            _problems.Add(new ReadingProblem(source, row.Place, $"'{row.Text}'", "amounts set apart from the words and from each other",
                "Set each amount off by a tab, two blanks or a pipe."));
            ledger.Set(row, LineRole.Unread);
        }

        _rows.Add(row);
    }

    private void AddFigures(TextRow row)
    {
        if (_hasFigures)
        {
            TurnPage(row);
        }

        if (!_hasFigures)
        {
            TakeTitle();
            _breaks.Begin(_rows);
        }

        _hasFigures = true;
        _figures.Add(row);
        _rows.Add(row);
    }

    /// <summary>What stands between the last figures and these may begin another table, or repeat what heads this one.</summary>
    private void TurnPage(TextRow row)
    {
        var last = _rows.FindLastIndex(_figures.Contains);
        var between = _rows[(last + 1)..];
        var heading = between.FindIndex(IsHeadingOfText);
        var kind = row.BeginsTable || between.Exists(text => text.BeginsTable) || (heading >= 0 && between.Skip(heading + 1).Any(text => text.Filled.Any(cell => PrintedAmount.IsYear(cell.Text)))) ? TableBreak.NewTable
            : _breaks.Between(_rows[last], between, row, _unit is not null && between.Exists(text => UnitOf(text) is not null));
        switch (kind)
        {
            case TableBreak.NewTable:
                var remarks = between.TakeWhile(text => !text.HasColumns && text.Text[0] == '(' && text.Text[^1] == ')' && UnitOf(text) is null).Count();
                _rows.RemoveRange(last + 1 + remarks, between.Count - remarks);
                FinishTable();
                _rows = between[remarks..];
                break;
            case TableBreak.NewPage:
                _rows.RemoveRange(last + 1, between.Count);
                between.ForEach(text => ledger.Set(text, text.HasColumns ? LineRole.Heading : LineRole.Title));
                break;
            default:
                break;
        }
    }

    private static (string? Currency, decimal Unit)? UnitOf(TextRow row) =>
        row.HasColumns ? ReadingWords.UnitIn(row.Filled[0].Text) : ReadingWords.UnitIn(row.Text);

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
        title.ForEach(row => ledger.Set(row, IsUnitAlone(row.Text) ? LineRole.Unit : LineRole.Title));
        _breaks.Title(title);
        _title = string.Join(' ', title.Where(row => !IsUnitAlone(row.Text)).Select(row => CellMarkup.WithoutMarks(row.Text)));
        _rows.RemoveRange(0, length);
    }

    private static bool IsUnitAlone(string text) => text[0] is '(' or '[' && ReadingWords.UnitIn(text) is not null;

    private void FinishTable()
    {
        if (_hasFigures)
        {
            Account();
            var first = _tables.Count;
            foreach (var rows in RepeatedCaptions.Split(_rows, _figures))
            {
                var table = AdriftLines.Settled(TableReader.Read(FormattableString.Invariant($"t{_tables.Count + 1}"), _title, rows, _figures, source, _unit, options, _problems));
                if (_tables.Count > first && WideTable.Continues(_tables[^1], table))
                {
                    _tables[^1] = WideTable.Joined(_tables[^1], table);
                }
                else
                {
                    _tables.Add(table);
                }
            }
        }
        else
        {
            _rows.ForEach(row => ledger.Set(row, LineRole.Text));
        }

        _figures.Clear();
        (_rows, _title, _hasFigures) = ([], "", false);
    }

    private void Account()
    {
        var isAbove = true;
        foreach (var row in _rows)
        {
            isAbove &= !_figures.Contains(row);
            ledger.Set(row, isAbove && row.HasColumns ? LineRole.Heading : LineRole.Caption);
        }
    }

    private void FinishNote()
    {
        if (_note is { } note)
        {
            Currency? currency = Currency.TryParse(_unit?.Currency ?? options.Currency?.Code, out var known) ? known : null;
            _notes.Add(new PublishedNote(
                note.Marker, note.Text.ToString().Replace("\\$", "$", StringComparison.Ordinal), note.Place,
                [.. StatedAmounts.In(note.Text, new PrintedInterval(options, currency, 1))]));
        }

        _note = null;
    }

    [GeneratedRegex("^#{1,6} ", RegexOptions.CultureInvariant)]
    private static partial Regex HeadingOfText();
}

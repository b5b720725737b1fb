namespace TrustFund.Reconciliation.Statements;

/// <summary>Where each figure of a document stands: its line and column, its neighbours, and what to call it.</summary>
internal sealed class FigureNames
{
    private readonly Dictionary<PublishedFigure, (PublishedTable Table, PublishedLine Line)> _lines;
    private readonly Dictionary<PublishedFigure, PublishedNote> _notes = [];
    private readonly Dictionary<(PublishedTable, int), IReadOnlyList<PublishedFigure>> _columns = [];
    private readonly Dictionary<(PublishedTable, int), decimal> _places = [];
    private readonly Dictionary<(PublishedTable, int), AmountIndex> _amounts = [];
    private readonly Dictionary<(PublishedTable, int), Dictionary<PublishedFigure, int>> _numbers = [];
    private readonly Dictionary<(PublishedTable, int, int), decimal> _alike = [];
    private readonly Dictionary<(PublishedTable, int), (int Negative, int Positive)> _signs = [];
    private readonly HashSet<(PublishedTable, string)> _repeated = [];

    internal FigureNames(PublishedStatement document)
    {
        var elsewhere = new HashSet<string>(StringComparer.Ordinal);
        _lines = new(document.Tables.Sum(table => table.Lines.Sum(line => line.Figures.Count)));
        foreach (var table in document.Tables)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var line in table.Lines.Where(line => line.Figures.Count > 0))
            {
                var name = Called(line.Caption);
                if (!seen.Add(name) || elsewhere.Contains(name))
                {
                    _repeated.Add((table, name));
                }

                foreach (var figure in line.Figures)
                {
                    _lines[figure] = (table, line);
                }
            }

            elsewhere.UnionWith(seen);
        }

        foreach (var (_, caption) in _repeated.ToList())
        {
            _repeated.UnionWith(document.Tables.Select(other => (other, caption)));
        }

        foreach (var note in document.Notes)
        {
            foreach (var amount in note.Amounts)
            {
                _notes[amount] = note;
            }
        }

        NoteAmounts = [.. document.Notes.SelectMany(note => note.Amounts)];
    }

    internal IReadOnlyList<PublishedFigure> NoteAmounts { get; }

    /// <summary>Whether a figure stands in the document, in a table or a note.</summary>
    internal bool Contains(PublishedFigure figure) => _lines.ContainsKey(figure) || _notes.ContainsKey(figure);

    /// <summary>The figures of the same column of the same table, top to bottom; empty for a note's amount.</summary>
    internal IReadOnlyList<PublishedFigure> Column(PublishedFigure figure) =>
        _lines.TryGetValue(figure, out var place) ? ColumnOf(place.Table, figure.Column) : [];

    /// <summary>The figures of the same column that state an amount between two, both included; none for a note's amount. Looks at no others.</summary>
    internal IEnumerable<PublishedFigure> InColumn(PublishedFigure figure, decimal low, decimal high)
    {
        if (!_lines.TryGetValue(figure, out var place))
        {
            return [];
        }

        if (!_amounts.TryGetValue((place.Table, figure.Column), out var index))
        {
            _amounts.Add((place.Table, figure.Column), index = new AmountIndex(Column(figure)));
        }

        return index.Between(low, high);
    }

    /// <summary>Whether two figures stand in the same column of the same table.</summary>
    internal bool AreInOneColumn(PublishedFigure one, PublishedFigure other) => one.Column == other.Column
        && _lines.TryGetValue(one, out var place) && _lines.TryGetValue(other, out var otherPlace) && ReferenceEquals(place.Table, otherPlace.Table);

    /// <summary>The line a figure stands in; null for a note's amount.</summary>
    internal PublishedLine? LineOf(PublishedFigure figure) => _lines.TryGetValue(figure, out var place) ? place.Line : null;

    /// <summary>The figures of the same line, left to right; empty for a note's amount.</summary>
    internal IReadOnlyList<PublishedFigure> Row(PublishedFigure figure) => _lines.TryGetValue(figure, out var place) ? place.Line.Figures : [];

    /// <summary>The figures right above and below in its column, and right before and after in its line, as far as there are any.</summary>
    internal IEnumerable<PublishedFigure> Beside(PublishedFigure figure)
    {
        if (!_lines.TryGetValue(figure, out var place))
        {
            return [];
        }

        var (column, row) = (ColumnOf(place.Table, figure.Column), place.Line.Figures);
        if (!_numbers.TryGetValue((place.Table, figure.Column), out var numbers))
        {
            _numbers.Add((place.Table, figure.Column), numbers = []);
            foreach (var (number, other) in column.Index())
            {
                numbers.TryAdd(other, number);
            }
        }

        var (line, at) = (numbers[figure], row.Index().First(pair => pair.Item == figure).Index);
        return column.Skip(line - 1).Take(1).Concat(column.Skip(line + 1).Take(1)).Concat(row.Skip(at - 1).Take(1)).Concat(row.Skip(at + 1).Take(1)).Where(other => other != figure);
    }

    /// <summary>Whether another amount of its sign, or one of either sign, stands in a figure's column: nothing else is known of a note's amount.</summary>
    internal bool HasSignOf(PublishedFigure figure, decimal amount)
    {
        if (!_lines.TryGetValue(figure, out var place))
        {
            return true;
        }

        if (!_signs.TryGetValue((place.Table, figure.Column), out var signs))
        {
            var column = ColumnOf(place.Table, figure.Column);
            _signs.Add((place.Table, figure.Column), signs = (column.Count(other => other.Amount < 0), column.Count(other => other.Amount > 0)));
        }

        return amount == 0 || (amount < 0 ? signs.Negative > (figure.Amount < 0 ? 1 : 0) : signs.Positive > (figure.Amount > 0 ? 1 : 0)) || (signs.Negative + signs.Positive) < 3;
    }

    /// <summary>The share, 0 to 1, of the lines of a figure's table that state in its column what they state in another; nil counts as nothing.</summary>
    internal decimal ShareAlike(PublishedFigure figure, int column)
    {
        if (!_lines.TryGetValue(figure, out var place))
        {
            return 0;
        }

        if (!_alike.TryGetValue((place.Table, figure.Column, column), out var share))
        {
            var stated = ColumnOf(place.Table, figure.Column).Where(other => other.Amount is not (null or 0)).ToList();
            var alike = stated.Count(other => Row(other).Any(beside => beside.Column == column && beside.Amount == other.Amount));
            _alike.Add((place.Table, figure.Column, column), share = stated.Count == 0 ? 0 : (decimal)alike / stated.Count);
        }

        return share;
    }

    /// <summary>The unit of the last digit that most figures of a figure's column are printed to; of a note's amount, its own.</summary>
    internal decimal PlaceOf(PublishedFigure figure)
    {
        if (!_lines.TryGetValue(figure, out var place))
        {
            return Place(Decimals(figure));
        }

        if (!_places.TryGetValue((place.Table, figure.Column), out var known))
        {
            var decimals = Column(figure).Where(other => other.Amount is not (null or 0)).GroupBy(Decimals)
                .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).FirstOrDefault();
            _places.Add((place.Table, figure.Column), known = Place(decimals?.Key ?? Decimals(figure)));
        }

        return known;
    }

    private IReadOnlyList<PublishedFigure> ColumnOf(PublishedTable table, int number)
    {
        if (!_columns.TryGetValue((table, number), out var column))
        {
            column = [.. table.Lines.SelectMany(line => line.Figures).Where(figure => figure.Column == number)];
            _columns.Add((table, number), column);
        }

        return column;
    }

    private static byte Decimals(PublishedFigure figure) => Math.Min((byte)8, (figure.Amount ?? 0).Scale);

    private static decimal Place(byte decimals) => new(1, 0, 0, false, decimals);

    /// <summary>The heading of a figure's column, or its number; empty where a table has one column only.</summary>
    internal string HeadingOf(PublishedFigure figure) => _lines.TryGetValue(figure, out var place)
        && place.Table.Columns.Count > 1 && figure.Column < place.Table.Columns.Count
            ? place.Table.Columns[figure.Column] is { Length: > 0 } printed ? printed : FormattableString.Invariant($"column {figure.Column + 1}")
            : "";

    /// <summary>A caption without the bullet before it, as a sentence names it; an asterisk was read as the marker of a note.</summary>
    internal static string Called(string caption) => caption is ['-' or '–' or '—' or '•' or '·', ' ', ..] && caption[2..].TrimStart() is { Length: > 0 } name ? name : caption;

    /// <summary>What to call a figure: its caption, with the heading of its column and its line where the caption alone does not tell.</summary>
    internal string Of(PublishedFigure figure)
    {
        if (_notes.TryGetValue(figure, out var note))
        {
            return $"note {note.Marker}, {figure.Caption}";
        }

        if (!_lines.TryGetValue(figure, out var place))
        {
            return figure.Caption;
        }

        var caption = place.Line.Caption.Length > 0 ? Called(place.Line.Caption) : "the line without a caption";
        var heading = HeadingOf(figure);
        var line = place.Line.Caption.Length == 0 || _repeated.Contains((place.Table, Called(place.Line.Caption)))
            ? FormattableString.Invariant($" (line {figure.Place.Line})")
            : "";
        return $"{caption}{line}{(heading.Length > 0 ? $", {heading}" : "")}";
    }
}

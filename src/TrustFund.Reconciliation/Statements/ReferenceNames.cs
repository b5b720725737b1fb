namespace TrustFund.Reconciliation.Statements;

/// <summary>Names lines and columns of a document so that a relations file finds them again: by caption and heading where these are enough.</summary>
internal sealed class ReferenceNames
{
    private readonly PublishedStatement _document;
    private readonly DocumentLines _lines;
    private readonly Dictionary<PublishedFigure, (PublishedTable Table, int Number, PublishedLine Line)> _places = [];
    private readonly Dictionary<PublishedFigure, string> _notes = [];
    private readonly Dictionary<(PublishedLine Line, int? Table), string> _names = [];

    internal ReferenceNames(PublishedStatement document)
    {
        (_document, _lines) = (document, new DocumentLines(document));
        foreach (var (index, table) in document.Tables.Index())
        {
            foreach (var line in table.Lines)
            {
                foreach (var figure in line.Figures)
                {
                    _places[figure] = (table, index + 1, line);
                }
            }
        }

        foreach (var note in document.Notes)
        {
            foreach (var amount in note.Amounts)
            {
                _notes[amount] = note.Marker;
            }
        }
    }

    /// <summary>The latest year that the document names; 0 where it names none.</summary>
    internal int LatestYear => _lines.LatestYear;

    /// <summary>The marker of the note that states a figure; null for one of a table.</summary>
    internal string? NoteOf(PublishedFigure figure) => _notes.GetValueOrDefault(figure);

    /// <summary>The number of the one table that all figures of a relation stand in, where the document has several; else null.</summary>
    internal int? TableOf(StatementRelation relation)
    {
        var tables = Figures(relation).Select(figure => _places[figure].Number).Distinct().ToList();
        return tables.Count == 1 && _document.Tables.Count > 1 ? tables[0] : null;
    }

    internal ReferenceForm FormOf(StatementRelation relation)
    {
        var figures = Figures(relation).ToList();
        return figures.TrueForAll(figure => _places[figure].Line == _places[relation.Target].Line) && figures.Count > 1 ? ReferenceForm.ByColumn
            : figures.TrueForAll(figure => figure.Column == relation.Target.Column) ? ReferenceForm.ByLine
            : ReferenceForm.ByCell;
    }

    /// <summary>The line that a figure of a table stands in.</summary>
    internal PublishedLine LineOf(PublishedFigure figure) => _places[figure].Line;

    /// <summary>The table that a figure of one stands in.</summary>
    internal PublishedTable TableOf(PublishedFigure figure) => _places[figure].Table;

    /// <summary>What a figure is called in a relation of a form and table: the same in all that differ in nothing but their column, or their line.</summary>
    internal string PartOf(PublishedFigure figure, ReferenceForm form, int? table) => NoteOf(figure) is { } marker ? $"note {marker}" : form switch
    {
        ReferenceForm.ByColumn => Column(figure),
        ReferenceForm.ByLine => Line(figure, table),
        _ => figure.Id,
    };

    /// <summary>The name of a figure's line, in the table of a number or, for null, in all.</summary>
    internal string Line(PublishedFigure figure, int? table)
    {
        var line = _places[figure].Line;
        if (!_names.TryGetValue((line, table), out var name))
        {
            string[] names = line.Caption.Length == 0 || line.Caption.Contains('*', StringComparison.Ordinal)
                ? []
                : [line.Caption, FormattableString.Invariant($"{line.Caption} #{NumberOf(line, table)}")];
            name = Array.Find(names, name => Finds(name, table, line)) ?? FormattableString.Invariant($"@{line.Place.Line}");
            _names.Add((line, table), name);
        }

        return name;
    }

    internal string Column(PublishedFigure figure)
    {
        var table = _places[figure].Table;
        var heading = figure.Column < table.Columns.Count ? table.Columns[figure.Column] : "";
        return heading.Length > 0 && DocumentLines.Column(table, heading) == figure.Column ? heading : FormattableString.Invariant($"#{figure.Column + 1}");
    }

    private IEnumerable<PublishedFigure> Figures(StatementRelation relation) =>
        relation.Terms.Select(term => term.Figure).Append(relation.Target).Where(_places.ContainsKey);

    private int NumberOf(PublishedLine line, int? table)
    {
        var same = _lines.Find(line.Caption, table);
        return Math.Max(0, same.Select(found => found.Line).ToList().IndexOf(line)) + 1;
    }

    private bool Finds(string name, int? table, PublishedLine line) => _lines.Find(name, table) is [var only] && only.Line == line;
}

using System.Globalization;

namespace TrustFund.Reconciliation.Statements;

/// <summary>Turns declared relations into relations between the figures of a document.</summary>
internal sealed class RelationResolver(PublishedStatement document, string source)
{
    private const string Remedy = "Correct the name in the relations file; a repeated caption is told apart as 'Total #2', 'Heading > Total' or '@12' (its line).";

    private readonly DocumentLines _lines = new(document);
    private readonly RelationSetBuilder _relations = new(document.Source);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<(string Found, string Expected)> _faults = [];

    // By how many years the document is later than the one that the relation at hand was saved from.
    private int _years;
    private bool _isSaved;

    internal RelationSet Resolve(DeclaredRelations declared)
    {
        var (declarations, misfits) = (new Dictionary<StatementRelation, DeclaredRelation>(), new List<Misfit>());
        var (saved, latest) = (declared.Year > 0 ? declared.Year : Latest(declared), _lines.LatestYear);
        foreach (var (number, relation) in declared.Relations.Index())
        {
            var name = relation.Id ?? FormattableString.Invariant($"number {number + 1}");
            _isSaved = relation.IsSaved;
            _years = relation.IsSaved && saved > 0 && latest > 0 ? latest - saved : 0;
            var drafts = Drafts(relation);
            var added = 0;
            foreach (var draft in drafts ?? [])
            {
                var before = _relations.Count;
                added += _relations.Add(IdOf(relation), draft) ? 1 : 0;
                if (_relations.Count > before)
                {
                    declarations.Add(_relations.Last, relation);
                }
            }

            if (drafts is not null && added == 0)
            {
                Problem("prints no amounts for it", "a target and a term with amounts");
            }

            if (relation.IsSaved && _faults.Count > 0)
            {
                misfits.Add(new Misfit(name, _faults[0].Found));
            }
            else
            {
                _faults.ForEach(fault => _relations.Add(new ReadingProblem(
                    source, new TextPlace(1, 1), $"relation {name}, for which {document.Source} {fault.Found}", fault.Expected, Remedy)));
            }

            _faults.Clear();
        }

        return _relations.ToSet() with { Declarations = declarations, Misfits = misfits };
    }

    // What was saved may stand in another table by now.
    private List<RelationDraft>? Drafts(DeclaredRelation relation)
    {
        var drafts = relation.IsByColumn ? ByColumn(relation) : ByLine(relation);
        if (!relation.IsSaved || relation.Table is null || _faults.Count == 0)
        {
            return drafts;
        }

        var faults = _faults.ToList();
        for (var table = 1; table <= document.Tables.Count; table++)
        {
            _faults.Clear();
            var elsewhere = relation with { Table = table };
            if (table != relation.Table && (relation.IsByColumn ? ByColumn(elsewhere) : ByLine(elsewhere)) is { Count: > 0 } found && _faults.Count == 0)
            {
                return found;
            }
        }

        _faults.Clear();
        _faults.AddRange(faults);
        return drafts;
    }

    // A file of no year: the latest that it names.
    private static int Latest(DeclaredRelations declared) => declared.Relations.Where(relation => relation.IsSaved)
        .SelectMany(relation => relation.References.SelectMany(reference => new[] { reference.Name, reference.Through, reference.Column }).Concat(relation.Columns))
        .OfType<string>().Select(CaptionText.LatestYear).DefaultIfEmpty().Max();

    private string IdOf(DeclaredRelation relation)
    {
        if (relation.Id is null)
        {
            string id;
            for (var number = _relations.Count + 1; !_ids.Add(id = FormattableString.Invariant($"r{number}")); number++)
            {
            }

            return id;
        }

        // A long table repeats one declaration in every row.
        string name;
        do
        {
            var number = _numbers[relation.Id] = _numbers.GetValueOrDefault(relation.Id) + 1;
            name = number == 1 ? relation.Id : FormattableString.Invariant($"{relation.Id}.{number}");
        }
        while (!_ids.Add(name));

        return name;
    }

    private List<RelationDraft>? ByLine(DeclaredRelation relation)
    {
        var target = One(relation.Target, relation.Table);
        var terms = relation.Terms.Select(term => (term.Coefficient, term.Reference, Figures: LinesOf(term.Reference, relation.Table))).ToList();
        if (target is null || terms.Exists(term => term.Figures is null))
        {
            return null;
        }

        var (table, line) = target.Value;
        var others = terms.SelectMany(term => term.Figures!.Select(figure => figure.Table).OfType<PublishedTable>().Distinct()
            .Select(other => term.Reference.Column is { } heading ? Columns([heading], other) : [])).ToList();
        if (others.Contains(null))
        {
            return null;
        }

        var columns = Columns(relation.Target.Column is { } only ? [only] : relation.Columns, table);
        return columns?.ConvertAll(column =>
        {
            var drafts = new List<RelationDraftTerm>(terms.Sum(term => term.Figures!.Count));
            terms.ForEach(term => AddTerms(drafts, term.Figures!, term.Reference, term.Coefficient, (line, column)));
            return Draft(relation, table, line.FigureIn(column), drafts);
        });
    }

    // Lines that take in the target itself do not add it to itself.
    private void AddTerms(
        List<RelationDraftTerm> drafts, List<(PublishedTable? Table, PublishedLine? Line, PublishedFigure? Amount)> figures,
        FigureReference reference, decimal coefficient, (PublishedLine Line, int Column) target)
    {
        foreach (var (table, line, amount) in figures)
        {
            var column = reference.Column is { } other && table is not null ? DocumentLines.Column(table, other, _years) ?? -1 : target.Column;
            if (!ReferenceEquals(line, target.Line) || column != target.Column)
            {
                drafts.Add(new RelationDraftTerm(line?.Caption ?? reference.ToString(), amount ?? line!.FigureIn(column), coefficient));
            }
        }
    }

    private List<RelationDraft>? ByColumn(DeclaredRelation relation)
    {
        var lines = relation.Lines.Count == 0
            ? [.. _lines.All(relation.Table)]
            : relation.Lines.SelectMany(reference => (LinesOf(reference, relation.Table) ?? []).Select(found => (Table: found.Table!, Line: found.Line!))).ToList();
        var drafts = new List<RelationDraft>();
        var known = false;
        var columns = lines.Select(line => line.Table).Distinct(ReferenceEqualityComparer.Instance).Cast<PublishedTable>()
            .ToDictionary(table => table, table => ColumnsOf(relation, table), ReferenceEqualityComparer.Instance as IEqualityComparer<PublishedTable>);
        foreach (var (table, line) in lines)
        {
            if (columns[table] is not var (target, terms))
            {
                continue;
            }

            known = true;
            drafts.Add(Draft(relation, table, line.FigureIn(target), [.. terms.Select(term => new RelationDraftTerm(
                table.Columns[term.Column], line.FigureIn(term.Column), term.Coefficient))]));
        }

        if (!known)
        {
            var headings = string.Join(", ", document.Tables.SelectMany(table => table.Columns).Distinct().Select(heading => $"'{heading}'"));
            Problem($"has no table with the columns {relation.Target}, {string.Join(", ", relation.Terms.Select(term => term.Reference))}",
                $"headings of one table; there are {headings}; or #1, #2 ...");
            return null;
        }

        return drafts;
    }

    private static RelationDraft Draft(DeclaredRelation relation, PublishedTable table, PublishedFigure? target, IReadOnlyList<RelationDraftTerm> terms)
    {
        var unit = relation.RoundedTo;
        var because = relation.Because ?? "declared in the relations file";
        if (unit == 0 && relation.Kind is RelationKind.Rate or RelationKind.Product)
        {
            unit = CommonUnit.Of(table.Lines.SelectMany(line => line.Figures));
            because += unit > 1 ? $"; the amounts of the table are multiples of {unit.ToString("0", CultureInfo.InvariantCulture)}, so this one is taken as rounded to it" : "";
        }

        return new RelationDraft(relation.Kind, RelationBasis.Declared, because, target, terms)
        {
            Constant = relation.Constant,
            RoundedTo = unit,
            AsPrinted = relation.AsPrinted,
        };
    }

    private List<int>? Columns(IReadOnlyList<string> names, PublishedTable table)
    {
        var columns = new List<int>();
        foreach (var name in names)
        {
            if (DocumentLines.Column(table, name, _years) is not { } column)
            {
                Problem($"has no column '{name}'",
                    $"a heading of {table.Id}: {string.Join(", ", table.Columns.Select(heading => $"'{heading}'"))}; or #1, #2 ...");
                return null;
            }

            columns.Add(column);
        }

        return names.Count == 0 ? [.. Enumerable.Range(0, table.Columns.Count)] : columns;
    }

    private (int Target, List<(int Column, decimal Coefficient)> Terms)? ColumnsOf(DeclaredRelation relation, PublishedTable table)
    {
        if (DocumentLines.Column(table, relation.Target.Name!, _years) is not { } target)
        {
            return null;
        }

        var terms = new List<(int Column, decimal Coefficient)>();
        foreach (var term in relation.Terms)
        {
            if (ColumnsOf(term.Reference, table) is not { } columns)
            {
                return null;
            }

            terms.AddRange(columns.Where(column => column != target).Select(column => (column, term.Coefficient)));
        }

        return (target, terms);
    }

    private List<int>? ColumnsOf(FigureReference reference, PublishedTable table)
    {
        if (DocumentLines.Column(table, reference.Name!, _years) is not { } from)
        {
            return null;
        }

        var through = reference.Through is null ? from : DocumentLines.Column(table, reference.Through, _years);
        return through is null || through < from ? null : [.. Enumerable.Range(from, through.Value - from + 1)];
    }

    private (PublishedTable Table, PublishedLine Line)? One(FigureReference reference, int? table)
    {
        var found = _lines.Find(reference.Name ?? "", table, _years, _isSaved);
        if (found.Count == 1)
        {
            return found[0];
        }

        if (found.Count == 0)
        {
            var name = reference.Name ?? "";
            var nearest = $"the nearest are {string.Join(", ", _lines.Nearest(name))}";
            if (DocumentLines.Place(name) is { } place)
            {
                Problem(FormattableString.Invariant($"has no amount on line {place}, which '{name}' names"), $"the number of a line with one; {nearest}");
            }
            else
            {
                Problem($"has no line '{name}' with an amount", $"the caption of one; {nearest}");
            }
        }
        else
        {
            Problem($"has {found.Count} lines '{reference.Name}' ({string.Join(", ", found.Select(line => line.Line.Place))})", "one line");
        }

        return null;
    }

    private List<(PublishedTable? Table, PublishedLine? Line, PublishedFigure? Amount)>? LinesOf(FigureReference reference, int? table)
    {
        if (reference.Note is { } marker)
        {
            var note = document.Notes.FirstOrDefault(note => note.Marker == marker && note.Amounts.Count > 0);
            if (note is null)
            {
                Problem($"has no note '{marker}' with amounts", $"the marker of one; there are {string.Join(", ", document.Notes.Select(known => $"'{known.Marker}'"))}");
                return null;
            }

            return [.. note.Amounts.Select(amount => ((PublishedTable?)null, (PublishedLine?)null, (PublishedFigure?)amount))];
        }

        if (One(reference, table) is not { } from)
        {
            return null;
        }

        if (reference.Through is null)
        {
            return [(from.Table, from.Line, null)];
        }

        if (One(FigureReference.To(reference.Through), table) is not { } through)
        {
            return null;
        }

        var range = _lines.Range(from.Line, through.Line);
        if (range.Count == 0)
        {
            Problem($"has '{reference.Through}' before '{reference.Name}' or in another table", "the first line of a range before its last");
            return null;
        }

        return [.. range.Select(line => ((PublishedTable?)line.Table, (PublishedLine?)line.Line, (PublishedFigure?)null))];
    }

    private void Problem(string found, string expected) => _faults.Add((found, expected));
}

using System.Globalization;

namespace TrustFund.Reconciliation.Statements;

/// <summary>Relations that say the same in several columns, or in several lines: one declaration in a relations file.</summary>
/// <param name="Form">How its figures are named.</param>
/// <param name="Table">The number of their table, where the document has several; else null.</param>
/// <param name="Relations">The relations, in the order of the document.</param>
/// <param name="Terms">Each term once, by a figure of its line or column, in the order of the document.</param>
internal sealed record RelationsAlike(
    ReferenceForm Form, int? Table, IReadOnlyList<StatementRelation> Relations, IReadOnlyList<RelationTerm> Terms)
{
    /// <summary>The first of them.</summary>
    internal StatementRelation First => Relations[0];

    /// <summary>Groups relations. Those that lack a term where nothing is printed are alike those that have it.</summary>
    internal static IEnumerable<RelationsAlike> Of(IEnumerable<StatementRelation> relations, ReferenceNames names)
    {
        foreach (var group in relations.GroupBy(relation => KeyOf(relation, names), StringComparer.Ordinal))
        {
            if (One(group, names) is { } together)
            {
                yield return together;
                continue;
            }

            foreach (var same in group.GroupBy(relation => string.Join('\n', PartsOf(relation, names)), StringComparer.Ordinal))
            {
                yield return One(same, names)!;
            }
        }
    }

    /// <summary>Whether it holds wherever its target and a term are printed, so that columns or lines need not be named.</summary>
    internal bool IsEverywhere(PublishedStatement document, ReferenceNames names)
    {
        var held = Relations.Select(relation => relation.Target).ToHashSet();
        if (Form == ReferenceForm.ByLine)
        {
            var line = names.LineOf(First.Target);
            return line.Figures.All(figure => held.Contains(figure) || !IsPrinted(figure)
                || !Terms.Any(term => names.NoteOf(term.Figure) is not null || IsPrinted(names.LineOf(term.Figure).FigureIn(figure.Column))));
        }

        return Form == ReferenceForm.ByColumn && document.Tables.Index().Where(table => Table is null || table.Index + 1 == Table).All(table =>
        {
            // The same headings may stand over several tables.
            var target = DocumentLines.Column(table.Item, names.Column(First.Target));
            var terms = Terms.Select(term => DocumentLines.Column(table.Item, names.Column(term.Figure))).ToList();
            return target is not { } column || terms.Contains(null) || table.Item.Lines.All(line => line.FigureIn(column) is not { } figure
                || held.Contains(figure) || !IsPrinted(figure) || !terms.Exists(term => IsPrinted(line.FigureIn(term!.Value))));
        });
    }

    /// <summary>Whether the terms are three lines or more that follow each other, none left out.</summary>
    internal bool IsRange(ReferenceNames names)
    {
        if (Form != ReferenceForm.ByLine || Terms.Count < 3 || First.Kind == RelationKind.Rate || !First.IsSum
            || Terms.Any(term => term.Coefficient != 1 || names.NoteOf(term.Figure) is not null || names.TableOf(term.Figure) != names.TableOf(First.Target)))
        {
            return false;
        }

        List<PublishedLine> lines = [.. names.TableOf(First.Target).Lines.Where(line => line.Figures.Count > 0)];
        var start = lines.IndexOf(names.LineOf(Terms[0].Figure));
        return Terms.Index().All(term => start + term.Index < lines.Count && ReferenceEquals(lines[start + term.Index], names.LineOf(term.Item.Figure)));
    }

    private static RelationsAlike? One(IEnumerable<StatementRelation> group, ReferenceNames names)
    {
        List<StatementRelation> relations = [.. group];
        var (form, table) = (names.FormOf(relations[0]), names.TableOf(relations[0]));
        var terms = new Dictionary<string, RelationTerm>(StringComparer.Ordinal);
        foreach (var term in relations.SelectMany(relation => relation.Terms))
        {
            terms.TryAdd(PartOf(term, names, form, table), term);
        }

        var isOne = form != ReferenceForm.ByCell && terms.Values.Select(term => names.PartOf(term.Figure, form, table)).Distinct(StringComparer.Ordinal).Count() == terms.Count
            && relations.TrueForAll(relation =>
            {
                var own = relation.Terms.Select(term => PartOf(term, names, form, table)).ToHashSet(StringComparer.Ordinal);
                return terms.All(term => own.Contains(term.Key) || !IsPrinted(form == ReferenceForm.ByLine
                    ? names.NoteOf(term.Value.Figure) is null ? names.LineOf(term.Value.Figure).FigureIn(relation.Target.Column) : term.Value.Figure
                    : names.LineOf(relation.Target).FigureIn(term.Value.Figure.Column)));
            });
        return isOne || relations.Count == 1 || relations.TrueForAll(relation => relation.Terms.Count == terms.Count)
            ? new RelationsAlike(form, table, relations, InOrder(terms.Values, form))
            : null;
    }

    private static IReadOnlyList<RelationTerm> InOrder(IEnumerable<RelationTerm> terms, ReferenceForm form) => form == ReferenceForm.ByColumn
        ? [.. terms.OrderBy(term => term.Figure.Column)]
        : [.. terms.OrderBy(term => term.Figure.Place.Line)];

    private static string KeyOf(StatementRelation relation, ReferenceNames names)
    {
        var (form, table) = (names.FormOf(relation), names.TableOf(relation));
        return string.Create(CultureInfo.InvariantCulture, $"{relation.Kind} {form} {table} {relation.Constant} {relation.RoundedTo} {relation.AsPrinted} {names.PartOf(relation.Target, form, table)}\n{relation.Because}");
    }

    private static IEnumerable<string> PartsOf(StatementRelation relation, ReferenceNames names) =>
        relation.Terms.Select(term => PartOf(term, names, names.FormOf(relation), names.TableOf(relation)));

    private static string PartOf(RelationTerm term, ReferenceNames names, ReferenceForm form, int? table) =>
        term.Coefficient.ToString(CultureInfo.InvariantCulture) + names.PartOf(term.Figure, form, table);

    private static bool IsPrinted(PublishedFigure? figure) => figure is { State: not FigureState.Blank };
}

using TrustFund.Reconciliation.Statements;
using static TrustFund.Reconciliation.Statements.AmountText;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// What is found in a document beside what was declared for it. What is declared comes first: of a figure of which it
/// is said what it is made of, nothing else is found. Only what was saved from another document gives way, where it does
/// not hold and the lines have changed.
/// </summary>
internal sealed class BesideDeclared(PublishedStatement document, IReadOnlyCollection<string> veto, IReadOnlyList<StatementRelation> discovered)
{
    private const int MostNamed = 3;

    // One slip breaks two relations of a kind.
    private const int Several = 3;

    private readonly List<StatementRelation> _found = [.. discovered];

    /// <summary>The declared relations that stand, those that are found, and what is to be said of both.</summary>
    /// <param name="declared">What was declared.</param>
    /// <param name="others">Relations that are tested as well, of a template.</param>
    /// <param name="isAsked">Whether to find what nothing was declared of; it is found as well where a saved relation does not fit.</param>
    /// <param name="source">The name of the relations file; null for none.</param>
    internal RelationSet With(RelationSet declared, IReadOnlyList<StatementRelation> others, bool isAsked, string? source)
    {
        var given = declared.Relations.Concat(others).ToList();
        var places = given.Select(PlaceOf).ToHashSet();
        var (kept, instead, failing, changed) = (new List<StatementRelation>(), new List<StatementRelation>(), new List<StatementRelation>(), new List<(StatementRelation Saved, StatementRelation Found)>());
        foreach (var relation in declared.Relations)
        {
            if (!declared.Declarations.TryGetValue(relation, out var declaration) || !declaration.IsSaved || IsVetoed(relation, declaration) || Holds(relation))
            {
                kept.Add(relation);
            }
            else if (_found.Find(found => PlaceOf(found) == PlaceOf(relation) && FiguresOf(found) != FiguresOf(relation)) is { } other)
            {
                instead.Add(other);
                changed.Add((relation, other));
            }
            else
            {
                failing.Add(relation);
            }
        }

        var left = LeftOut(failing, kept, declared.Declarations);
        kept = [.. declared.Relations.Where(relation => kept.Contains(relation) || (failing.Contains(relation) && !left.Contains(relation)))];
        List<RelationRemark> remarks =
        [
            .. declared.Misfits.Count > 0 ? new[] { Misfits(declared.Misfits, source) } : [],
            .. changed.Count > 0 ? new[] { Changed(changed, source) } : [],
            .. left.Count > 0 ? new[] { Left(left, declared.Declarations, source) } : [],
        ];
        if (isAsked || declared.Misfits.Count > 0)
        {
            var known = given.Select(FiguresOf).ToHashSet(StringComparer.Ordinal);
            instead.AddRange(_found.Where(found => !instead.Contains(found) && !places.Contains(PlaceOf(found)) && !known.Contains(FiguresOf(found))));
        }

        var taken = given.Select(relation => relation.Id).ToHashSet(StringComparer.Ordinal);
        return declared with { Relations = [.. kept, .. instead.Select(relation => Named(relation, taken))], Remarks = remarks };
    }

    // What does not hold and is not found here either is no defect where the other document alone was so: where few of its kind
    // hold; where lines have come or gone, so that a line is out in several columns; and where a line without a caption goes by
    // its place, which is another line's by now.
    private HashSet<StatementRelation> LeftOut(
        List<StatementRelation> failing, List<StatementRelation> kept, IReadOnlyDictionary<StatementRelation, DeclaredRelation> declarations)
    {
        var holding = kept.Where(relation => declarations.GetValueOrDefault(relation) is { IsSaved: true }).CountBy(relation => relation.Kind).ToDictionary();
        var known = _found.Select(FiguresOf).ToHashSet(StringComparer.Ordinal);
        var left = failing.Where(relation => !known.Contains(FiguresOf(relation))).ToList();
        var byKind = left.CountBy(relation => relation.Kind).ToDictionary();
        var byDeclaration = left.GroupBy(relation => declarations[relation], ReferenceEqualityComparer.Instance).ToDictionary(group => group.Key!, group => group.Count(), ReferenceEqualityComparer.Instance);
        return [.. left.Where(relation => IsByPlace(declarations[relation])
            || (byKind[relation.Kind] >= Several && byKind[relation.Kind] > holding.GetValueOrDefault(relation.Kind))
            || (!declarations[relation].IsByColumn && byDeclaration[declarations[relation]] > 1))];
    }

    private bool IsVetoed(StatementRelation relation, DeclaredRelation declaration) => veto.Contains(relation.Id) || (declaration.Id is { } id && veto.Contains(id));

    // As far as half a unit of each figure reaches.
    private static bool Holds(StatementRelation relation) => Math.Abs(relation.Residual) <= (relation.RoundedTo + relation.Target.Width
        + relation.Terms.Sum(term => term.Figure.Width * (relation.IsSum ? Math.Abs(term.Coefficient) : term.Figure.Amount is 0 or null ? 0 : Math.Abs(relation.Computed / term.Figure.Amount.Value)))) / 2;

    private static bool IsByPlace(DeclaredRelation declaration) => declaration.References.Any(reference => reference.Name is ['@', ..] || reference.Through is ['@', ..]);

    // What a figure is made of is said once for its column and once for its line, of a sum and of a product; what it equals is another thing.
    private (PublishedFigure Target, bool IsRow, bool IsSum, bool IsOne) PlaceOf(StatementRelation relation) => (
        relation.Target,
        document.Names.LineOf(relation.Target) is { } line && relation.Terms.All(term => ReferenceEquals(document.Names.LineOf(term.Figure), line)),
        relation.IsSum,
        relation.Kind == RelationKind.Equality);

    private static string FiguresOf(StatementRelation relation) =>
        Findings.KeyOf(relation.Terms.Select(term => term.Figure).Append(relation.Target));

    private static StatementRelation Named(StatementRelation relation, HashSet<string> taken)
    {
        var name = relation.Id;
        for (var number = 1; !taken.Add(name); number++)
        {
            name = FormattableString.Invariant($"found-{number}");
        }

        return name == relation.Id ? relation : relation.Named(name);
    }

    private RelationRemark Changed(List<(StatementRelation Saved, StatementRelation Found)> changed, string? source)
    {
        var lines = changed.DistinctBy(pair => document.Names.LineOf(pair.Saved.Target)).Select(pair =>
        {
            var (before, now) = (pair.Saved.Terms.Select(term => term.Figure).ToList(), pair.Found.Terms.Select(term => term.Figure).ToList());
            // The terms of one line differ in their columns.
            Func<PublishedFigure, string> name = PlaceOf(pair.Saved).IsRow ? document.Names.HeadingOf : Caption;
            string[] changes = [Changes("with", now.Except(before).Select(name)), Changes("without", before.Except(now).Select(name))];
            return $"{Caption(pair.Saved.Target)} ({string.Join("; ", changes.Where(change => change.Length > 0))})";
        }).Distinct(StringComparer.Ordinal).ToList();
        return new RelationRemark(
            $"Since {source} was saved the lines have changed of {Few(lines)}: tested as found here.", [.. changed.Select(pair => pair.Saved.Target)]);
    }

    private RelationRemark Left(HashSet<StatementRelation> left, IReadOnlyDictionary<StatementRelation, DeclaredRelation> declarations, string? source)
    {
        var named = left.Select(relation => $"{declarations[relation].Id ?? relation.Id} ({Caption(relation.Target)})").Distinct(StringComparer.Ordinal).ToList();
        return new RelationRemark(
            $"{Capital(Count(named.Count))} {(named.Count == 1 ? "relation" : "relations")} of {source} {(named.Count == 1 ? "does" : "do")} not hold here, and nothing else in this document shows that {(named.Count == 1 ? "it" : "they")} should: {Few(named)}."
            + $" {(named.Count == 1 ? "It was" : "They were")} not tested.", [.. left.Select(relation => relation.Target)]);
    }

    private string Caption(PublishedFigure figure) => document.Names.LineOf(figure)?.Caption is { Length: > 0 } caption ? FigureNames.Called(caption) : document.NameOf(figure);

    private static string Changes(string word, IEnumerable<string> named)
    {
        var names = named.Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? "" : $"{word} {Few(names, ", ")}";
    }

    private static string Few(List<string> names, string separator = "; ") =>
        string.Join(separator, names.Take(MostNamed)) + (names.Count > MostNamed ? $" and {Count(names.Count - MostNamed)} more" : "");

    private static RelationRemark Misfits(IReadOnlyList<Misfit> misfits, string? source)
    {
        var isOne = misfits.Count == 1;
        return new RelationRemark(
            $"{(isOne ? "One relation" : $"{Capital(Count(misfits.Count))} relations")} of {source} {(isOne ? "does" : "do")} not fit this document: {Few([.. misfits.Select(misfit => $"for {misfit.Name} it {misfit.Found}")])}."
            + $" What was found in the document itself stands in {(isOne ? "its" : "their")} place.", []);
    }
}

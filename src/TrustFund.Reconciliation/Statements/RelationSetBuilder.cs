namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Gathers relations as they are declared. A line that is not printed, or blank, counts as nil and is named in
/// the reason; of a relation with one cell that cannot be read, what it implies for the cell is kept.
/// </summary>
internal sealed class RelationSetBuilder
{
    private readonly List<StatementRelation> _relations = [];
    private readonly List<ImpliedAmount> _implied = [];
    private readonly List<ReadingProblem> _problems = [];

    internal int Count => _relations.Count;

    internal RelationSet ToSet() => new([.. _relations], [.. _implied], [.. _problems]);

    internal void Add(ReadingProblem problem) => _problems.Add(problem);

    /// <summary>Adds a relation, if it can be tested.</summary>
    /// <param name="id">Its name; null for the next number (<c>r5</c>).</param>
    /// <param name="relation">What is declared.</param>
    /// <returns>Whether the document prints enough of it to test it or to imply an amount.</returns>
    internal bool Add(string? id, RelationDraft relation)
    {
        var printed = relation.Terms.Where(term => term.Figure is { State: not FigureState.Blank }).ToList();
        if (relation.Target is null or { State: FigureState.Blank } || printed.Count == 0)
        {
            return false;
        }

        var target = relation.Target;
        var unread = printed.Select(term => term.Figure!).Append(target).Where(figure => figure.Interval is null).Distinct().ToList();
        if (unread.Count > 0)
        {
            if (unread.Count == 1 && relation.Kind is not (RelationKind.Share or RelationKind.Product))
            {
                _implied.Add(new ImpliedAmount(unread[0], Implied(relation, printed, unread[0]), relation.Kind, target.Caption, relation.Because));
            }

            return unread.Count == 1;
        }

        if (relation.Kind is RelationKind.Share or RelationKind.Product && printed.Exists(term => term.Coefficient < 0 && term.Figure!.Amount == 0))
        {
            return false;
        }

        var terms = printed.Select(term => new RelationTerm(term.Figure!, term.Coefficient)).ToList();
        if (terms.Select(term => term.Figure).Append(target).Distinct().Count() <= terms.Count)
        {
            return false;
        }

        var left = relation.Terms.Where(term => term.Figure is null or { State: FigureState.Blank }).Select(term => term.Name).ToList();
        var because = relation.Because
            + (left.Count == 0 ? "" : $"; not printed, taken as nil: {string.Join(", ", left)}");
        _relations.Add(new StatementRelation(
            id ?? FormattableString.Invariant($"r{_relations.Count + 1}"), relation.Kind, relation.Basis, because, target, terms, relation.Constant)
        {
            RoundedTo = relation.RoundedTo,
        });
        return true;
    }

    private static decimal Implied(RelationDraft relation, List<RelationDraftTerm> printed, PublishedFigure unread)
    {
        var sum = relation.Constant + printed.Where(term => term.Figure != unread).Sum(term => term.Coefficient * term.Figure!.Amount!.Value);
        return unread == relation.Target
            ? sum
            : (relation.Target!.Amount!.Value - sum) / printed.Find(term => term.Figure == unread)!.Coefficient;
    }
}

/// <summary>A relation as it is declared, before it is known which of its figures the document prints.</summary>
internal sealed record RelationDraft(
    RelationKind Kind, RelationBasis Basis, string Because, PublishedFigure? Target, IReadOnlyList<RelationDraftTerm> Terms)
{
    internal decimal Constant { get; init; }

    internal decimal RoundedTo { get; init; }
}

/// <summary>A term as it is declared: a figure, or the name of a line that is not printed.</summary>
internal sealed record RelationDraftTerm(string Name, PublishedFigure? Figure, decimal Coefficient);

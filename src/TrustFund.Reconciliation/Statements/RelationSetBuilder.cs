using System.Runtime.InteropServices;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Gathers relations as they are declared. A line that is not printed, or blank, counts as nil and is named in
/// the reason; of a relation with one cell that cannot be read, what it implies for the cell is kept.
/// </summary>
internal sealed class RelationSetBuilder(string source)
{
    private readonly List<StatementRelation> _relations = [];
    private readonly List<ImpliedAmount> _implied = [];
    private readonly List<ReadingProblem> _problems = [];

    internal int Count => _relations.Count;

    internal StatementRelation Last => _relations[^1];

    internal RelationSet ToSet() => new([.. _relations], [.. _implied], [.. _problems]);

    internal void Add(ReadingProblem problem) => _problems.Add(problem);

    /// <summary>Adds a relation, if it can be tested.</summary>
    /// <param name="id">Its name; null for the next number (<c>r5</c>).</param>
    /// <param name="relation">What is declared.</param>
    /// <returns>Whether the document prints enough of it to test it or to imply an amount.</returns>
    internal bool Add(string? id, RelationDraft relation)
    {
        var printed = new List<RelationTerm>(relation.Terms.Count);
        printed.AddRange(relation.Terms.Where(term => term.Figure is { State: not FigureState.Blank }).Select(term => new RelationTerm(term.Figure!, term.Coefficient)));
        if (relation.Target is null or { State: FigureState.Blank } || printed.Count == 0)
        {
            return false;
        }

        var target = relation.Target;
        var unread = printed.Select(term => term.Figure).Append(target).Where(figure => figure.Interval is null).Distinct().ToList();
        var isProduct = relation.Kind is RelationKind.Share or RelationKind.Product;
        if (unread.Count > 0)
        {
            if (unread.Count == 1 && !isProduct)
            {
                Imply(relation, printed, target, unread[0]);
            }

            return unread.Count == 1;
        }

        if ((isProduct && printed.Exists(term => term.Coefficient < 0 && term.Figure.Amount == 0))
            || printed.Exists(term => term.Figure == target) || StatementRelation.NamesTwice(CollectionsMarshal.AsSpan(printed)))
        {
            return false;
        }

        if (StatementRelation.Compute(relation.Kind, printed, relation.Constant) is null)
        {
            TooLarge(target);
            return true;
        }

        var left = relation.Terms.Where(term => term.Figure is null or { State: FigureState.Blank }).Select(term => term.Name).ToList();
        var because = relation.Because
            + (left.Count == 0 ? "" : $"; not printed, taken as nil: {string.Join(", ", left)}");
        _relations.Add(new StatementRelation(
            id ?? FormattableString.Invariant($"r{_relations.Count + 1}"), relation.Kind, relation.Basis, because, target, printed, relation.Constant)
        {
            RoundedTo = relation.RoundedTo,
            AsPrinted = relation.AsPrinted,
        });
        return true;
    }

    private void Imply(RelationDraft relation, List<RelationTerm> printed, PublishedFigure target, PublishedFigure unread)
    {
        if (StatementRelation.Compute(relation.Kind, printed.FindAll(term => term.Figure != unread), relation.Constant) is not { } sum)
        {
            TooLarge(target);
            return;
        }

        if (unread == target)
        {
            _implied.Add(new ImpliedAmount(unread, sum, relation.Kind, target.Caption, relation.Because));
        }
        else if (Quotient(target.Amount!.Value - sum, printed.Find(term => term.Figure == unread).Coefficient) is { } amount)
        {
            _implied.Add(new ImpliedAmount(unread, amount, relation.Kind, target.Caption, relation.Because));
        }
        else
        {
            TooLarge(target);
        }
    }

    // A coefficient near nil, as a rate may be declared, can take an amount beyond any decimal.
    private static decimal? Quotient(decimal amount, decimal coefficient) =>
        Math.Abs(coefficient) < 1 && Math.Abs(amount) > decimal.MaxValue * Math.Abs(coefficient) ? null : amount / coefficient;

    private void TooLarge(PublishedFigure target) => _problems.Add(new ReadingProblem(
        source, target.Place, $"a relation whose terms for '{target.Caption}' come to more than can be computed to the last digit",
        "a sum of at most 10^21, a product of at most 10^18", "Correct the factors or the constant that are declared, or the amounts in the document."));
}

/// <summary>A relation as it is declared, before it is known which of its figures the document prints.</summary>
internal sealed record RelationDraft(
    RelationKind Kind, RelationBasis Basis, string Because, PublishedFigure? Target, IReadOnlyList<RelationDraftTerm> Terms)
{
    internal decimal Constant { get; init; }

    internal decimal RoundedTo { get; init; }

    internal bool AsPrinted { get; init; }
}

/// <summary>A term as it is declared: a figure, or the name of a line that is not printed.</summary>
internal readonly record struct RelationDraftTerm(string Name, PublishedFigure? Figure, decimal Coefficient);

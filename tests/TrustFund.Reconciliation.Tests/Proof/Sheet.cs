using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Proof;

/// <summary>Figures and relations as a test needs them.</summary>
internal sealed class Sheet
{
    internal List<PublishedFigure> Figures { get; } = [];

    internal List<StatementRelation> Relations { get; } = [];

    internal StatementProof Prove() => Prover.Prove(Figures, Relations, ProofPolicy.Default);

    internal RelationFinding Judged() => Prove().Findings.Should().ContainSingle().Subject;

    internal PublishedFigure Printed(decimal amount, decimal unit = 1, RoundingRule rule = RoundingRule.NearestUndeclared) =>
        Figure(amount, RoundingInterval.Around(amount, unit, rule));

    internal PublishedFigure[] Printed(params decimal[] amounts) => [.. amounts.Select(amount => Printed(amount))];

    internal PublishedFigure Exact(decimal amount) => Figure(amount, RoundingInterval.Exactly(amount));

    internal PublishedFigure Figure(decimal amount, RoundingInterval interval)
    {
        var id = FormattableString.Invariant($"f{Figures.Count + 1}");
        var figure = new PublishedFigure(id, id, 0, new TextPlace(Figures.Count + 1, 1), "", FigureState.Amount, amount, interval);
        Figures.Add(figure);
        return figure;
    }

    internal StatementRelation Total(PublishedFigure target, params PublishedFigure[] lines) =>
        Relation(target, 0, [.. lines.Select(line => (line, 1m))]);

    internal StatementRelation Relation(PublishedFigure target, decimal constant, params (PublishedFigure Figure, decimal Coefficient)[] terms)
    {
        var relation = new StatementRelation(
            FormattableString.Invariant($"r{Relations.Count + 1}"), RelationKind.Total, RelationBasis.Declared, "", target,
            [.. terms.Select(term => new RelationTerm(term.Figure, term.Coefficient))], constant);
        Relations.Add(relation);
        return relation;
    }
}

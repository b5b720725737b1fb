using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Proof;

/// <summary>
/// Checks a proof by what it shows alone: adding, multiplying and comparing. It shares no code with the
/// prover, takes nothing on trust and names the first thing that is wrong.
/// </summary>
internal static class ProofChecker
{
    internal static string? Fault(Sheet sheet, StatementProof proof) => Fault(sheet.Figures, sheet.Relations, proof);

    internal static string? Fault(IReadOnlyList<PublishedFigure> figures, IReadOnlyList<StatementRelation> relations, StatementProof proof) =>
        figures.Select(figure => FaultOf(figure, proof))
            .Concat(relations.Where(IsLinear).Select(relation => FaultOf(relation, proof)))
            .Concat(proof.Conflicts.Select(conflict => FaultOf(conflict, relations)))
            .FirstOrDefault(fault => fault is not null);

    // Products, and amounts that were rounded further than they are printed, are judged alone.
    private static bool IsLinear(StatementRelation relation) =>
        relation.Kind is not (RelationKind.Share or RelationKind.Product) && relation.RoundedTo == 0;

    private static string? FaultOf(PublishedFigure figure, StatementProof proof) =>
        proof.WithoutWitness.Contains(figure) ? null
        : !proof.Witness.TryGetValue(figure, out var amount) ? $"{figure.Id} has no amount"
        : !figure.Interval!.Value.Contains(amount) ? FormattableString.Invariant($"{figure.Id} cannot be {amount}")
        : proof.WitnessOnMinorUnits && amount % 0.01m != 0 ? FormattableString.Invariant($"{figure.Id} is no whole cents at {amount}")
        : null;

    private static string? FaultOf(StatementRelation relation, StatementProof proof)
    {
        if (proof.Conflicts.Any(conflict => conflict.GiveUp == relation) || proof.WithoutWitness.Contains(relation.Target))
        {
            return null;
        }

        var computed = relation.Constant + relation.Terms.Sum(term => term.Coefficient * proof.Witness[term.Figure]);
        return computed == proof.Witness[relation.Target] ? null : $"{relation.Id} does not hold, though it is not given up";
    }

    private static string? FaultOf(Conflict conflict, IReadOnlyList<StatementRelation> relations)
    {
        if (conflict.Relations.Distinct().Count() != conflict.Certificate.Count || conflict.Certificate.Contains(0)
            || conflict.Relations.Except(relations).Any() || !conflict.Relations.Contains(conflict.GiveUp))
        {
            return "a conflict is malformed";
        }

        // Times its multiplier, each relation says: constant + terms - target = 0. Add them up.
        var constant = 0m;
        var coefficients = new Dictionary<PublishedFigure, decimal>();
        foreach (var (relation, multiplier) in conflict.Relations.Zip(conflict.Certificate))
        {
            constant += multiplier * relation.Constant;
            foreach (var (figure, coefficient) in relation.Terms.Append(new RelationTerm(relation.Target, -1)))
            {
                coefficients[figure] = coefficients.GetValueOrDefault(figure) + (multiplier * coefficient);
            }
        }

        var (least, most, leastIsReached, mostIsReached) = (constant, constant, true, true);
        foreach (var (figure, coefficient) in coefficients.Where(pair => pair.Value != 0))
        {
            var interval = figure.Interval!.Value;
            var rises = coefficient > 0;
            least += coefficient * (rises ? interval.Low : interval.High);
            most += coefficient * (rises ? interval.High : interval.Low);
            leastIsReached &= rises ? interval.LowClosed : interval.HighClosed;
            mostIsReached &= rises ? interval.HighClosed : interval.LowClosed;
        }

        var nilIsImpossible = least > 0 || most < 0 || (least == 0 && !leastIsReached) || (most == 0 && !mostIsReached);
        return nilIsImpossible || IsOneQuantityPrintedTwice(conflict) ? null : "a certificate proves nothing";
    }

    // One quantity at one place cannot be printed in two ways, even where the intervals meet at a tie.
    private static bool IsOneQuantityPrintedTwice(Conflict conflict) =>
        conflict.Relations is [{ Terms: [{ Coefficient: 1 } term], Constant: 0 } relation]
        && term.Figure.Amount != relation.Target.Amount
        && term.Figure.Interval!.Value.High - term.Figure.Interval.Value.Low
            == relation.Target.Interval!.Value.High - relation.Target.Interval.Value.Low;
}

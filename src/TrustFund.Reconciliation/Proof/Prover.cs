using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>
/// Decides whether the figures of a statement can all be true. Every relation is judged alone, then all
/// together, part by part: relations that form a tree (no two figures stand together in two relations,
/// directly or round about) in time linear in their size, tables with row and column totals as a flow of
/// rounding differences, others by an exact simplex method. Shares, products and amounts rounded further
/// than they are printed are judged alone. The same figures and relations in the same order give the same proof.
/// </summary>
public static class Prover
{
    /// <summary>Proves a set of relations.</summary>
    /// <param name="figures">The figures of the statement; those that state no amount are passed over, those
    /// of relations that are not among them are taken in.</param>
    /// <param name="relations">What must hold between them.</param>
    /// <param name="policy">What is policy: thresholds and the minor unit.</param>
    public static StatementProof Prove(
        IReadOnlyList<PublishedFigure> figures, IReadOnlyList<StatementRelation> relations, ProofPolicy policy)
    {
        var grid = new Grid(policy.MinorUnit);
        var judge = new RelationJudge(policy);
        List<RelationFinding> alone = [.. relations.Select(judge.Judge)];
        var rounded = Math.Max(1, alone.Count(finding => finding.Bound > 0));
        List<RelationFinding> findings = [.. alone.Select(finding => finding with { Plausibility = policy.Of(finding.Likelihood, rounded) })];

        // What cannot hold alone is no argument for or against the others.
        List<Conflict> conflicts = [.. findings
            .Where(finding => finding.Verdict == Verdict.Inconsistent)
            .Select(finding => new Conflict([finding.Relation], [1], finding.Relation))];
        StatementRelation[] held = [.. findings
            .Where(finding => finding.Verdict != Verdict.Inconsistent && !finding.Relation.IsJudgedAlone)
            .Select(finding => finding.Relation)];
        List<PartProof> parts = [.. LinkedPart.Split(held).Select(part => PartProof.Of(part, grid))];
        conflicts.AddRange(parts.SelectMany(part => part.Conflicts));

        var unwitnessed = parts.SelectMany(part => part.WithoutWitness).ToHashSet();

        // In the order of the figures; what no relation held reaches is as printed.
        var witness = new OrderedDictionary<PublishedFigure, decimal>(figures.Count);
        foreach (var figure in figures.Concat(relations.SelectMany(relation => relation.Signed, (_, term) => term.Figure)))
        {
            if (figure.Amount is { } printed && !unwitnessed.Contains(figure))
            {
                witness.TryAdd(figure, printed);
            }
        }

        foreach (var (figure, amount) in parts.SelectMany(part => part.Witness))
        {
            witness[figure] = amount;
        }

        return new StatementProof(findings, witness, policy.MinorUnit, [.. unwitnessed], conflicts);
    }
}

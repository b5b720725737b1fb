using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>What was proved of a statement's figures.</summary>
public sealed class StatementProof
{
    private readonly HashSet<PublishedFigure> _reached;

    internal StatementProof(
        IReadOnlyList<RelationFinding> findings, IReadOnlyDictionary<PublishedFigure, decimal> witness, IReadOnlyList<Conflict> conflicts,
        IReadOnlyList<StatementRelation> judgedAlone)
    {
        (Findings, Witness, Conflicts, JudgedAlone) = (findings, witness, conflicts, judgedAlone);
        _reached = [.. findings.SelectMany(finding => finding.Relation.Terms.Select(term => term.Figure).Append(finding.Relation.Target))];
    }

    /// <summary>Each relation judged alone, in the order given.</summary>
    public IReadOnlyList<RelationFinding> Findings { get; }

    /// <summary>
    /// One set of unrounded amounts, each within its figure's interval and a whole number of minor units,
    /// for which every relation holds that no conflict gives up and that was not judged alone.
    /// </summary>
    public IReadOnlyDictionary<PublishedFigure, decimal> Witness { get; }

    /// <summary>The sets of relations that cannot hold together; empty where all can.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; }

    /// <summary>
    /// Relations that close a ring with others, or weigh a figure by other than 1 or -1: each was judged
    /// alone, and not together with the others.
    /// </summary>
    public IReadOnlyList<StatementRelation> JudgedAlone { get; }

    /// <summary>
    /// The judgement of a figure: unverified where no relation reaches it, else that of the worst relation
    /// it stands in, a conflict counting for all its relations.
    /// </summary>
    public Verdict VerdictOf(PublishedFigure figure)
    {
        if (!_reached.Contains(figure))
        {
            return Verdict.Unverified;
        }

        bool Stands(StatementRelation relation) => relation.Target == figure || relation.Terms.Any(term => term.Figure == figure);
        return Conflicts.Any(conflict => conflict.Relations.Any(Stands)) ? Verdict.Inconsistent
            : Findings.Any(finding => finding.Verdict == Verdict.Rounding && Stands(finding.Relation)) ? Verdict.Rounding
            : Verdict.Exact;
    }
}

using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>What was proved of a statement's figures. Immutable.</summary>
public sealed class StatementProof
{
    internal StatementProof(
        IReadOnlyList<RelationFinding> findings, IReadOnlyDictionary<PublishedFigure, decimal> witness, decimal minorUnit,
        IReadOnlyList<PublishedFigure> withoutWitness, IReadOnlyList<Conflict> conflicts)
    {
        (Findings, Witness, Conflicts, WithoutWitness) = (findings, witness, conflicts, withoutWitness);
        WitnessOnMinorUnits = withoutWitness.Count == 0 && witness.Values.All(amount => amount % minorUnit == 0);
        GivenUp = [.. conflicts.Select(conflict => conflict.GiveUp).Distinct()];
    }

    /// <summary>Each relation judged alone, in the order given.</summary>
    public IReadOnlyList<RelationFinding> Findings { get; }

    /// <summary>
    /// One set of unrounded amounts, each within its figure's interval, for which every relation holds to
    /// the last digit that is not in <see cref="GivenUp"/>, in the order of the figures. A figure that no
    /// relation held reaches has its printed amount.
    /// </summary>
    public IReadOnlyDictionary<PublishedFigure, decimal> Witness { get; }

    /// <summary>
    /// Whether every amount of the witness is a whole number of minor units. So it is where the relations
    /// form a forest of sums and differences, unless open ends leave less than a minor unit of room.
    /// </summary>
    public bool WitnessOnMinorUnits { get; }

    /// <summary>
    /// Figures that have amounts for which their relations hold, but for which no finite decimals were
    /// found: possible only with coefficients other than 1 and -1 or figures in rings. Mostly empty.
    /// </summary>
    public IReadOnlyList<PublishedFigure> WithoutWitness { get; }

    /// <summary>
    /// Sets of relations that cannot hold together, those of one relation first; empty where all can hold.
    /// Not all there are, but enough that without <see cref="GivenUp"/> the others hold.
    /// </summary>
    public IReadOnlyList<Conflict> Conflicts { get; }

    /// <summary>The relations given up to settle all conflicts, the fewest that do unless conflicts are very many.</summary>
    public IReadOnlyList<StatementRelation> GivenUp { get; }

    /// <summary>
    /// The judgement of a figure: unverified where no relation reaches it, else that of the worst relation
    /// it stands in, a relation in a conflict being inconsistent. That of several figures in a conflict
    /// one or another is wrong, a verdict does not say; a diagnosis may.
    /// </summary>
    /// <param name="figure">The figure.</param>
    public Verdict VerdictOf(PublishedFigure figure) => Verdicts.GetValueOrDefault(figure, Verdict.Unverified);

    private Dictionary<PublishedFigure, Verdict> Verdicts => field ??= ByFigure();

    private Dictionary<PublishedFigure, Verdict> ByFigure()
    {
        var verdicts = new Dictionary<PublishedFigure, Verdict>();
        var judged = Findings.Select(finding => (finding.Relation, finding.Verdict))
            .Concat(Conflicts.SelectMany(conflict => conflict.Relations).Select(relation => (Relation: relation, Verdict: Verdict.Inconsistent)));
        foreach (var (relation, verdict) in judged)
        {
            foreach (var (figure, _) in relation.Signed)
            {
                // Exact, rounding, inconsistent: the order of the verdicts is from good to bad.
                verdicts[figure] = verdicts.TryGetValue(figure, out var known) && known > verdict ? known : verdict;
            }
        }

        return verdicts;
    }
}

using BenchmarkDotNet.Attributes;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Benchmarks;

/// <summary>A statement of many lines under subtotals and a total: reading aside, the proof alone.</summary>
[MemoryDiagnoser]
public class ProofBenchmarks
{
    private List<PublishedFigure> _figures = [];
    private List<StatementRelation> _relations = [];

    [Params(100, 1_000, 10_000)]
    public int Lines { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _figures = [];
        var subtotals = Enumerable.Range(0, Lines / 10).Select(group => Total(
            [.. Enumerable.Range(0, 10).Select(line => Figure((group * 31 % 997) + line))])).ToList();
        _relations = [.. subtotals];
        _relations.Add(Total([.. subtotals.Select(subtotal => subtotal.Target)]));
    }

    [Benchmark]
    public StatementProof Prove() => Prover.Prove(_figures, _relations, ProofPolicy.Default);

    private PublishedFigure Figure(decimal amount)
    {
        var figure = new PublishedFigure(
            FormattableString.Invariant($"f{_figures.Count}"), "A line", 0, new TextPlace(_figures.Count + 1, 1), "", FigureState.Amount, amount,
            RoundingInterval.Around(amount, 1, RoundingRule.HalfAwayFromZero));
        _figures.Add(figure);
        return figure;
    }

    private StatementRelation Total(IReadOnlyList<PublishedFigure> lines) => new(
        FormattableString.Invariant($"r{_figures.Count}"), RelationKind.Total, RelationBasis.Declared, "generated",
        Figure(lines.Sum(line => line.Amount!.Value) + 1), [.. lines.Select(line => new RelationTerm(line, 1))]);
}

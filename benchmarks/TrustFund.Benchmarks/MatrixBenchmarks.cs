using BenchmarkDotNet.Attributes;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Benchmarks;

/// <summary>A table of donors by twelve months with row and column totals, each figure rounded on its own: the proof alone.</summary>
[MemoryDiagnoser]
public class MatrixBenchmarks
{
    private const int Months = 12;

    private readonly List<PublishedFigure> _figures = [];
    private readonly List<StatementRelation> _relations = [];
    private Random _cents = new(7);

    [Params(100, 1_000, 10_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _figures.Clear();
        _relations.Clear();
        _cents = new Random(7);
        var cells = Enumerable.Range(0, Rows).Select(_ => Enumerable.Range(0, Months).Select(_ => _cents.Next(100, 100_000_000) / 100m).ToArray()).ToArray();
        var printed = cells.Select(row => row.Select(Figure).ToArray()).ToArray();
        var rowTotals = cells.Select((row, index) => Total(row.Sum(), printed[index])).ToArray();
        var columnTotals = Enumerable.Range(0, Months).Select(month => Total(cells.Sum(row => row[month]), [.. printed.Select(row => row[month])])).ToArray();
        var grand = Total(cells.Sum(row => row.Sum()), rowTotals);
        _relations.Add(Relation(grand, columnTotals));
    }

    [Benchmark]
    public StatementProof Prove() => Prover.Prove(_figures, _relations, ProofPolicy.Default);

    private PublishedFigure Figure(decimal exact)
    {
        var amount = decimal.Round(exact, 0, MidpointRounding.AwayFromZero);
        var figure = new PublishedFigure(
            FormattableString.Invariant($"f{_figures.Count}"), "A cell", 0, new TextPlace(_figures.Count + 1, 1), "", FigureState.Amount, amount,
            RoundingInterval.Around(amount, 1, RoundingRule.HalfAwayFromZero));
        _figures.Add(figure);
        return figure;
    }

    private PublishedFigure Total(decimal exact, IReadOnlyList<PublishedFigure> lines)
    {
        var total = Figure(exact);
        _relations.Add(Relation(total, lines));
        return total;
    }

    private StatementRelation Relation(PublishedFigure target, IReadOnlyList<PublishedFigure> lines) => new(
        FormattableString.Invariant($"r{_relations.Count + 1}"), RelationKind.Total, RelationBasis.Declared, "generated",
        target, [.. lines.Select(line => new RelationTerm(line, 1))]);
}

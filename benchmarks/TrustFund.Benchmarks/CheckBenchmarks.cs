using System.Text;
using BenchmarkDotNet.Attributes;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Benchmarks;

/// <summary>A statement of donors by twelve months, from its text to the report: one that holds, and one whose first total does not.</summary>
[MemoryDiagnoser]
public class CheckBenchmarks
{
    private const int Months = 12;

    private byte[] _document = [];
    private DeclaredRelations _declared = new();
    private ReconcilerInput _holding = null!;
    private ReconcilerInput _failing = null!;

    [Params(100, 1_000, 10_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _document = Encoding.UTF8.GetBytes(GeneratedTable.Text(Rows, Months));
        _declared = RelationsFile.Read(Encoding.UTF8.GetBytes(GeneratedTable.Relations(Rows, Months)), "table.relations.json").Relations!;
        _holding = Input(_document);
        _failing = Input(Encoding.UTF8.GetBytes(GeneratedTable.Text(Rows, Months, slip: 90_000_000)));
    }

    [Benchmark(Description = "read the text")]
    public PublishedStatement Read() => Read(_document);

    [Benchmark(Description = "find the declared relations")]
    public RelationSet Resolve() => _declared.ApplyTo(_holding.Document, "table.relations.json");

    [Benchmark(Description = "check what holds")]
    public ReconciliationReport CheckHolding() => Reconciler.Check(_holding);

    [Benchmark(Description = "check and diagnose a total that does not hold")]
    public ReconciliationReport CheckFailing() => Reconciler.Check(_failing);

    private ReconcilerInput Input(byte[] bytes)
    {
        var document = Read(bytes);
        return new ReconcilerInput { Document = document, Relations = [_declared.ApplyTo(document, "table.relations.json")] };
    }

    private PublishedStatement Read(byte[] bytes) => StatementReader.Read(bytes, "table.txt", new ReadingOptions { Rounding = _declared.Rounding });
}

using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Diagnosis;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>From which size on differences are material, and below which they are clearly trivial; in the unit of the table.</summary>
internal sealed record Materiality(decimal Material, decimal Trivial);

/// <summary>A difference that is still in the document: one for each cause, however many relations it breaks and totals it goes through.</summary>
/// <param name="Name">What it concerns.</param>
/// <param name="Published">The figure as published; null where it was left out.</param>
/// <param name="Amount">Published less indicated: positive where the statement is overstated.</param>
/// <param name="Discrepancy">The exception that tells it first.</param>
internal sealed record UncorrectedDifference(string Name, decimal? Published, decimal Amount, Discrepancy Discrepancy);

/// <summary>The differences of a report, as an auditor sums them up.</summary>
internal sealed record Uncorrected(IReadOnlyList<UncorrectedDifference> Differences)
{
    internal static Uncorrected Of(ReconciliationReport report)
    {
        var differences = new List<UncorrectedDifference>();
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var discrepancy in report.Exceptions)
        {
            var repair = discrepancy.Diagnoses is [{ Repairs: [var only] } first, ..] && discrepancy.PerBooks is null && !CauseText.IsOpen(discrepancy.Diagnoses) ? (first.Text, only) : ((string, Repair)?)null;
            if (repair is { } cause)
            {
                if (told.Add(cause.Item1))
                {
                    differences.Add(new UncorrectedDifference(
                        report.NameOf(cause.Item2.Figure), cause.Item2.Figure.Amount, (cause.Item2.Figure.Amount ?? 0) - cause.Item2.Amount, discrepancy));
                }
            }
            else if (discrepancy.Difference is { } difference)
            {
                differences.Add(new UncorrectedDifference(ExceptionList.NameOf(report, discrepancy), discrepancy.Published, difference, discrepancy));
            }
        }

        return new Uncorrected([.. differences.OrderByDescending(difference => Math.Abs(difference.Amount))]);
    }

    internal IEnumerable<string> Summary(Materiality materiality)
    {
        int Count(Func<decimal, bool> isOf) => Differences.Count(difference => isOf(Math.Abs(difference.Amount)));
        var (net, gross) = (Differences.Sum(difference => difference.Amount), Differences.Sum(difference => Math.Abs(difference.Amount)));
        yield return $"{AmountText.Count(Differences.Count)} {(Differences.Count == 1 ? "difference" : "differences")}: net {AmountText.Of(net)}, gross {AmountText.Of(gross)}; "
            + FormattableString.Invariant($"material (from {AmountText.Of(materiality.Material)}): {Count(size => size >= materiality.Material)}, ")
            + FormattableString.Invariant($"below: {Count(size => size < materiality.Material && size >= materiality.Trivial)}")
            + (materiality.Trivial == 0 ? "" : FormattableString.Invariant($", clearly trivial (under {AmountText.Of(materiality.Trivial)}): {Count(size => size < materiality.Trivial)}"));
        foreach (var difference in Differences)
        {
            var size = Math.Abs(difference.Amount);
            var weight = size >= materiality.Material ? "material" : size < materiality.Trivial ? "clearly trivial" : "below materiality";
            yield return $"{difference.Name}: {AmountText.Of(size)} {Words.Out(difference.Published, difference.Amount)}, {weight}";
        }
    }
}

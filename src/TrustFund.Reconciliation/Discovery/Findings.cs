using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>What is believed of a statement, and what captions and layout ask for besides that does not hold.</summary>
/// <param name="Beliefs">The relations that are believed, of all kinds.</param>
/// <param name="Wanted">Sums of lines that structure asks for and that the amounts do not give.</param>
internal sealed record Findings(IReadOnlyList<Belief> Beliefs, IReadOnlyList<BelievedSum> Wanted)
{
    private const decimal MostOfOne = 6;
    private const decimal MostOfCopy = 4;
    private const decimal OfFailing = 1;

    /// <summary>What speaks for all that is believed, in digits: what holds, less what would have to be explained.</summary>
    internal decimal Digits { get; } = Worth(Beliefs);

    /// <summary>How free the choice is of an amount that a figure may have said, in digits: less where one slip of the pen made it another.</summary>
    internal static decimal CostOf(PublishedFigure figure, decimal amount) => Math.Min(
        Math.Min(MostOfOne, Discovery.Digits.Of(Math.Max(Math.Abs(amount), Math.Abs(figure.Amount!.Value)) / StepOf(figure) * 2)),
        NearMiss.CostOf(figure.Amount.Value, amount, StepOf(figure)) ?? MostOfOne);

    private static decimal Worth(IReadOnlyList<Belief> beliefs)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        return beliefs.Where(belief => belief.Constant == 0).SelectMany(belief => belief.Sums).Where(sum => known.Add(KeyOf(sum))).Sum(Worth);
    }

    /// <summary>Which figures a sum ties, whatever it says of them.</summary>
    internal static string KeyOf(BelievedSum sum) => KeyOf(sum.Terms.Select(term => term.Figure).Append(sum.Target));

    /// <summary>The same of a relation, by all its figures.</summary>
    internal static string KeyOf(IEnumerable<PublishedFigure> figures) => string.Join(' ', figures.Select(figure => figure.Id).Order(StringComparer.Ordinal));

    /// <summary>Whether a sum holds, rounding allowed; null where an amount cannot be read.</summary>
    internal static bool? Holds(BelievedSum sum) => ResidualOf(sum) is { } residual ? IsWithin(sum, residual) : null;

    /// <summary>Whether rounding explains that a sum is out by so much.</summary>
    internal static bool IsWithin(BelievedSum sum, decimal residual) => Math.Abs(residual) <= BoundOf(sum);

    /// <summary>Computed less printed; null where an amount cannot be read.</summary>
    internal static decimal? ResidualOf(BelievedSum sum) => sum.Target.Amount is { } target && sum.Terms.All(term => term.Figure.Amount is not null)
        ? sum.Terms.Sum(term => term.Coefficient * term.Figure.Amount!.Value) - target
        : null;

    /// <summary>What each figure of a sum would have to say for the sum to hold; the amounts of all of them can be read.</summary>
    internal static IEnumerable<(PublishedFigure Figure, decimal Amount)> WantedBy(BelievedSum sum) => sum.Terms.Prepend((Figure: sum.Target, Coefficient: -1m))
        .Select(term => (term.Figure, term.Figure.Amount!.Value - (ResidualOf(sum)!.Value / term.Coefficient)));

    /// <summary>How much a sum may be out by for rounding alone.</summary>
    internal static decimal BoundOf(BelievedSum sum) => sum.Terms is [{ Coefficient: 1 }] ? 0 : (sum.Terms.Sum(term => term.Figure.Width) + sum.Target.Width) / 2;

    private static decimal Worth(BelievedSum sum)
    {
        if (Holds(sum) is not { } holds)
        {
            return 0;
        }

        if (!holds)
        {
            return -OfFailing;
        }

        var figures = sum.Terms.Select(term => term.Figure).Append(sum.Target).Where(figure => figure.Amount != 0).ToList();
        var largest = figures.Select(figure => Math.Abs(figure.Amount!.Value)).DefaultIfEmpty().Max();
        return figures.Count == 0 ? 0
            : Math.Min(figures.Count > 2 ? MostOfOne : MostOfCopy, Discovery.Digits.Of(largest / Math.Max(figures.Max(StepOf), BoundOf(sum) * 2) * 2));
    }

    private static decimal StepOf(PublishedFigure figure) => figure.Width > 0 ? figure.Width : new decimal(1, 0, 0, false, Math.Min((byte)8, figure.Amount?.Scale ?? 0));
}

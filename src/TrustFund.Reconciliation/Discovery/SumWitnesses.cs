using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>What the sums and products that figures stand in say of them.</summary>
internal sealed class SumWitnesses
{
    private readonly Dictionary<PublishedFigure, List<Func<decimal, bool>>> _holds;

    /// <summary>Asks what is believed; rates are what is asked about.</summary>
    /// <param name="beliefs">What is believed.</param>
    /// <param name="figures">The figures that may be asked about.</param>
    internal SumWitnesses(IEnumerable<Belief> beliefs, IEnumerable<PublishedFigure> figures)
    {
        _holds = figures.ToDictionary(figure => figure, _ => new List<Func<decimal, bool>>());
        foreach (var belief in beliefs.Where(belief => belief.Kind != RelationKind.Rate))
        {
            var isProduct = belief.Kind is RelationKind.Share or RelationKind.Product;
            foreach (var sum in belief.Sums.Where(sum => sum.Target.Amount is not null && sum.Terms.All(term => term.Figure.Amount is not null)))
            {
                var asked = sum.Terms.Append((Figure: sum.Target, Coefficient: -1)).Where(term => _holds.ContainsKey(term.Figure)).ToList();
                if (asked.Count > 0 && isProduct)
                {
                    asked.ForEach(term => _holds[term.Figure].Add(change => HoldsProduct(sum, belief.Constant, term.Figure, change)));
                }
                else if (asked.Count > 0)
                {
                    TakeSum(sum, asked);
                }
            }
        }
    }

    /// <summary>Nothing that could be asked.</summary>
    internal static SumWitnesses None { get; } = new([], []);

    /// <summary>What they say if a figure changes by so much.</summary>
    internal Witness Ask(PublishedFigure figure, decimal change)
    {
        var answer = Witness.Silent;
        foreach (var holds in _holds[figure])
        {
            answer = (holds(0), holds(change)) switch
            {
                (true, false) when answer == Witness.Silent => Witness.Right,
                (false, true) => Witness.Wrong,
                _ => answer,
            };
        }

        return answer;
    }

    private void TakeSum(BelievedSum sum, List<(PublishedFigure Figure, decimal Coefficient)> asked)
    {
        var residual = sum.Terms.Sum(term => term.Coefficient * term.Figure.Amount!.Value) - sum.Target.Amount!.Value;
        var reach = RoundingReach.Of(sum.Terms.Select(term => Math.Abs(term.Coefficient) * term.Figure.Width).Append(sum.Target.Width));
        asked.ForEach(term => _holds[term.Figure].Add(change => Math.Abs(residual + (term.Coefficient * change)) <= reach));
    }

    // As far as the rounding of each figure goes.
    private static bool HoldsProduct(BelievedSum sum, decimal constant, PublishedFigure changed, decimal change)
    {
        decimal Amount(PublishedFigure figure) => figure.Amount!.Value + (figure == changed ? change : 0);
        if (sum.Terms.Any(term => Amount(term.Figure) == 0 || Math.Abs(Amount(term.Figure)) > Limit))
        {
            return false;
        }

        var computed = sum.Terms.Aggregate(constant, (product, term) => term.Coefficient > 0 ? product * Amount(term.Figure) : product / Amount(term.Figure));
        var reach = (sum.Target.Width / 2) + sum.Terms.Sum(term => Math.Abs(computed / Amount(term.Figure)) * term.Figure.Width / 2);
        return Math.Abs(computed - Amount(sum.Target)) <= reach;
    }

    private const decimal Limit = 1_000_000_000_000m;
}

/// <summary>What sums say of a figure.</summary>
internal enum Witness
{
    /// <summary>Nothing: it stands in none that could tell.</summary>
    Silent,

    /// <summary>It is right as it is.</summary>
    Right,

    /// <summary>It would be right with the change.</summary>
    Wrong,
}

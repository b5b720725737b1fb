using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// The slips that a statement may have in it, by the sums that its structure asks for and its amounts do not give: a figure
/// of such a sum that should say what the others leave it, one that changed places with its neighbour, or some that stand a
/// line or column too far on.
/// </summary>
internal sealed class SlipsToUndo
{
    private const decimal CostOfSwap = 1;
    private const decimal CostOfMoved = 2;
    private const int MostMoved = 5;

    // So many slips are tried for each look for the amount that was lost when lines moved.
    private const int MovedOf = 4;

    private readonly PublishedStatement _document;
    private readonly Findings _findings;
    private readonly Func<PublishedStatement, Findings> _find;
    private readonly HashSet<PublishedFigure> _shown;
    private readonly HashSet<PublishedFigure> _useful;
    private readonly ILookup<PublishedFigure, BelievedSum> _sums;
    private int _looks;

    private SlipsToUndo(PublishedStatement document, Findings findings, Func<PublishedStatement, Findings> find, int most)
    {
        (_document, _findings, _find, _looks) = (document, findings, find, most / MovedOf);
        _sums = findings.Wanted.Concat(findings.Beliefs.Where(belief => belief.Constant == 0).SelectMany(belief => belief.Sums))
            .SelectMany(sum => sum.Terms.Select(term => term.Figure).Append(sum.Target).Distinct().Select(figure => (figure, sum))).ToLookup(pair => pair.figure, pair => pair.sum);

        // Another relation has to show that the amount is right: that of a line of one sum alone might be any.
        var failing = findings.Beliefs.SelectMany(belief => belief.Sums).Where(sum => Findings.Holds(sum) == false).ToList();
        _shown = [.. findings.Beliefs.SelectMany(belief => belief.Sums).Select(sum => sum.Target), .. failing.SelectMany(sum => sum.Terms.Select(term => term.Figure))];
        _useful = [.. findings.Wanted.Select(sum => sum.Target), .. findings.Wanted.SelectMany(sum => sum.Terms.Select(term => term.Figure)).Where(IsOfAnother)];
    }

    /// <summary>The slips to try, those that leave no amount open last, and how many there are; where they are too many, those that make most of the known sums hold.</summary>
    internal static (IReadOnlyList<SlipToUndo> Tried, int Count) In(PublishedStatement document, Findings findings, Func<PublishedStatement, Findings> find, int most)
    {
        var slips = new SlipsToUndo(document, findings, find, most);
        var all = slips.Amounts().Concat(slips.Swaps()).Concat(slips.Moved()).ToList();
        return (all.Count <= most ? all : [.. all.Index().OrderByDescending(slip => slips.Gained(slip.Item)).Take(most).OrderBy(slip => slip.Index).Select(slip => slip.Item)], all.Count);
    }

    // How many sums hold with the slip undone that do not as printed, less those that then do not hold any more.
    private int Gained(SlipToUndo slip)
    {
        var changes = slip.Changes.ToDictionary(change => change.Figure, change => change.Amount - (change.Figure.Amount ?? 0));
        var gained = 0;
        foreach (var sum in changes.Keys.SelectMany(figure => _sums[figure]).Distinct())
        {
            if (Findings.ResidualOf(sum) is { } residual)
            {
                var after = residual + sum.Terms.Sum(term => term.Coefficient * changes.GetValueOrDefault(term.Figure)) - changes.GetValueOrDefault(sum.Target);
                gained += (Findings.IsWithin(sum, after) ? 1 : 0) - (Findings.IsWithin(sum, residual) ? 1 : 0);
            }
        }

        return gained;
    }

    private bool IsOfAnother(PublishedFigure figure) => _shown.Contains(figure) || AccountingWords.Says(figure.Caption, WordKind.Opening);

    private IEnumerable<SlipToUndo> Amounts()
    {
        var known = new HashSet<(PublishedFigure, decimal)>();
        foreach (var sum in _findings.Wanted)
        {
            foreach (var (figure, amount) in Findings.WantedBy(sum).Where(wanted => _useful.Contains(wanted.Figure) && known.Add(wanted)))
            {
                yield return new SlipToUndo([(figure, amount)], CostOf(sum, figure, amount));
            }
        }
    }

    // A total that is out by one of its lines leaves it out or counts it twice: one of so many.
    private static decimal CostOf(BelievedSum sum, PublishedFigure figure, decimal amount)
    {
        var lines = figure == sum.Target ? sum.Terms.Select(term => Math.Abs(term.Figure.Amount!.Value)).Where(line => line != 0).ToList() : [];
        return Math.Min(Findings.CostOf(figure, amount), lines.Count > 1 && lines.Contains(Math.Abs(amount - figure.Amount!.Value)) ? Digits.Of(lines.Count) : decimal.MaxValue);
    }

    private IEnumerable<SlipToUndo> Swaps()
    {
        foreach (var column in Columns())
        {
            foreach (var (one, other) in column.Zip(column.Skip(1)).Where(pair => pair.First.Amount is not null && pair.Second.Amount is not null && pair.First.Amount != pair.Second.Amount))
            {
                if (_useful.Contains(one) || _useful.Contains(other))
                {
                    yield return new SlipToUndo([(one, other.Amount!.Value), (other, one.Amount!.Value)], CostOfSwap);
                }
            }
        }
    }

    private IEnumerable<List<PublishedFigure>> Columns() => _document.Tables.SelectMany(table => table.Lines.SelectMany(line => line.Figures)
        .Where(figure => figure.State != FigureState.Blank).GroupBy(figure => figure.Column).Select(column => column.ToList()));

    // Where a line repeats the amount beside it, the lines from there on may stand a line too far down, or up: what the
    // last of them said is lost, and the others show it.
    private IEnumerable<SlipToUndo> Moved() => Columns().SelectMany(column => Moved(column).Concat(Moved([.. Enumerable.Reverse(column)])));

    private IEnumerable<SlipToUndo> Moved(List<PublishedFigure> column)
    {
        for (var from = 1; from + 1 < column.Count; from++)
        {
            for (var length = 2; length <= MostMoved && from + length <= column.Count && column[from].Amount is not (null or 0) && column[from].Amount == column[from - 1].Amount; length++)
            {
                var part = column.GetRange(from, length);
                var moved = part.Zip(part.Skip(1)).Where(pair => pair.Second.Amount is not null && pair.First.Amount != pair.Second.Amount).Select(pair => (pair.First, pair.Second.Amount!.Value)).ToList();
                foreach (var amount in moved.Count == 0 || _looks-- <= 0 ? [] : AmountsOf(part[^1], moved))
                {
                    yield return new SlipToUndo([.. moved, (part[^1], amount)], Findings.CostOf(part[^1], amount) + CostOfMoved);
                }
            }
        }
    }

    // What a figure should say, the others being mended.
    private List<decimal> AmountsOf(PublishedFigure figure, List<(PublishedFigure, decimal)> others)
    {
        var mended = new MendedStatement(_document, others);
        var findings = _find(mended.Statement);
        return
        [
            .. findings.Wanted.Concat(findings.Beliefs.Where(belief => belief.Constant == 0).SelectMany(belief => belief.Sums).Where(sum => Findings.Holds(sum) == false))
                .SelectMany(Findings.WantedBy).Where(wanted => wanted.Figure == figure && wanted.Amount != figure.Amount).Select(wanted => wanted.Amount).Distinct(),
        ];
    }
}

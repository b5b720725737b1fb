using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Diagnosis;

/// <summary>Causes that lie in figures that stand where others should: swapped, or moved on by a line or column.</summary>
internal sealed class MovedFigures(WhatIf whatIf, FigureNames names, DiagnosisPolicy policy)
{
    private const int FewestMoved = 2;

    internal IEnumerable<Candidate> All() => Swaps().Concat(Rows()).Concat(Columns());

    // What a failing relation wants of a figure stands in the same line or column, and the other way round.
    private IEnumerable<Candidate> Swaps()
    {
        var seen = new HashSet<(PublishedFigure, PublishedFigure)>();
        foreach (var figure in whatIf.Figures.Where(figure => figure.Amount is not null))
        {
            foreach (var number in whatIf.TensionsOf(figure).Where(number => whatIf.Tensions[number].Fails))
            {
                var tension = whatIf.Tensions[number];
                var wants = tension.Wants(figure);
                var together = tension.Figures.ToHashSet();
                foreach (var other in names.Column(figure).Concat(names.Row(figure)))
                {
                    if (other.Amount is not { } amount || amount == figure.Amount || seen.Contains((other, figure))
                        || (!together.Contains(other) && (wants is null || amount < wants.Value.Low || amount > wants.Value.High))
                        || !seen.Add((figure, other)))
                    {
                        continue;
                    }

                    var choices = Math.Max(1, names.Column(figure).Count + names.Row(figure).Count - 2);
                    yield return new Candidate(SlipKind.Swap, [new Repair(figure, amount), new Repair(other, figure.Amount!.Value)],
                        policy.WeightOf(SlipKind.Swap) / choices, $"{names.Of(figure)} and {names.Of(other)} stand in each other's place");
                }
            }
        }
    }

    // The figures of a line from some column on, one column too far right or left; what fell off is nil.
    private IEnumerable<Candidate> Rows()
    {
        foreach (var row in whatIf.Figures.Select(names.Row).Where(row => row.Count > FewestMoved).Distinct().ToList())
        {
            if (row.Any(figure => figure.Amount is null))
            {
                continue;
            }

            for (var from = 0; from + FewestMoved <= row.Count; from++)
            {
                var part = row.Skip(from).ToList();
                yield return Moved([.. part.Select((figure, index) => new Repair(figure, index + 1 < part.Count ? part[index + 1].Amount!.Value : 0))], "one column too far right");
                yield return Moved([.. part.Select((figure, index) => new Repair(figure, index > 0 ? part[index - 1].Amount!.Value : 0))], "one column too far left");
            }
        }
    }

    // The figures of a column over some lines, each a line too far down or up: each line wants its neighbour's.
    private IEnumerable<Candidate> Columns()
    {
        foreach (var column in whatIf.Figures.Select(names.Column).Where(column => column.Count > FewestMoved).Distinct().ToList())
        {
            foreach (var step in new[] { 1, -1 })
            {
                var run = new List<Repair>();
                for (var index = 0; index <= column.Count; index++)
                {
                    var next = index + step;
                    if (index < column.Count && next >= 0 && next < column.Count && column[next].Amount is { } amount && IsWanted(column[index], amount))
                    {
                        run.Add(new Repair(column[index], amount));
                        continue;
                    }

                    if (run.Count >= FewestMoved)
                    {
                        yield return Moved([.. run], step > 0 ? "one line too far down" : "one line too far up");
                    }

                    run.Clear();
                }
            }
        }
    }

    private bool IsWanted(PublishedFigure figure, decimal amount) => figure.Amount is not null && figure.Amount != amount
        && whatIf.TensionsOf(figure).Any(number => whatIf.Tensions[number].Fails
            && whatIf.Tensions[number].Wants(figure) is { } wants && amount >= wants.Low && amount <= wants.High);

    private Candidate Moved(IReadOnlyList<Repair> repairs, string where)
    {
        List<Repair> changed = [.. repairs.Where(repair => repair.Figure.Amount != repair.Amount)];
        return new Candidate(SlipKind.Shifted, changed, policy.WeightOf(SlipKind.Shifted) / 10,
            changed.Count == 0 ? "" : $"the figures from {names.Of(changed[0].Figure)} to {names.Of(changed[^1].Figure)} stand {where}");
    }
}

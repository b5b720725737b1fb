using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Diagnosis;

/// <summary>Causes that lie in figures that stand where others should: swapped, or moved on by a line or column.</summary>
internal sealed class MovedFigures(WhatIf whatIf, FigureNames names, DiagnosisPolicy policy)
{
    private const int FewestMoved = 2;
    private const int MostLines = 4;
    private const int MostTried = 200;
    private const int MostStarts = 3;
    private const int ExchangePlaces = 3;
    private const int Neighbours = 4;
    private const int ToOneApart = 100;

    internal IEnumerable<Candidate> All() => Swaps().Concat(Rows()).Concat(Columns());

    // What a failing relation wants of a figure stands in the same line or column, and the other way round.
    private IEnumerable<Candidate> Swaps()
    {
        var seen = new HashSet<(PublishedFigure, PublishedFigure)>();
        foreach (var figure in whatIf.Figures.Where(figure => figure.Amount is not null))
        {
            foreach (var number in whatIf.TensionsOf(figure).Where(number => whatIf.Tensions[number].Fails))
            {
                foreach (var other in Exchangeable(figure, whatIf.Tensions[number]))
                {
                    if (other.Amount is not { } amount || amount == figure.Amount || seen.Contains((other, figure)) || !seen.Add((figure, other)))
                    {
                        continue;
                    }

                    // Half of what changed places stands side by side.
                    var choices = Math.Max(1, names.Column(figure).Count);
                    choices = names.Beside(figure).Contains(other) ? Math.Min(Neighbours, choices) : 2 * choices;

                    // What is a slip of the pen apart is hardly two amounts: one is printed twice, and once with the slip.
                    choices *= PrintedSlips.Between(figure, amount, names.PlaceOf(figure)) is null ? 1 : ToOneApart;
                    yield return new Candidate(SlipKind.Swap, [new Repair(figure, amount), new Repair(other, figure.Amount!.Value)],
                        policy.WeightOf(SlipKind.Swap) / choices, $"{names.Of(figure)} and {names.Of(other)} stand in each other's place");
                }
            }
        }
    }

    // Figures of the same column, then of the same line: those that count otherwise in the relation, and those outside it
    // that say what it wants. A long column has few of them, and is not looked through for each of its figures.
    private IEnumerable<PublishedFigure> Exchangeable(PublishedFigure figure, Tension tension)
    {
        var wants = tension.Wants(figure);
        var wanted = wants is { } range ? names.InColumn(figure, range.Low, range.High).Where(other => !tension.Contains(other)) : [];
        return tension.Unlike(figure).Where(other => names.AreInOneColumn(figure, other)).Concat(wanted).OrderBy(other => other.Place.Line).ThenBy(other => other.Place.Column)
            .Concat(names.Row(figure).Where(other => tension.Contains(other)
                ? !tension.AreAlike(figure, other)
                : other.Amount is { } amount && wants is { } some && amount >= some.Low && amount <= some.High));
    }

    // The figures of a line from some column on, one column too far right or left; what fell off at the end is what
    // its relations ask for.
    private IEnumerable<Candidate> Rows()
    {
        foreach (var row in whatIf.Figures.Select(names.Row).Where(row => row.Count > FewestMoved).Distinct().ToList())
        {
            for (var from = 0; from + FewestMoved <= row.Count; from++)
            {
                var part = row.Skip(from).ToList();
                foreach (var candidate in Moved(part, "one column too far right").Concat(Moved([.. Enumerable.Reverse(part)], "one column too far left")))
                {
                    yield return candidate;
                }
            }
        }
    }

    // The figures of a column over some lines, each a line too far down or up.
    private IEnumerable<Candidate> Columns()
    {
        foreach (var column in whatIf.Figures.Select(names.Column).Where(column => column.Count > FewestMoved).Distinct().ToList())
        {
            foreach (var candidate in Runs(column, "one line too far down").Concat(Runs([.. Enumerable.Reverse(column)], "one line too far up")))
            {
                yield return candidate;
            }
        }
    }

    // Each line wants its neighbour's figure, as far as that goes; or a few lines do, of which only the total tells.
    private IEnumerable<Candidate> Runs(IReadOnlyList<PublishedFigure> column, string where)
    {
        for (var from = 0; from + 1 < column.Count; from++)
        {
            var end = from;
            while (end + 1 < column.Count && column[end + 1].Amount is { } next && (column[end].Amount == next ? end > from && !IsWrongByLine(column[end]) : IsWanted(column[end], next)))
            {
                end++;
            }

            // What stands above the first that moved may want its neighbour's figure as well, as a line that repeats it does.
            foreach (var start in Enumerable.Range(from, Math.Clamp(end - from, 1, MostStarts)))
            {
                var ends = column.Count > MostTried || !IsOut(column[start]) ? [end] : Enumerable.Range(start + 1, MostLines).Append(end).Where(last => last < column.Count).Distinct();
                foreach (var candidate in ends.Where(last => last > start).SelectMany(last => Moved([.. column.Skip(start).Take(last - start + 1)], where)))
                {
                    yield return candidate;
                }
            }

            from = Math.Max(from, end - 1);
        }
    }

    private bool IsOut(PublishedFigure figure) => whatIf.TensionsOf(figure).Any(number => whatIf.Tensions[number].Fails);

    private bool IsFree(PublishedFigure figure) => whatIf.TensionsOf(figure).Count == 0;

    // A relation that stands in no other line says so.
    private bool IsWrongByLine(PublishedFigure figure)
    {
        var row = names.Row(figure);
        return whatIf.TensionsOf(figure).Select(number => whatIf.Tensions[number]).Any(tension => tension.Fails && tension.Figures.All(row.Contains));
    }

    // Each figure gives back what stands in the next one's place; the last may be right, or get what its relations ask for.
    private IEnumerable<Candidate> Moved(IReadOnlyList<PublishedFigure> figures, string where)
    {
        if (figures.Any(figure => figure.Amount is null))
        {
            yield break;
        }

        var last = figures[^1];
        List<Repair> moved = [.. figures.Zip(figures.Skip(1)).Where(pair => pair.First.Amount != pair.Second.Amount)
            .Select(pair => new Repair(pair.First, pair.Second.Amount!.Value))];
        // What nothing is known of moves along with what a relation wants back.
        var isFree = moved.Exists(repair => IsFree(repair.Figure));
        if (!moved.Exists(repair => IsOut(repair.Figure)) || !moved.TrueForAll(repair => IsOut(repair.Figure) || IsFree(repair.Figure)) || (isFree && whatIf.Try(moved).Repaired.Count == 0))
        {
            yield break;
        }

        foreach (var amount in (IsRight(last, moved) ? [] : whatIf.Needed(last, moved)).Append(last.Amount!.Value).Distinct())
        {
            List<Repair> repairs = amount == last.Amount ? moved : [.. moved, new Repair(last, amount)];
            if (repairs.Count >= FewestMoved && !IsExchange(repairs))
            {
                // Where no line says so by itself, many other lines might have moved as well.
                var isSaid = moved.TrueForAll(repair => IsFree(repair.Figure) || IsWrongByLine(repair.Figure));
                yield return new Candidate(SlipKind.Shifted, repairs, policy.WeightOf(SlipKind.Shifted) / (isSaid ? 10 : 100),
                    $"the figures from {names.Of(repairs[0].Figure)} to {names.Of(repairs[^1].Figure)} stand {where}");
            }
        }
    }

    // Its relations with figures that did not move hold as it is.
    private bool IsRight(PublishedFigure figure, List<Repair> moved)
    {
        var others = whatIf.TensionsOf(figure).Select(number => whatIf.Tensions[number]).Where(tension => !moved.Exists(repair => tension.Contains(repair.Figure))).ToList();
        return others.Count > 0 && others.TrueForAll(tension => !tension.Fails);
    }

    // Two that change places, as far as rounding lets their relations say.
    private bool IsExchange(List<Repair> repairs) => repairs is [var one, var other]
        && one.Amount == other.Figure.Amount && Math.Abs(other.Amount - one.Figure.Amount!.Value) <= ExchangePlaces * names.PlaceOf(other.Figure);

    private bool IsWanted(PublishedFigure figure, decimal amount) => figure.Amount is not null && figure.Amount != amount
        && whatIf.TensionsOf(figure).Any(number => whatIf.Tensions[number].Fails
            && whatIf.Tensions[number].Wants(figure) is { } wants && amount >= wants.Low && amount <= wants.High);
}

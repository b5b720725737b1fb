namespace TrustFund.Reconciliation.Proof;

/// <summary>
/// Finds unrounded amounts for relations that form a tree, in time linear in its size: from the leaves
/// to a root, the whole minor units each figure can have for the relations below it to hold; then from
/// the root back, amounts as near to the printed ones as their relations let them be. What a figure can
/// have is a span without gaps since every coefficient is 1 or -1.
/// </summary>
internal sealed class ForestWitness
{
    private const int None = -1;

    private readonly LinkedPart _part;
    private readonly Grid.Span[] _possible;
    private readonly Int128[] _printed;
    private readonly Int128[] _constants;

    private ForestWitness(LinkedPart part)
    {
        _part = part;
        _possible = new Grid.Span[part.Figures.Count];
        _printed = new Int128[part.Figures.Count];
        _constants = new Int128[part.Relations.Count];
    }

    /// <summary>The amounts in the order of the part's figures; null where no whole minor units do.</summary>
    internal static decimal[]? Find(LinkedPart part, Grid grid)
    {
        var search = new ForestWitness(part);
        return search.Place(grid) && search.Narrow() ? [.. search.Choose().Select(grid.Amount)] : null;
    }

    private bool Place(Grid grid)
    {
        for (var figure = 0; figure < _printed.Length; figure++)
        {
            _possible[figure] = grid.Whole(_part.Figures[figure].Interval!.Value);
            _printed[figure] = grid.Nearest(_part.Figures[figure].Amount!.Value, out _);
        }

        var areOnGrid = true;
        for (var relation = 0; relation < _constants.Length; relation++)
        {
            _constants[relation] = grid.Nearest(_part.Relations[relation].Constant, out var isOnGrid);
            areOnGrid &= isOnGrid;
        }

        return areOnGrid && Array.TrueForAll(_possible, span => !span.IsEmpty);
    }

    private bool Narrow()
    {
        foreach (var (relation, above) in Enumerable.Reverse(RootFirst()))
        {
            _possible[above] = _possible[above].Intersect(Needed(relation, above));
            if (_possible[above].IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Every relation with the figure above it, those nearer to the root, figure 0, first.</summary>
    private List<(int Relation, int Above)> RootFirst()
    {
        var order = new List<(int Relation, int Above)>(_part.Relations.Count);
        var queue = new Queue<(int Figure, int RelationAbove)>([(0, None)]);
        while (queue.TryDequeue(out var next))
        {
            foreach (var relation in _part.RelationsOf(next.Figure))
            {
                if (relation == next.RelationAbove)
                {
                    continue;
                }

                order.Add((relation, next.Figure));
                foreach (var figure in _part.FiguresOf[relation].Where(figure => figure != next.Figure))
                {
                    queue.Enqueue((figure, relation));
                }
            }
        }

        return order;
    }

    /// <summary>What a figure can have for a relation to hold, the others ranging over what they can have.</summary>
    private Grid.Span Needed(int relation, int figure)
    {
        var (low, high) = (_constants[relation], _constants[relation]);
        var isAdded = false;
        foreach (var (other, coefficient) in _part.Terms(relation))
        {
            if (other == figure)
            {
                isAdded = coefficient > 0;
                continue;
            }

            var span = _possible[other];
            (low, high) = coefficient > 0 ? (low + span.Low, high + span.High) : (low - span.High, high - span.Low);
        }

        return isAdded ? new Grid.Span(-high, -low) : new Grid.Span(low, high);
    }

    private Int128[] Choose()
    {
        var chosen = new Int128[_printed.Length];
        for (var figure = 0; figure < chosen.Length; figure++)
        {
            chosen[figure] = _possible[figure].Nearest(_printed[figure]);
        }

        foreach (var (relation, above) in RootFirst())
        {
            Share(relation, above, chosen);
        }

        return chosen;
    }

    // What is out is shared among the figures below in proportion to the room each has, so that all stay
    // near what is printed and none is driven to the end of its interval without need. Narrow has made
    // sure that there is room enough.
    private void Share(int relation, int above, Int128[] chosen)
    {
        var excess = _constants[relation];
        foreach (var (figure, coefficient) in _part.Terms(relation))
        {
            excess += coefficient > 0 ? chosen[figure] : -chosen[figure];
        }

        if (excess == 0)
        {
            return;
        }

        var below = _part.Terms(relation).Where(term => term.Figure != above).ToArray();
        Int128 allRoom = 0;
        foreach (var (figure, coefficient) in below)
        {
            allRoom += Room(figure, IsRaised(coefficient, excess), chosen);
        }

        Int128 roomSoFar = 0;
        Int128 sharedSoFar = 0;
        foreach (var (figure, coefficient) in below)
        {
            var isRaised = IsRaised(coefficient, excess);
            roomSoFar += Room(figure, isRaised, chosen);
            var share = (Int128.Abs(excess) * roomSoFar / allRoom) - sharedSoFar;
            sharedSoFar += share;
            chosen[figure] += isRaised ? share : -share;
        }
    }

    private static bool IsRaised(decimal coefficient, Int128 excess) => coefficient > 0 == excess < 0;

    private Int128 Room(int figure, bool upwards, Int128[] chosen) =>
        upwards ? _possible[figure].High - chosen[figure] : chosen[figure] - _possible[figure].Low;
}

using System.Numerics;

namespace TrustFund.Reconciliation.Proof;

/// <summary>
/// Decides whether relations can all hold where every figure is added in one of them and deducted in at
/// most one other, as the cells of a table with row and column totals are. Then what the printed amounts
/// are out by is a quantity that flows from relation to relation through the figures they share, as far
/// as each figure's interval leaves room, and into the open where a figure stands in one relation only.
/// The largest flow (Dinic) settles it in whole minor units; where something is left, the relations it
/// cannot leave are a certificate.
/// </summary>
/// <remarks>A few passes over the figures in practice; at most the square of the relations times the figures.</remarks>
internal sealed class RoundingFlow
{
    private readonly LinkedPart _part;
    private readonly Grid _grid;
    private readonly int[] _signs;
    private readonly int _open;
    private readonly (int Added, int Deducted)[] _ends;
    private readonly int[][] _figuresOf;
    private readonly Int128[] _chosen;
    private readonly Grid.Span[] _possible;
    private readonly Int128[] _excess;
    private readonly int[] _levels;
    private readonly int[] _next;

    private RoundingFlow(LinkedPart part, Grid grid, int[] signs)
    {
        (_part, _grid, _signs, _open) = (part, grid, signs, part.Relations.Count);
        _ends = new (int, int)[part.Figures.Count];
        _figuresOf = new int[part.Relations.Count + 1][];
        _chosen = new Int128[part.Figures.Count];
        _possible = new Grid.Span[part.Figures.Count];
        _excess = new Int128[part.Relations.Count + 1];
        _levels = new int[_excess.Length];
        _next = new int[_excess.Length];
    }

    /// <summary>Amounts or multipliers; null where the relations are of another kind, or whole minor units decide nothing.</summary>
    internal static SimplexResult? Solve(LinkedPart part, Grid grid)
    {
        if (!part.IsUnweighted || Signs(part) is not { } signs)
        {
            return null;
        }

        var flow = new RoundingFlow(part, grid, signs);
        return flow.Place() ? flow.Settle() : null;
    }

    /// <summary>A sign for each relation, so that every figure is added in one and deducted in the other; null where there are none.</summary>
    private static int[]? Signs(LinkedPart part)
    {
        var coefficients = new (decimal First, decimal Second)[part.Figures.Count];
        for (var relation = 0; relation < part.Relations.Count; relation++)
        {
            foreach (var (figure, coefficient) in part.Terms(relation))
            {
                var relations = part.RelationsOf(figure);
                if (relations.Length > 2)
                {
                    return null;
                }

                coefficients[figure] = relation == relations[0] ? (coefficient, default) : (coefficients[figure].First, coefficient);
            }
        }

        var signs = new int[part.Relations.Count];
        var queue = new Queue<int>([0]);
        signs[0] = 1;
        while (queue.TryDequeue(out var relation))
        {
            foreach (var figure in part.FiguresOf[relation])
            {
                var relations = part.RelationsOf(figure);
                var other = relation == relations[0] ? relations[^1] : relations[0];
                var opposite = coefficients[figure].First == coefficients[figure].Second ? -signs[relation] : signs[relation];
                if (other == relation || signs[other] == opposite)
                {
                    continue;
                }

                if (signs[other] != 0)
                {
                    return null;
                }

                signs[other] = opposite;
                queue.Enqueue(other);
            }
        }

        return signs;
    }

    private bool Place()
    {
        Array.Fill(_ends, (_open, _open));
        for (var relation = 0; relation < _open; relation++)
        {
            _excess[relation] = _signs[relation] * _grid.Nearest(_part.Relations[relation].Constant, out var isOnGrid);
            if (!isOnGrid)
            {
                return false;
            }

            _figuresOf[relation] = _part.FiguresOf[relation];
            foreach (var (figure, coefficient) in _part.Terms(relation))
            {
                _ends[figure] = coefficient * _signs[relation] > 0 ? (relation, _ends[figure].Deducted) : (_ends[figure].Added, relation);
            }
        }

        _figuresOf[_open] = [.. Enumerable.Range(0, _ends.Length).Where(figure => _ends[figure].Added == _open || _ends[figure].Deducted == _open)];
        for (var figure = 0; figure < _ends.Length; figure++)
        {
            _possible[figure] = _grid.Whole(_part.Figures[figure].Interval!.Value);
            if (_possible[figure].IsEmpty)
            {
                return false;
            }

            _chosen[figure] = _possible[figure].Nearest(_grid.Nearest(_part.Figures[figure].Amount!.Value, out _));
            _excess[_ends[figure].Added] += _chosen[figure];
            _excess[_ends[figure].Deducted] -= _chosen[figure];
        }

        return true;
    }

    private SimplexResult? Settle()
    {
        // First what is too much leaves for where too little is, or into the open; then the open fills what is left.
        _excess[_open] = 0;
        while (Level(node => node != _open && _excess[node] > 0, isAtOpen: true))
        {
            Array.Clear(_next);
            for (var node = 0; node < _open; node++)
            {
                while (_excess[node] > 0 && Push(node, _excess[node], endsInOpen: true) is { IsZero: false } pushed)
                {
                    _excess[node] -= pushed.Amount;
                }
            }
        }

        if (Array.FindIndex(_excess, 0, _open, excess => excess > 0) >= 0)
        {
            return Certificate(Enumerable.Range(0, _open).Where(node => _levels[node] >= 0));
        }

        while (Level(node => node == _open, isAtOpen: false))
        {
            Array.Clear(_next);
            while (Push(_open, Int128.MaxValue, endsInOpen: false) is { IsZero: false })
            {
            }
        }

        return Array.FindIndex(_excess, 0, _open, excess => excess < 0) >= 0
            ? Certificate(Enumerable.Range(0, _open).Where(node => _levels[node] < 0))
            : SimplexResult.Feasible([.. _chosen.Select(_grid.Amount)]);
    }

    // How many figures lie between the sources and each relation; says whether any goal can be reached.
    private bool Level(Func<int, bool> isSource, bool isAtOpen)
    {
        Array.Fill(_levels, -1);
        var queue = new Queue<int>();
        for (var node = 0; node <= _open; node++)
        {
            if (isSource(node))
            {
                _levels[node] = 0;
                queue.Enqueue(node);
            }
        }

        var isReached = false;
        while (queue.TryDequeue(out var node))
        {
            if (_levels[node] > 0 && (node == _open ? isAtOpen : _excess[node] < 0))
            {
                isReached = true;
                continue;
            }

            foreach (var figure in _figuresOf[node])
            {
                var (other, room) = Along(node, figure);
                if (room > 0 && _levels[other] < 0)
                {
                    _levels[other] = _levels[node] + 1;
                    queue.Enqueue(other);
                }
            }
        }

        return isReached;
    }

    private (int Other, Int128 Room) Along(int node, int figure) => _ends[figure].Added == node
        ? (_ends[figure].Deducted, _chosen[figure] - _possible[figure].Low)
        : (_ends[figure].Added, _possible[figure].High - _chosen[figure]);

    // Depth is the number of relations on the way: levels rise by one, so no way is longer than the relations are many;
    // kept in a list of its own, since a chain of totals may be longer than a call stack.
    private Pushed Push(int source, Int128 most, bool endsInOpen)
    {
        var way = new List<(int Node, int Figure)>();
        var node = source;
        while (true)
        {
            if (node != source && (node == _open ? endsInOpen : _excess[node] < 0))
            {
                return Carry(way, node, most);
            }

            var advanced = false;
            for (; _next[node] < _figuresOf[node].Length; _next[node]++)
            {
                var figure = _figuresOf[node][_next[node]];
                var (other, room) = Along(node, figure);
                if (room > 0 && _levels[other] == _levels[node] + 1)
                {
                    way.Add((node, figure));
                    node = other;
                    advanced = true;
                    break;
                }
            }

            if (advanced)
            {
                continue;
            }

            if (way.Count == 0)
            {
                return default;
            }

            node = way[^1].Node;
            way.RemoveAt(way.Count - 1);
            _next[node]++;
        }
    }

    private Pushed Carry(List<(int Node, int Figure)> way, int goal, Int128 most)
    {
        var amount = goal == _open ? most : Int128.Min(most, -_excess[goal]);
        foreach (var (node, figure) in way)
        {
            amount = Int128.Min(amount, Along(node, figure).Room);
        }

        foreach (var (node, figure) in way)
        {
            _chosen[figure] += _ends[figure].Added == node ? -amount : amount;
        }

        if (goal != _open)
        {
            _excess[goal] += amount;
        }

        return new Pushed(amount);
    }

    // Added up by their signs, the relations that nothing can leave (or enter) ask for more than the figures at their edge can give.
    private SimplexResult? Certificate(IEnumerable<int> relations)
    {
        var multipliers = new BigInteger[_open];
        var sums = new decimal[_part.Figures.Count];
        var constant = 0m;
        foreach (var relation in relations)
        {
            multipliers[relation] = _signs[relation];
            constant += _signs[relation] * _part.Relations[relation].Constant;
            foreach (var (figure, coefficient) in _part.Terms(relation))
            {
                sums[figure] += _signs[relation] * coefficient;
            }
        }

        var (low, high, lowClosed, highClosed) = (constant, constant, true, true);
        for (var figure = 0; figure < sums.Length; figure++)
        {
            if (sums[figure] != 0)
            {
                var interval = _part.Figures[figure].Interval!.Value;
                var isAdded = sums[figure] > 0;
                low += sums[figure] * (isAdded ? interval.Low : interval.High);
                high += sums[figure] * (isAdded ? interval.High : interval.Low);
                lowClosed &= isAdded ? interval.LowClosed : interval.HighClosed;
                highClosed &= isAdded ? interval.HighClosed : interval.LowClosed;
            }
        }

        // Open ends may leave less room than a minor unit, and then fractions decide.
        var isProved = low > 0 || high < 0 || (low == 0 && !lowClosed) || (high == 0 && !highClosed);
        if (!isProved)
        {
            return null;
        }

        var sign = multipliers.First(multiplier => !multiplier.IsZero).Sign;
        return SimplexResult.Infeasible([.. multipliers.Select(multiplier => multiplier * sign)]);
    }

    private readonly record struct Pushed(Int128 Amount)
    {
        internal bool IsZero => Amount == 0;
    }
}

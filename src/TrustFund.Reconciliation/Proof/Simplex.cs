using System.Numerics;

namespace TrustFund.Reconciliation.Proof;

/// <summary>
/// Decides in exact fractions whether linked relations can all hold, and shows how or why not. The
/// simplex method for feasibility with bounded variables (Dutertre and de Moura): every figure starts at
/// its printed amount, every relation has a slack that must be nil, and pivots repair one violated
/// bound after another. Bland's rule, the lowest number first, ends it. An open end is an end moved in
/// by an amount smaller than any other.
/// </summary>
/// <remarks>
/// Worst case exponential, as for every simplex method; in practice some pivots for each relation that
/// is out, each costing the rows that hold the pivot's column. A table of a thousand figures takes
/// well under a second; trees, most statements, never come here unless they are contradictory.
/// </remarks>
internal sealed class Simplex
{
    private const int FinerSteps = 12;

    private readonly LinkedPart _part;
    private readonly Variable[] _variables;
    private readonly Dictionary<int, Rational>?[] _rows;
    private readonly HashSet<int>[] _rowsWith;
    private readonly SortedSet<int> _violated = [];
    private Dictionary<int, Rational>? _stuck;

    private Simplex(LinkedPart part, bool insideOnly)
    {
        var figures = part.Figures.Count;
        _part = part;
        _variables = new Variable[figures + part.Relations.Count];
        _rows = new Dictionary<int, Rational>?[_variables.Length];
        _rowsWith = [.. _variables.Select(_ => new HashSet<int>())];
        for (var figure = 0; figure < figures; figure++)
        {
            _variables[figure] = Variable.Of(part.Figures[figure], insideOnly);
        }

        for (var relation = 0; relation < part.Relations.Count; relation++)
        {
            AddSlack(figures + relation, relation);
        }
    }

    /// <summary>Amounts in the order of the part's figures, or multipliers in the order of its relations.</summary>
    internal static SimplexResult Solve(LinkedPart part, decimal minorUnit)
    {
        // Amounts well inside their intervals first: they leave room to be told in few digits.
        var inside = new Simplex(part, insideOnly: true);
        if (inside.Repair())
        {
            return SimplexResult.Feasible(inside.Amounts(minorUnit));
        }

        var any = new Simplex(part, insideOnly: false);
        return any.Repair() ? SimplexResult.Feasible(any.Amounts(minorUnit)) : SimplexResult.Infeasible(any.Multipliers());
    }

    private void AddSlack(int slack, int relation)
    {
        var row = _part.Terms(relation).ToDictionary(term => term.Figure, term => Rational.Of(term.Coefficient));
        var needed = new Nudged(-Rational.Of(_part.Relations[relation].Constant), default);
        var value = row.Aggregate(default(Nudged), (sum, term) => sum + (_variables[term.Key].Value * term.Value));
        _variables[slack] = new Variable(value, needed, needed);
        _rows[slack] = row;
        foreach (var figure in row.Keys)
        {
            _rowsWith[figure].Add(slack);
        }

        Watch(slack);
    }

    private bool Repair()
    {
        while (_violated.Count > 0)
        {
            var leaving = _violated.Min;
            var variable = _variables[leaving];
            var mustRise = variable.Value < variable.Low;
            var entering = Entering(_rows[leaving]!, mustRise);
            if (entering is null)
            {
                _stuck = new Dictionary<int, Rational>(_rows[leaving]!.Select(term => KeyValuePair.Create(term.Key, -term.Value)))
                {
                    [leaving] = Rational.One,
                };
                return false;
            }

            Move(leaving, entering.Value, mustRise ? variable.Low : variable.High);
            Pivot(leaving, entering.Value);
        }

        return true;
    }

    private int? Entering(Dictionary<int, Rational> row, bool mustRise)
    {
        int? lowest = null;
        foreach (var (candidate, coefficient) in row)
        {
            var variable = _variables[candidate];
            var canHelp = coefficient.Sign > 0 == mustRise ? variable.Value < variable.High : variable.Low < variable.Value;
            if (canHelp && (lowest is null || candidate < lowest))
            {
                lowest = candidate;
            }
        }

        return lowest;
    }

    private void Move(int leaving, int entering, Nudged target)
    {
        var change = (target - _variables[leaving].Value) * (Rational.One / _rows[leaving]![entering]);
        Shift(entering, change);
        foreach (var row in _rowsWith[entering])
        {
            Shift(row, row == leaving ? target - _variables[leaving].Value : change * _rows[row]![entering]);
            Watch(row);
        }
    }

    private void Shift(int number, Nudged change) =>
        _variables[number] = _variables[number] with { Value = _variables[number].Value + change };

    private void Watch(int number)
    {
        if (_rows[number] is not null && _variables[number].IsViolated)
        {
            _violated.Add(number);
        }
        else
        {
            _violated.Remove(number);
        }
    }

    private void Pivot(int leaving, int entering)
    {
        var old = _rows[leaving]!;
        var inverse = Rational.One / old[entering];
        var row = new Dictionary<int, Rational>(old.Count) { [leaving] = inverse };
        foreach (var (number, coefficient) in old)
        {
            _rowsWith[number].Remove(leaving);
            if (number != entering)
            {
                row[number] = -(coefficient * inverse);
            }
        }

        _rows[leaving] = null;
        foreach (var other in _rowsWith[entering])
        {
            Substitute(other, entering, row);
        }

        _rowsWith[entering].Clear();
        _rows[entering] = row;
        foreach (var number in row.Keys)
        {
            _rowsWith[number].Add(entering);
        }

        Watch(leaving);
        Watch(entering);
    }

    private void Substitute(int target, int entering, Dictionary<int, Rational> row)
    {
        var terms = _rows[target]!;
        terms.Remove(entering, out var factor);
        foreach (var (number, coefficient) in row)
        {
            var sum = terms.GetValueOrDefault(number) + (factor * coefficient);
            if (sum.IsZero)
            {
                terms.Remove(number);
                _rowsWith[number].Remove(target);
            }
            else
            {
                terms[number] = sum;
                _rowsWith[number].Add(target);
            }
        }
    }

    // Every variable of the stuck row stands at the end that hinders, and the row is a sum of relations,
    // each as often as its slack stands in it: those are the multipliers.
    private BigInteger[] Multipliers()
    {
        var figures = _part.Figures.Count;
        Rational[] fractions = [.. _part.Relations.Select((_, relation) => _stuck!.GetValueOrDefault(figures + relation))];
        var measure = fractions.Aggregate(default(Rational), Rational.CommonMeasure);
        var sign = fractions.First(fraction => !fraction.IsZero).Sign;
        return [.. fractions.Select(fraction => sign * (fraction / measure).Numerator)];
    }

    private decimal[]? Amounts(decimal minorUnit)
    {
        FreeRows();
        KeepDecimal();
        Rational[] point = [.. Point()];
        var step = Rational.Of(minorUnit);
        for (var finer = 0; finer <= FinerSteps; finer++)
        {
            if (AmountsNear(point, step) is { } amounts)
            {
                return amounts;
            }

            step /= Rational.Of(10);
        }

        return AmountsNear(point, null);
    }

    // A slack that is a combination of figures would no longer be nil if they moved: it gives its row to one of them.
    private void FreeRows()
    {
        for (var slack = _part.Figures.Count; slack < _variables.Length; slack++)
        {
            var candidates = _rows[slack]?.Where(term => term.Key < _part.Figures.Count && !_variables[term.Key].IsFixed).ToList();
            if (candidates is { Count: > 0 })
            {
                Pivot(slack, candidates.OrderBy(term => !BigInteger.Abs(term.Value.Numerator).IsOne).ThenBy(term => term.Key).First().Key);
            }
        }
    }

    // An overhead of 13 per cent follows from its base in finite decimals, a base from its overhead does not: where a
    // figure follows by endless ones, it changes places with a figure that it depends on.
    private void KeepDecimal()
    {
        for (var figure = 0; figure < _part.Figures.Count; figure++)
        {
            var better = _rows[figure]?.Where(term => term.Key < _part.Figures.Count && !_variables[term.Key].IsFixed
                && !term.Value.IsFiniteDecimal && (Rational.One / term.Value).IsFiniteDecimal).Select(term => term.Key).ToList();
            if (better is { Count: > 0 })
            {
                Pivot(figure, better.Min());
            }
        }
    }

    /// <summary>The amounts with the symbolic smallest amount made a real one, small enough for every end.</summary>
    private IEnumerable<Rational> Point()
    {
        var figures = _variables.Take(_part.Figures.Count).ToList();
        var nudge = figures.SelectMany(variable => variable.Nudges()).Append(Rational.One).Min() / Rational.Of(2);
        return figures.Select(variable => variable.Value.Amount + (variable.Value.Nudge * nudge));
    }

    /// <summary>Figures without a row at the nearest step, the others as they follow; null where one falls out of its interval.</summary>
    private decimal[]? AmountsNear(Rational[] point, Rational? step)
    {
        var exact = new Rational[_variables.Length];
        for (var number = 0; number < exact.Length; number++)
        {
            if (_rows[number] is null)
            {
                var variable = _variables[number];
                exact[number] = number >= point.Length || variable.IsFixed ? variable.Value.Amount
                    : step is { } some ? point[number].RoundTo(some)
                    : point[number];
            }
        }

        var amounts = new decimal[point.Length];
        for (var figure = 0; figure < amounts.Length; figure++)
        {
            var amount = _rows[figure] is { } row
                ? row.Aggregate(default(Rational), (sum, term) => sum + (exact[term.Key] * term.Value))
                : exact[figure];
            if (amount.ToDecimal() is not { } value || !_part.Figures[figure].Interval!.Value.Contains(value))
            {
                return null;
            }

            amounts[figure] = value;
        }

        return amounts;
    }

    private readonly record struct Variable(Nudged Value, Nudged Low, Nudged High)
    {
        internal bool IsFixed => Low.CompareTo(High) == 0;

        internal bool IsViolated => Value < Low || High < Value;

        internal static Variable Of(Statements.PublishedFigure figure, bool insideOnly)
        {
            var interval = figure.Interval!.Value;
            Nudged low = new(Rational.Of(interval.Low), interval.IsExact || (interval.LowClosed && !insideOnly) ? default : Rational.One);
            Nudged high = new(Rational.Of(interval.High), interval.IsExact || (interval.HighClosed && !insideOnly) ? default : -Rational.One);
            Nudged printed = new(Rational.Of(figure.Amount!.Value), default);
            return new Variable(printed < low ? low : high < printed ? high : printed, low, high);
        }

        /// <summary>How large the smallest amount may be made before the value leaves an end behind.</summary>
        internal IEnumerable<Rational> Nudges()
        {
            if (Low.Amount < Value.Amount && Low.Nudge > Value.Nudge)
            {
                yield return (Value.Amount - Low.Amount) / (Low.Nudge - Value.Nudge);
            }

            if (Value.Amount < High.Amount && Value.Nudge > High.Nudge)
            {
                yield return (High.Amount - Value.Amount) / (Value.Nudge - High.Nudge);
            }
        }
    }
}

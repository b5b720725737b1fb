using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Proof;

/// <summary>
/// Sheets drawn by a seed: relations that hold between true amounts in whole cents, and figures printed
/// from those in whole units, or now and then in tens or exactly.
/// </summary>
internal sealed class RandomSheet(int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<decimal> _true = [];
    private readonly List<(int Target, decimal Constant, (int Figure, decimal Coefficient)[] Terms)> _relations = [];

    /// <summary>Every figure added after the first hangs on one before it by one relation.</summary>
    internal Sheet Forest()
    {
        Add(Cents());
        var relations = _random.Next(1, 8);
        for (var relation = 0; relation < relations; relation++)
        {
            var known = _random.Next(_true.Count);
            var others = Enumerable.Range(0, _random.Next(1, 7)).Select(_ => (Figure: Add(Cents()), Coefficient: Sign())).ToArray();
            if (_random.Next(2) == 0)
            {
                AddTarget([(known, Sign()), .. others], _random.Next(3) == 0 ? Cents() : 0);
            }
            else
            {
                // The figure known is the total: the last of the others makes up what is left.
                var left = _true[known] - others.Sum(other => other.Coefficient * _true[other.Figure]);
                _relations.Add((known, 0, [.. others, (Add(left), 1)]));
            }
        }

        return Print();
    }

    /// <summary>Rows and columns with their totals, and the total of both.</summary>
    internal Sheet Matrix()
    {
        var (rows, columns) = (_random.Next(2, 7), _random.Next(2, 6));
        var cells = Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => Add(Cents())).ToArray()).ToArray();
        var rowTotals = cells.Select(row => AddTarget([.. row.Select(cell => (cell, 1m))])).ToArray();
        var columnTotals = Enumerable.Range(0, columns).Select(column => AddTarget([.. cells.Select(row => (row[column], 1m))])).ToArray();
        var grand = AddTarget([.. rowTotals.Select(total => (total, 1m))]);
        _relations.Add((grand, 0, [.. columnTotals.Select(total => (total, 1m))]));
        return Print();
    }

    /// <summary>Weighted sums of few figures, which share them in any way.</summary>
    internal Sheet WeightedRings()
    {
        for (var figure = 0; figure < 5; figure++)
        {
            Add(Cents());
        }

        decimal[] weights = [1, 1, -1, 2, -3, 0.13m, 0.5m];
        for (var relation = 0; relation < 5; relation++)
        {
            var terms = Enumerable.Range(0, _true.Count).OrderBy(_ => _random.Next()).Take(_random.Next(1, 5));
            AddTarget([.. terms.Select(figure => (figure, weights[_random.Next(weights.Length)]))], _random.Next(3) == 0 ? Cents() : 0);
        }

        return Print();
    }

    internal Sheet Misprinted(Func<RandomSheet, Sheet> make)
    {
        var sheet = make(this);
        var misprinted = Enumerable.Range(0, _random.Next(1, 5)).Select(_ => _random.Next(_true.Count)).ToHashSet();
        foreach (var figure in misprinted)
        {
            _true[figure] += _random.Next(2) == 0 ? Sign() : Cents();
        }

        return Print(sheet.Figures.Select(figure => figure.Interval!.Value.High - figure.Interval.Value.Low).ToList());
    }

    private int Add(decimal amount)
    {
        _true.Add(amount);
        return _true.Count - 1;
    }

    private int AddTarget((int Figure, decimal Coefficient)[] terms, decimal constant = 0)
    {
        var target = Add(constant + terms.Sum(term => term.Coefficient * _true[term.Figure]));
        _relations.Add((target, constant, terms));
        return target;
    }

    private Sheet Print(List<decimal>? units = null)
    {
        var rules = Enum.GetValues<RoundingRule>();
        var rule = rules[_random.Next(rules.Length)];
        var sheet = new Sheet();
        for (var figure = 0; figure < _true.Count; figure++)
        {
            var unit = units?[figure] ?? (decimal)(_random.Next(20) switch { 0 => 0, 1 => 10, _ => 1 });
            if (unit == 0)
            {
                sheet.Exact(_true[figure]);
                continue;
            }

            var midpoint = rule == RoundingRule.HalfToEven ? MidpointRounding.ToEven : MidpointRounding.AwayFromZero;
            sheet.Printed(decimal.Round(_true[figure] / unit, midpoint) * unit, unit, rule);
        }

        foreach (var (target, constant, terms) in _relations)
        {
            sheet.Relation(sheet.Figures[target], constant, [.. terms.Select(term => (sheet.Figures[term.Figure], term.Coefficient))]);
        }

        return sheet;
    }

    private decimal Cents() => _random.Next(-50_000, 200_000) / 100m;

    private decimal Sign() => _random.Next(2) == 0 ? 1 : -1;
}

using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Diagnosis;

/// <summary>What would hold, and what would not, if some figures said other amounts.</summary>
internal sealed class WhatIf
{
    private readonly Dictionary<PublishedFigure, List<int>> _byFigure = [];
    private readonly int[] _groups;
    private readonly int[] _failing;
    private readonly decimal _inexact;
    private readonly FigureNames _names;
    private readonly DiagnosisPolicy _policy;

    internal WhatIf(StatementProof proof, FigureNames names, DiagnosisPolicy policy)
    {
        (_names, _policy) = (names, policy);
        Tensions = [.. proof.Findings.Select(Tension.Of), .. proof.Conflicts.Where(conflict => conflict.Relations.Count > 1).Select(Tension.Of)];
        foreach (var (number, tension) in Tensions.Index())
        {
            foreach (var figure in tension.Figures)
            {
                if (!_byFigure.TryGetValue(figure, out var numbers))
                {
                    _byFigure.Add(figure, numbers = []);
                }

                numbers.Add(number);
            }
        }

        // Where nearly all relations hold to the last digit, a repair that leaves one a unit out is a poor one.
        var holding = Tensions.Count(tension => !tension.Fails);
        _inexact = Tensions.Count(tension => !tension.Fails && tension.Residual == 0) * 10 >= holding * 9 ? 0.1m : 0.7m;
        _groups = Groups();
        _failing = new int[Tensions.Count + 1];
        foreach (var number in Failing)
        {
            _failing[_groups[number]]++;
        }
    }

    internal IReadOnlyList<Tension> Tensions { get; }

    internal IEnumerable<int> Failing => Enumerable.Range(0, Tensions.Count).Where(number => Tensions[number].Fails);

    /// <summary>The figures of failing relations, in the order they are met.</summary>
    internal IEnumerable<PublishedFigure> Figures => Failing.SelectMany(number => Tensions[number].Figures).Distinct();

    internal int GroupOf(int tension) => _groups[tension];

    internal IReadOnlyList<int> TensionsOf(PublishedFigure figure) => _byFigure.TryGetValue(figure, out var numbers) ? numbers : [];

    /// <summary>How much further a figure is rounded, to either side, where it is printed to the place of its column and not to more digits.</summary>
    internal decimal RoomAt(PublishedFigure figure)
    {
        return figure.Width == 0 ? 0 : Math.Max(0, _names.PlaceOf(figure) - figure.Width) / 2;
    }

    /// <summary>The amounts of a figure for which one of its relations holds to the last digit, some others saying other amounts.</summary>
    internal IEnumerable<decimal> Needed(PublishedFigure figure, IReadOnlyList<Repair> repairs) => TensionsOf(figure)
        .Select(number => Tensions[number].Needed(figure, repairs)).OfType<decimal>().Select(amount => AtPlace(figure, amount)).Distinct();

    // An amount at a rate has more digits than are printed.
    private decimal AtPlace(PublishedFigure figure, decimal amount) =>
        _names.PlaceOf(figure) is var place ? decimal.Round(amount / place, MidpointRounding.AwayFromZero) * place : amount;

    /// <summary>Which failing relations repairs make hold and which holding ones they break.</summary>
    internal Outcome Try(IReadOnlyList<Repair> repairs)
    {
        var (repaired, broken, inexact) = (new List<int>(), 0, 0);
        foreach (var number in repairs.SelectMany(repair => TensionsOf(repair.Figure)).Distinct().Order())
        {
            var tension = Tensions[number];
            var residual = tension.After(repairs);
            var holds = Math.Abs(residual) <= tension.ToleranceAfter(repairs, RoomAt);
            if (tension.Fails && holds)
            {
                repaired.Add(number);
                inexact += residual == 0 ? 0 : 1;
            }
            else if (!tension.Fails && !holds)
            {
                broken++;
            }
            else if (!tension.Fails && tension.Residual == 0 && residual != 0)
            {
                inexact++;
            }
        }

        return OutcomeOf(repaired, broken, inexact);
    }

    /// <summary>What it comes to if some failing relations hold after all and no other is touched.</summary>
    internal Outcome IfMended(IReadOnlyList<int> failing) => OutcomeOf(failing, 0, 0);

    private Outcome OutcomeOf(IReadOnlyList<int> repaired, int broken, int inexact)
    {
        var groups = repaired.Select(number => _groups[number]).Distinct().ToList();
        var left = groups.Sum(group => _failing[group]) - repaired.Count;
        return new Outcome(repaired, broken, left, Penalty(broken + left - Math.Max(0, groups.Count - 1), inexact));
    }

    // What is left out or broken needs another slip to explain it; a cause of several differences saves some.
    private decimal Penalty(int others, int inexact)
    {
        var penalty = 1m;
        for (var other = Math.Clamp(others, -6, 6); other != 0; other -= Math.Sign(other))
        {
            penalty = other > 0 ? penalty * _policy.AnotherSlip : penalty / _policy.AnotherSlip;
        }

        for (var other = Math.Min(inexact, 6); other > 0; other--)
        {
            penalty *= _inexact;
        }

        return penalty;
    }

    // Failing relations that share a figure, directly or round about.
    private int[] Groups()
    {
        var groups = new int[Tensions.Count];
        var last = 0;
        foreach (var first in Failing)
        {
            if (groups[first] > 0)
            {
                continue;
            }

            var queue = new Queue<int>([first]);
            groups[first] = ++last;
            while (queue.TryDequeue(out var number))
            {
                foreach (var other in Tensions[number].Figures.SelectMany(TensionsOf).Where(other => Tensions[other].Fails && groups[other] == 0))
                {
                    groups[other] = last;
                    queue.Enqueue(other);
                }
            }
        }

        return groups;
    }

    /// <summary>What repairs come to.</summary>
    /// <param name="Repaired">The failing relations that would hold.</param>
    /// <param name="Broken">How many relations would no longer hold.</param>
    /// <param name="Left">How many failing relations linked with those repaired would still not hold.</param>
    /// <param name="Penalty">What that costs a hypothesis: a factor.</param>
    internal sealed record Outcome(IReadOnlyList<int> Repaired, int Broken, int Left, decimal Penalty)
    {
        internal bool IsWhole => Repaired.Count > 0 && Broken == 0 && Left == 0;
    }
}

using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Proof;

/// <summary>
/// Proves one part: amounts for all its figures, and the conflicts that had to be settled for it. Each
/// round asks for a witness to the relations still held; a part without one gives a conflict, and what
/// is given up is the least set that settles all conflicts found so far.
/// </summary>
internal sealed class PartProof
{
    private const int MostTried = 300;

    private readonly Grid _grid;
    private readonly List<(StatementRelation[] Relations, decimal[] Multipliers)> _conflicts = [];
    private readonly List<(LinkedPart Part, decimal[] Amounts)> _witness = [];

    private PartProof(Grid grid) => _grid = grid;

    /// <summary>Amounts for figures that relations still held reach.</summary>
    internal IEnumerable<(PublishedFigure Figure, decimal Amount)> Witness => _witness.SelectMany(proved => proved.Part.Figures.Zip(proved.Amounts));

    /// <summary>Figures to which no decimals could be given, though fractions could.</summary>
    internal List<PublishedFigure> WithoutWitness { get; } = [];

    internal IReadOnlyList<Conflict> Conflicts { get; private set; } = [];

    internal static PartProof Of(LinkedPart part, Grid grid)
    {
        var proof = new PartProof(grid);
        var settlement = new Settlement(part.Relations);
        IReadOnlyList<LinkedPart> parts = [part];
        while (!proof.TryProve(parts))
        {
            settlement.Settle(proof._conflicts.Select(conflict => conflict.Relations));
            parts = LinkedPart.Split([.. part.Relations.Where(relation => !settlement.GivenUp.Contains(relation))]);
        }

        proof.Conflicts = [.. proof._conflicts.Select(conflict =>
            new Conflict(conflict.Relations, conflict.Multipliers, conflict.Relations.Last(settlement.GivenUp.Contains)))];
        return proof;
    }

    private bool TryProve(IReadOnlyList<LinkedPart> parts)
    {
        _witness.Clear();
        WithoutWitness.Clear();
        var areProved = true;
        foreach (var part in parts)
        {
            var result = PartSolver.Solve(part, _grid);
            if (!result.IsFeasible)
            {
                areProved = false;
                _conflicts.Add(Least(Support(part, result)));
                continue;
            }

            Take(part, result.Amounts);
        }

        return areProved;
    }

    private void Take(LinkedPart part, decimal[]? amounts)
    {
        if (amounts is null)
        {
            WithoutWitness.AddRange(part.Figures);
            return;
        }

        _witness.Add((part, amounts));
    }

    // A relation without which the others still cannot hold is none of the conflict. Each is tried in turn, so
    // a conflict of very many relations (all rows of a long table against all columns) is left as it was found.
    private (StatementRelation[] Relations, decimal[] Multipliers) Least((StatementRelation[] Relations, decimal[] Multipliers) conflict)
    {
        foreach (var relation in conflict.Relations.Length > MostTried ? [] : conflict.Relations.ToArray())
        {
            if (!conflict.Relations.Contains(relation))
            {
                continue;
            }

            foreach (var part in LinkedPart.Split([.. conflict.Relations.Where(other => other != relation)]))
            {
                var result = PartSolver.Solve(part, _grid);
                if (!result.IsFeasible)
                {
                    conflict = Support(part, result);
                    break;
                }
            }
        }

        return conflict;
    }

    private static (StatementRelation[] Relations, decimal[] Multipliers) Support(LinkedPart part, SimplexResult result)
    {
        var numbers = Enumerable.Range(0, part.Relations.Count).Where(number => !result.Multipliers[number].IsZero).ToList();
        return ([.. numbers.Select(number => part.Relations[number])], [.. numbers.Select(number => (decimal)result.Multipliers[number])]);
    }
}

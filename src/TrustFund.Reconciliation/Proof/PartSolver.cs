namespace TrustFund.Reconciliation.Proof;

/// <summary>Finds amounts for one part, or why there are none, by the fastest method that is exact for its shape.</summary>
internal static class PartSolver
{
    internal static SimplexResult Solve(LinkedPart part, Grid grid)
    {
        if (part.Relations.All(relation => relation.Residual == 0))
        {
            return SimplexResult.Feasible([.. part.Figures.Select(figure => figure.Amount!.Value)]);
        }

        var amounts = part.IsTree && part.IsUnweighted ? ForestWitness.Find(part, grid) : null;
        return amounts is not null
            ? SimplexResult.Feasible(amounts)
            : RoundingFlow.Solve(part, grid) ?? Simplex.Solve(part, grid.Step);
    }
}

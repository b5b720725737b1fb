using System.Numerics;

namespace TrustFund.Reconciliation.Proof;

/// <summary>What a simplex found of a part: amounts that make its relations hold, or multipliers that show none can.</summary>
/// <param name="IsFeasible">Whether the relations can hold.</param>
/// <param name="Amounts">One for each figure; null where they cannot hold, or where no decimals do.</param>
/// <param name="Multipliers">One for each relation; empty where they can hold.</param>
internal sealed record SimplexResult(bool IsFeasible, decimal[]? Amounts, BigInteger[] Multipliers)
{
    internal static SimplexResult Feasible(decimal[]? amounts) => new(true, amounts, []);

    internal static SimplexResult Infeasible(BigInteger[] multipliers) => new(false, null, multipliers);
}

namespace TrustFund.Reconciliation.Discovery;

/// <summary>A row or column that takes part in a sum, and its sign.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Sign">1 or -1.</param>
internal readonly record struct Addend(int Index, int Sign);

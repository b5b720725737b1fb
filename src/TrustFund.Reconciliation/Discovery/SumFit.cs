namespace TrustFund.Reconciliation.Discovery;

/// <summary>How a sum fits one figure.</summary>
/// <param name="Fit">Whether it does.</param>
/// <param name="Digits">How surprising the fit would be by chance, in decimal digits; 0 where all is nil.</param>
/// <param name="IsCopy">Whether it only says that two amounts are the same, the others being nil.</param>
/// <param name="Residual">Computed less printed.</param>
internal readonly record struct SumFit(Fit Fit, decimal Digits, bool IsCopy, decimal Residual)
{
    /// <summary>How many of its terms are not nil.</summary>
    internal int Filled { get; init; }

    /// <summary>Whether it does not hold by just what another relation says that one of its figures is out by.</summary>
    internal bool IsExplained { get; init; }
}

namespace TrustFund.Reconciliation.Discovery;

/// <summary>A row as a sum of other rows, and what speaks for it.</summary>
/// <param name="Target">The row.</param>
/// <param name="Addends">The rows it may be the sum of, in order.</param>
/// <param name="Evidence">What speaks for it.</param>
/// <param name="Shape">From what it was proposed.</param>
internal sealed record RowSum(SheetRow Target, IReadOnlyList<Addend> Addends, Evidence Evidence, SumShape Shape)
{
    /// <summary>Whether it adds up a part of the table from its beginning on.</summary>
    internal bool IsWhole { get; init; }

    /// <summary>Whether it stands above all lines of its part, called their total or by the name of the part.</summary>
    internal bool HeadsPart => IsWhole && Shape == SumShape.Below;

    /// <summary>In how many ways a sum of this shape was tried, in digits.</summary>
    internal decimal Cost { get; init; }

    /// <summary>Digits that its place in the table is worth.</summary>
    internal decimal Fitness { get; init; }
}

namespace TrustFund.Reconciliation.Statements;

/// <summary>How far out the rounding of several figures leaves their sum.</summary>
internal static class RoundingReach
{
    // Beyond 3.3 standard deviations, some one in a thousand, a rounding difference does not pass as one.
    private const decimal MostDeviationsSquared = 10.9m;

    /// <summary>The largest residual that passes as rounding, of figures whose intervals are so wide.</summary>
    internal static decimal Of(IEnumerable<decimal> widths)
    {
        var (half, square) = (0m, 0m);
        foreach (var width in widths)
        {
            (half, square) = (half + (width / 2), square + (width * width / 12));
        }

        // Few figures: rounding never reaches so far; many: it could, but hardly ever does.
        return half * half <= MostDeviationsSquared * square ? half : Root(MostDeviationsSquared * square);
    }

    /// <summary>The square root.</summary>
    internal static decimal Root(decimal square)
    {
        // Newton's method from above falls until rounding stops it.
        var root = Math.Max(square, 1);
        for (var next = (root + (square / root)) / 2; next < root; next = (root + (square / root)) / 2)
        {
            root = next;
        }

        return root;
    }
}

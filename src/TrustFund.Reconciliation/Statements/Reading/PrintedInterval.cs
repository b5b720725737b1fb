namespace TrustFund.Reconciliation.Statements;

/// <summary>The interval that a printed amount stands for.</summary>
/// <param name="Options">How the document was rounded and what its nil marks mean.</param>
/// <param name="Currency">Whose minor unit makes a figure exact; null where the document does not say.</param>
/// <param name="Unit">What one printed unit is worth.</param>
internal readonly record struct PrintedInterval(ReadingOptions Options, Currency? Currency, decimal Unit)
{
    /// <summary>The interval; null where no amount is stated.</summary>
    /// <param name="printed">The amount as printed.</param>
    /// <param name="nilDecimals">The decimals that an amount in the place of a nil mark or a bare 0 would have.</param>
    /// <param name="scale">What the words after the amount multiply it by: 1,000,000 for <c>$2.1 million</c>.</param>
    internal RoundingInterval? Of(PrintedAmount printed, int nilDecimals = 0, decimal scale = 1)
    {
        if (printed.Amount is not { } amount)
        {
            return null;
        }

        if (printed.State == FigureState.Nil)
        {
            var half = Place(nilDecimals) / 2;
            return Options.NilIsExact || IsMinorUnit(printed, nilDecimals) ? RoundingInterval.Exactly(0) : new(-half, half, false, false);
        }

        // A bare 0 among cents stands for 0.00.
        var decimals = amount == 0 ? Math.Max(printed.Decimals, nilDecimals) : printed.Decimals;
        return IsMinorUnit(printed, decimals) && scale == 1
            ? RoundingInterval.Exactly(amount)
            : RoundingInterval.Around(amount * scale, Place(decimals) * scale, Options.Rounding);
    }

    private static decimal Place(int decimals) => new(1, 0, 0, false, (byte)decimals);

    private bool IsMinorUnit(PrintedAmount printed, int decimals)
    {
        var currency = printed.Currency is { } code && TrustFund.Currency.TryParse(code, out var named) ? named : Currency;
        return Unit == 1 && !printed.IsPercentage && currency is { } known && decimals == known.MinorDigits;
    }
}

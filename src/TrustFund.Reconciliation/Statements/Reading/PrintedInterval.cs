namespace TrustFund.Reconciliation.Statements;

/// <summary>The interval that a printed amount stands for.</summary>
/// <param name="Options">How the document was rounded and what its nil marks mean.</param>
/// <param name="Currency">Whose minor unit makes a figure exact; null where the document does not say.</param>
/// <param name="Unit">What one printed unit is worth.</param>
internal readonly record struct PrintedInterval(ReadingOptions Options, Currency? Currency, decimal Unit)
{
    /// <summary>The interval; null where no amount is stated.</summary>
    /// <param name="printed">The amount as printed.</param>
    /// <param name="nilDecimals">The decimals that an amount in the place of a nil mark would have.</param>
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

        return IsMinorUnit(printed, printed.Decimals) && scale == 1
            ? RoundingInterval.Exactly(amount)
            : RoundingInterval.Around(amount * scale, Place(printed.Decimals) * scale, Options.Rounding);
    }

    private static decimal Place(int decimals) => new(1, 0, 0, false, (byte)decimals);

    private bool IsMinorUnit(PrintedAmount printed, int decimals)
    {
        var currency = printed.Currency is { } code && TrustFund.Currency.TryParse(code, out var named) ? named : Currency;
        return Unit == 1 && !printed.IsPercentage && currency is { } known && decimals == known.MinorDigits;
    }
}

using System.Globalization;

namespace TrustFund;

/// <summary>
/// An amount of money: a whole number of a currency's minor units (cents of the dollar), positive or
/// negative. Arithmetic is exact and checked, never mixes currencies and never rounds; to divide an
/// amount use <see cref="Allocation"/>. Ordered within one currency. The default value is unset, and
/// every use of it throws.
/// </summary>
public readonly struct Money : IEquatable<Money>, IComparable<Money>
{
    /// <summary>Creates an amount.</summary>
    /// <param name="minorUnits">Minor units: 130420833 for 1 304 208.33 dollars.</param>
    /// <param name="currency">The currency.</param>
    /// <exception cref="InvalidOperationException">The currency is unset.</exception>
    public Money(long minorUnits, Currency currency)
    {
        _ = currency.Code;
        _minorUnits = minorUnits;
        Currency = currency;
    }

    private readonly long _minorUnits;

    /// <summary>The amount in minor units.</summary>
    /// <exception cref="InvalidOperationException">The value is unset.</exception>
    public long MinorUnits
    {
        get
        {
            _ = Currency.Code;
            return _minorUnits;
        }
    }

    /// <summary>The currency; itself unset where the amount is.</summary>
    public Currency Currency { get; }

    /// <summary>The amount in units of the currency: 1304208.33. Exact.</summary>
    /// <exception cref="InvalidOperationException">The value is unset.</exception>
    public decimal Amount => new decimal(MinorUnits) / Currency.MinorUnitsPerUnit;

    /// <summary>Whether the amount is nil.</summary>
    /// <exception cref="InvalidOperationException">The value is unset.</exception>
    public bool IsZero => MinorUnits == 0;

    /// <summary>Nil of a currency.</summary>
    /// <exception cref="InvalidOperationException">The currency is unset.</exception>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>An amount given in units: <c>Money.Of(1_304_208.33m, Currency.Usd)</c>.</summary>
    /// <param name="amount">The amount in units of the currency.</param>
    /// <param name="currency">The currency.</param>
    /// <exception cref="ArgumentException">It has more decimals than the currency's minor unit: money is not rounded here.</exception>
    /// <exception cref="OverflowException">It does not fit 64-bit minor units.</exception>
    public static Money Of(decimal amount, Currency currency)
    {
        var minorUnits = amount * currency.MinorUnitsPerUnit;
        if (minorUnits != decimal.Truncate(minorUnits))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{amount} has more decimals than the {currency.MinorDigits} of {currency.Code}."));
        }

        return new Money(decimal.ToInt64(minorUnits), currency);
    }

    /// <summary>An amount of United States dollars: <c>Money.Usd(1_304_208.33m)</c>.</summary>
    /// <exception cref="ArgumentException">It has more than two decimals.</exception>
    public static Money Usd(decimal amount) => Of(amount, Currency.Usd);

    /// <summary>The sum.</summary>
    /// <exception cref="CurrencyMismatchException">Two currencies.</exception>
    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public static Money operator +(Money left, Money right) =>
        new(checked(left.MinorUnits + right.In(left.Currency).MinorUnits), left.Currency);

    /// <summary>The difference.</summary>
    /// <exception cref="CurrencyMismatchException">Two currencies.</exception>
    /// <exception cref="OverflowException">The difference does not fit.</exception>
    public static Money operator -(Money left, Money right) =>
        new(checked(left.MinorUnits - right.In(left.Currency).MinorUnits), left.Currency);

    /// <summary>The amount with the other sign.</summary>
    /// <exception cref="OverflowException">The least 64-bit number has no negative.</exception>
    public static Money operator -(Money amount) => new(checked(-amount.MinorUnits), amount.Currency);

    /// <summary>Whether amount and currency are the same.</summary>
    public static bool operator ==(Money left, Money right) => left.Equals(right);

    /// <summary>Whether amount or currency differ.</summary>
    public static bool operator !=(Money left, Money right) => !left.Equals(right);

    /// <summary>Whether the left amount is less.</summary>
    /// <exception cref="CurrencyMismatchException">Two currencies.</exception>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left amount is greater.</summary>
    /// <exception cref="CurrencyMismatchException">Two currencies.</exception>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left amount is less or equal.</summary>
    /// <exception cref="CurrencyMismatchException">Two currencies.</exception>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left amount is greater or equal.</summary>
    /// <exception cref="CurrencyMismatchException">Two currencies.</exception>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>Compares amounts of one currency.</summary>
    /// <exception cref="CurrencyMismatchException">Two currencies.</exception>
    public int CompareTo(Money other) => MinorUnits.CompareTo(other.In(Currency).MinorUnits);

    /// <inheritdoc/>
    public bool Equals(Money other) => _minorUnits == other._minorUnits && Currency == other.Currency;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Money other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_minorUnits, Currency);

    /// <summary>The amount with all its minor digits, a decimal point and the code: <c>1304208.33 USD</c>.</summary>
    public override string ToString() => $"{ToPlainString()} {Currency.Code}";

    /// <summary>The amount with all its minor digits and a decimal point, no separators: <c>-1304208.33</c>.</summary>
    public string ToPlainString() =>
        Amount.ToString("F" + Currency.MinorDigits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private Money In(Currency currency) =>
        Currency == currency ? this : throw new CurrencyMismatchException(currency, Currency);
}

using System.Numerics;

namespace TrustFund.Reconciliation.Proof;

/// <summary>
/// An exact fraction in lowest terms, its denominator positive. The default is zero. Proofs divide, and
/// a decimal that had been rounded on the way would prove nothing.
/// </summary>
internal readonly struct Rational : IComparable<Rational>, IEquatable<Rational>
{
    private const int MostPlaces = 28;

    private readonly BigInteger _denominator;

    private Rational(BigInteger numerator, BigInteger denominator) => (Numerator, _denominator) = (numerator, denominator);

    internal static Rational One { get; } = new(BigInteger.One, BigInteger.One);

    internal BigInteger Numerator { get; }

    internal BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    internal int Sign => Numerator.Sign;

    internal bool IsZero => Numerator.IsZero;

    /// <summary>Whether it has as few decimals as a decimal can hold.</summary>
    internal bool IsFiniteDecimal => (BigInteger.Pow(10, MostPlaces) % Denominator).IsZero;

    public static Rational operator +(Rational one, Rational other) => one.Denominator == other.Denominator
        ? Of(one.Numerator + other.Numerator, one.Denominator)
        : Of((one.Numerator * other.Denominator) + (other.Numerator * one.Denominator), one.Denominator * other.Denominator);

    public static Rational operator -(Rational one, Rational other) => one + -other;

    public static Rational operator -(Rational value) => new(-value.Numerator, value.Denominator);

    public static Rational operator *(Rational one, Rational other) =>
        Of(one.Numerator * other.Numerator, one.Denominator * other.Denominator);

    public static Rational operator /(Rational one, Rational other) =>
        Of(one.Numerator * other.Denominator, one.Denominator * other.Numerator);

    public static bool operator <(Rational one, Rational other) => one.CompareTo(other) < 0;

    public static bool operator >(Rational one, Rational other) => one.CompareTo(other) > 0;

    public static bool operator <=(Rational one, Rational other) => one.CompareTo(other) <= 0;

    public static bool operator >=(Rational one, Rational other) => one.CompareTo(other) >= 0;

    internal static Rational Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = (new BigInteger(unchecked((uint)bits[2])) << 64)
            | (new BigInteger(unchecked((uint)bits[1])) << 32)
            | new BigInteger(unchecked((uint)bits[0]));
        return Of(value < 0 ? -digits : digits, BigInteger.Pow(10, value.Scale));
    }

    internal static Rational Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign == 0)
        {
            throw new DivideByZeroException();
        }

        if (denominator.IsOne)
        {
            return new Rational(numerator, denominator);
        }

        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        return common.IsOne ? new Rational(numerator, denominator) : new Rational(numerator / common, denominator / common);
    }

    /// <summary>The largest whole number not above the fraction.</summary>
    internal BigInteger Floor()
    {
        var whole = BigInteger.DivRem(Numerator, Denominator, out var rest);
        return rest.Sign < 0 ? whole - 1 : whole;
    }

    /// <summary>The nearest whole multiple of a step, a tie upwards.</summary>
    internal Rational RoundTo(Rational step) =>
        Of(((this / step) + Of(BigInteger.One, 2)).Floor(), BigInteger.One) * step;

    /// <summary>The largest number of which two others are whole multiples; not negative.</summary>
    internal static Rational CommonMeasure(Rational one, Rational other) => Of(
        BigInteger.GreatestCommonDivisor(one.Numerator * other.Denominator, other.Numerator * one.Denominator),
        one.Denominator * other.Denominator);

    /// <summary>The same number as a decimal; null where a decimal cannot hold it to the last digit.</summary>
    internal decimal? ToDecimal()
    {
        // Cancelled, a decimal fraction has a denominator of twos and fives only.
        var places = 0;
        var (numerator, denominator) = (Numerator, Denominator);
        while (!denominator.IsOne && places < MostPlaces)
        {
            var scaled = Of(numerator * 10, denominator);
            (numerator, denominator) = (scaled.Numerator, scaled.Denominator);
            places++;
        }

        if (!denominator.IsOne || BigInteger.Abs(numerator) > new BigInteger(decimal.MaxValue))
        {
            return null;
        }

        var digits = (decimal)numerator;
        for (; places > 0; places--)
        {
            digits /= 10;
        }

        return Of(digits).Equals(this) ? digits : null;
    }

    public int CompareTo(Rational other) => Denominator == other.Denominator
        ? Numerator.CompareTo(other.Numerator)
        : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Rational other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);
}

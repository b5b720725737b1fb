namespace TrustFund.Reconciliation.Proof;

/// <summary>An amount and a multiple of one smaller than any other: how a strict end is told from a closed one.</summary>
internal readonly record struct Nudged(Rational Amount, Rational Nudge) : IComparable<Nudged>
{
    public static Nudged operator +(Nudged one, Nudged other) => new(one.Amount + other.Amount, one.Nudge + other.Nudge);

    public static Nudged operator -(Nudged one, Nudged other) => new(one.Amount - other.Amount, one.Nudge - other.Nudge);

    public static Nudged operator *(Nudged value, Rational factor) => new(value.Amount * factor, value.Nudge * factor);

    public static bool operator <(Nudged one, Nudged other) => one.CompareTo(other) < 0;

    public static bool operator >(Nudged one, Nudged other) => one.CompareTo(other) > 0;

    public int CompareTo(Nudged other) =>
        Amount.CompareTo(other.Amount) is not 0 and var order ? order : Nudge.CompareTo(other.Nudge);
}

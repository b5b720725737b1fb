namespace TrustFund;

/// <summary>A side of an account.</summary>
public enum Side
{
    /// <summary>The left side; a positive signed amount.</summary>
    Debit,

    /// <summary>The right side; a negative signed amount.</summary>
    Credit,
}

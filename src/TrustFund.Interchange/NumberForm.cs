namespace TrustFund.Interchange;

/// <summary>How a text writes a number.</summary>
internal enum NumberForm
{
    /// <summary>It is no number.</summary>
    None,

    /// <summary>Digits and, before decimals, a point.</summary>
    Plain,

    /// <summary>The same, of more digits than can be kept.</summary>
    TooLong,

    /// <summary>With a sign or in parentheses.</summary>
    Negative,

    /// <summary>With thousands separators or a decimal comma.</summary>
    Separated,
}

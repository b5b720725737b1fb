namespace TrustFund;

/// <summary>
/// A currency of ISO 4217: its three-letter code and the digits of its minor unit (2 for the dollar's
/// cents, 0 for the yen, 3 for the dinar of Kuwait). Equal by code. The default value is unset, and
/// every use of it throws.
/// </summary>
public readonly struct Currency : IEquatable<Currency>
{
    private readonly string? _code;
    private readonly int _minorDigits;

    private Currency(string code, int minorDigits) => (_code, _minorDigits) = (code, minorDigits);

    /// <summary>United States dollar.</summary>
    public static Currency Usd { get; } = Parse("USD");

    /// <summary>Euro.</summary>
    public static Currency Eur { get; } = Parse("EUR");

    /// <summary>The ISO 4217 code, upper case.</summary>
    /// <exception cref="InvalidOperationException">The value is unset.</exception>
    public string Code => _code ?? throw new InvalidOperationException("The currency is not set.");

    /// <summary>How many decimal digits the minor unit has: 0 to 3.</summary>
    /// <exception cref="InvalidOperationException">The value is unset.</exception>
    public int MinorDigits => _code is null ? throw new InvalidOperationException("The currency is not set.") : _minorDigits;

    /// <summary>How many minor units make one unit: 100 for the dollar.</summary>
    /// <exception cref="InvalidOperationException">The value is unset.</exception>
    public long MinorUnitsPerUnit => MinorDigits switch { 0 => 1, 2 => 100, _ => 1000 };

    /// <summary>Finds a currency by its code.</summary>
    /// <param name="code">Three upper-case letters of ISO 4217.</param>
    /// <exception cref="FormatException">The code is not one of ISO 4217.</exception>
    public static Currency Parse(string code) =>
        TryParse(code, out var currency) ? currency : throw new FormatException($"'{code}' is not a currency code of ISO 4217.");

    /// <summary>Finds a currency by its code; false where ISO 4217 has none of that code.</summary>
    /// <param name="code">Three upper-case letters of ISO 4217.</param>
    /// <param name="currency">The currency found; unset where there is none.</param>
    public static bool TryParse(string? code, out Currency currency)
    {
        var digits = code is null ? null : Iso4217.MinorDigitsOf(code);
        currency = digits is null ? default : new Currency(code!, digits.Value);
        return digits is not null;
    }

    /// <inheritdoc/>
    public bool Equals(Currency other) => string.Equals(_code, other._code, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Currency other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _code?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    /// <summary>Whether both are the same currency.</summary>
    public static bool operator ==(Currency left, Currency right) => left.Equals(right);

    /// <summary>Whether they are two currencies.</summary>
    public static bool operator !=(Currency left, Currency right) => !left.Equals(right);
}

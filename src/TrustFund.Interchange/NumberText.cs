using System.Globalization;

namespace TrustFund.Interchange;

/// <summary>
/// A number as CSV books write it: digits and, before decimals, a point. Read by hand, so that what is
/// wrong with it can be told apart, and exactly: what a decimal cannot hold to the last digit is refused.
/// </summary>
internal readonly record struct NumberText
{
    // A decimal holds every number of 28 digits.
    private const int MaxDigits = 28;

    internal NumberText(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        var decimals = point < 0 ? "" : text[(point + 1)..];
        if (whole.Length > 0 && whole.All(char.IsAsciiDigit) && decimals.All(char.IsAsciiDigit) && (point < 0 || decimals.Length > 0))
        {
            (WholeDigits, Decimals) = (whole.TrimStart('0').Length, decimals.Length);
            Form = WholeDigits + Decimals > MaxDigits ? NumberForm.TooLong : NumberForm.Plain;
            Value = Form == NumberForm.Plain
                ? decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
                : 0;
        }
        else if (text.Length > 1 && text[0] is '-' or '\u2212' or '(')
        {
            Form = text.Any(char.IsAsciiDigit) ? NumberForm.Negative : NumberForm.None;
        }
        else
        {
            Form = text.Any(char.IsAsciiDigit) && text.All(character => char.IsAsciiDigit(character) || AmountNotation.IsMark(character))
                ? NumberForm.Separated
                : NumberForm.None;
        }
    }

    /// <summary>How it is written.</summary>
    internal NumberForm Form { get; }

    /// <summary>The number; 0 where it is not plain.</summary>
    internal decimal Value { get; }

    /// <summary>How many digits stand before the point, zeros in front not counted.</summary>
    internal int WholeDigits { get; }

    /// <summary>How many digits stand after the point.</summary>
    internal int Decimals { get; }
}

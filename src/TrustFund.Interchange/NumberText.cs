using System.Globalization;

namespace TrustFund.Interchange;

/// <summary>
/// A number as CSV books write it: digits and, before decimals, a point. Read by hand, so that what is
/// wrong with it can be told apart, and exactly: what a decimal cannot hold to the last digit is refused.
/// </summary>
internal readonly struct NumberText
{
    // A decimal holds every number of 28 digits, and 64 bits every one of 18.
    private const int MaxDigits = 28;
    private const int MaxShortDigits = 18;

    private readonly bool _isShort;
    private readonly ulong _digits;
    private readonly decimal _long;

    internal NumberText(ReadOnlySpan<char> text)
    {
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var decimals = point < 0 ? default : text[(point + 1)..];
        if (whole.Length > 0 && AreDigits(whole) && AreDigits(decimals) && (point < 0 || decimals.Length > 0))
        {
            (WholeDigits, Decimals) = (whole.TrimStart('0').Length, decimals.Length);
            Form = WholeDigits + Decimals > MaxDigits ? NumberForm.TooLong : NumberForm.Plain;
            _isShort = whole.Length + decimals.Length <= MaxShortDigits;
            _digits = _isShort ? Append(Append(0, whole), decimals) : 0;
            _long = _isShort || Form == NumberForm.TooLong
                ? 0
                : decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        }
        else if (text.Length > 1 && text[0] is '-' or '\u2212' or '(')
        {
            Form = text.ContainsAnyInRange('0', '9') ? NumberForm.Negative : NumberForm.None;
        }
        else
        {
            Form = text.ContainsAnyInRange('0', '9') && AreDigitsAndMarks(text) ? NumberForm.Separated : NumberForm.None;
        }
    }

    /// <summary>How it is written.</summary>
    internal NumberForm Form { get; }

    /// <summary>The number; 0 where it is not plain.</summary>
    internal decimal Value => _isShort
        ? new decimal(unchecked((int)_digits), unchecked((int)(_digits >> 32)), 0, isNegative: false, (byte)Decimals)
        : _long;

    /// <summary>How many digits stand before the point, zeros in front not counted.</summary>
    internal int WholeDigits { get; }

    /// <summary>How many digits stand after the point.</summary>
    internal int Decimals { get; }

    /// <summary>The number in minor units of a currency that has as many decimals or more; null where 64 bits do not hold it.</summary>
    internal long? MinorUnits(Currency currency)
    {
        if (_isShort && WholeDigits + currency.MinorDigits <= MaxShortDigits)
        {
            var minorUnits = (long)_digits;
            for (var decimals = Decimals; decimals < currency.MinorDigits; decimals++)
            {
                minorUnits *= 10;
            }

            return minorUnits;
        }

        return Form == NumberForm.TooLong || Value > long.MaxValue / (decimal)currency.MinorUnitsPerUnit
            ? null
            : Money.Of(Value, currency).MinorUnits;
    }

    private static ulong Append(ulong number, ReadOnlySpan<char> digits)
    {
        foreach (var digit in digits)
        {
            number = (number * 10) + (uint)(digit - '0');
        }

        return number;
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static bool AreDigitsAndMarks(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character) && !AmountNotation.IsMark(character))
            {
                return false;
            }
        }

        return true;
    }
}

using System.Globalization;

namespace TrustFund.Interchange;

/// <summary>
/// How a file writes amounts: a decimal point or a decimal comma, told by its amounts together, since
/// 1,234 by itself is one thousand or one and a bit.
/// </summary>
internal readonly record struct AmountNotation(char DecimalMark)
{
    // Blanks and apostrophes separate thousands everywhere.
    private const string Blanks = " '\u2019\u00A0\u202F\u2009";

    // More than a trial balance needs, and so few that the sum of a file's amounts is exact.
    private const int MaxWholeDigits = 18;
    private const int MaxDecimals = 6;

    /// <summary>What an amount of the file should look like, in words.</summary>
    internal string Expected => DecimalMark == ','
        ? "an amount with a decimal comma, as 1304208,33"
        : "an amount with a decimal point, as 1304208.33";

    /// <summary>Whether a character can separate the digits of an amount.</summary>
    internal static bool IsMark(char character) => character is '.' or ',' || Blanks.Contains(character, StringComparison.Ordinal);

    /// <summary>What an amount's digits tell of the decimal mark.</summary>
    internal static DecimalMarkEvidence EvidenceOf(string digits)
    {
        var (point, comma) = (digits.LastIndexOf('.'), digits.LastIndexOf(','));
        if (point < 0 && comma < 0)
        {
            return DecimalMarkEvidence.None;
        }

        if (point >= 0 && comma >= 0)
        {
            return point > comma ? DecimalMarkEvidence.Point : DecimalMarkEvidence.Comma;
        }

        var last = Math.Max(point, comma);
        var (itself, other) = point >= 0
            ? (DecimalMarkEvidence.Point, DecimalMarkEvidence.Comma)
            : (DecimalMarkEvidence.Comma, DecimalMarkEvidence.Point);
        if (digits.IndexOf(digits[last], StringComparison.Ordinal) < last)
        {
            return other;
        }

        // One mark with three digits after it, and a group before it that thousands could have.
        var couldSeparate = digits.Length - last == 4 && last is >= 1 and <= 3 && digits[0] != '0' && digits[..last].All(char.IsAsciiDigit);
        return couldSeparate ? DecimalMarkEvidence.Either : itself;
    }

    /// <summary>The amount of digits, without sign; null where they are none in this notation.</summary>
    internal decimal? Read(string digits)
    {
        var separator = DecimalMark == ',' ? '.' : ',';
        var mark = digits.IndexOf(DecimalMark, StringComparison.Ordinal);
        var whole = mark < 0 ? digits : digits[..mark];
        var decimals = mark < 0 ? "" : digits[(mark + 1)..];
        var groups = whole.Split([separator, .. Blanks]);
        var isGrouped = groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3));
        var plain = string.Concat(groups);
        if (!isGrouped || plain.Length is 0 or > MaxWholeDigits || decimals.Length > MaxDecimals
            || (mark >= 0 && decimals.Length == 0) || !plain.All(char.IsAsciiDigit) || !decimals.All(char.IsAsciiDigit))
        {
            return null;
        }

        return decimal.Parse(mark < 0 ? plain : $"{plain}.{decimals}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }
}

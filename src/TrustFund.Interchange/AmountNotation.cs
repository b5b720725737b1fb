using System.Globalization;
using System.Text.RegularExpressions;

namespace TrustFund.Interchange;

/// <summary>
/// How a file writes amounts: a decimal point or a decimal comma, told by its amounts together. The minus
/// may stand before, after, or as parentheses; <c>CR</c> after an amount is a minus as well.
/// </summary>
internal sealed partial class AmountNotation
{
    private readonly char? _decimalMark;

    private AmountNotation(char? decimalMark) => _decimalMark = decimalMark;

    /// <summary>What an amount of the file should look like, in words.</summary>
    internal string Expected => _decimalMark switch
    {
        ',' => "an amount with a decimal comma, as 1304208,33",
        '.' => "an amount with a decimal point, as 1304208.33",
        _ => "an amount that can be read in one way only (is the comma for decimals or for thousands?)",
    };

    internal static AmountNotation Of(IEnumerable<string> amounts)
    {
        var marks = amounts.Select(DecimalMarkOf).ToList();
        var (points, commas) = (marks.Contains('.'), marks.Contains(','));
        return new AmountNotation(points && commas ? null : commas ? ',' : points ? '.' : marks.Contains('?') ? null : '.');
    }

    internal decimal? Read(string text)
    {
        var match = Form().Match(text);
        if (!match.Success || (match.Groups["open"].Success != match.Groups["close"].Success))
        {
            return null;
        }

        var digits = match.Groups["digits"].Value;
        if (_decimalMark is null && digits.Any(character => character is '.' or ','))
        {
            return null;
        }

        var (mark, separator) = _decimalMark == ',' ? (',', '.') : ('.', ',');
        var plain = Blank().Replace(digits, "");
        var parts = plain.Split(mark);
        if (parts.Length > 2 || (parts.Length == 2 && parts[1].Contains(separator, StringComparison.Ordinal))
            || (parts[0].Contains(separator, StringComparison.Ordinal) && !Grouped().IsMatch(parts[0].Replace(separator, ','))))
        {
            return null;
        }

        var whole = parts[0].Replace(separator.ToString(), "", StringComparison.Ordinal);
        if (whole.Length > 18 || !decimal.TryParse(
            parts.Length == 2 ? $"{whole}.{parts[1]}" : whole, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            return null;
        }

        var minuses = new[] { "open", "before", "after", "credit" }.Count(group => match.Groups[group].Success);
        return minuses > 1 ? null : minuses == 1 ? -amount : amount;
    }

    // '?' is a mark that could be either: one comma or point with three digits after it.
    private static char? DecimalMarkOf(string text)
    {
        var match = Form().Match(text);
        var digits = match.Success ? Blank().Replace(match.Groups["digits"].Value, "") : "";
        var marks = digits.Where(character => character is '.' or ',').ToList();
        if (marks.Count == 0)
        {
            return null;
        }

        var last = marks[^1];
        var after = digits.Length - 1 - digits.LastIndexOf(last);
        if (marks.Distinct().Count() == 2)
        {
            return last;
        }

        return marks.Count > 1 ? (last == ',' ? '.' : ',') : after == 3 ? '?' : last;
    }

    [GeneratedRegex(@"^(?<open>\()?\s*(?<before>[-−])?\s*(?<digits>[\d.,' \u00A0\u202F]*\d)\s*(?<after>[-−])?\s*(?:(?<credit>CR|Cr|H)|DR|Dr|S)?\s*(?<close>\))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"[' \u00A0\u202F]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"^\d{1,3}(,\d{3})+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Grouped();
}

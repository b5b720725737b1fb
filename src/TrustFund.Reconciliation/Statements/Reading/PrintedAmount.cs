using System.Globalization;
using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// The characters of a cell as an amount: thousands set off by a comma, an apostrophe or a space of any
/// kind, or not at all; decimals by a point; negatives in parentheses or with a minus before or after;
/// currency signs and note markers around it. What fits no such form is unreadable, never zero.
/// </summary>
internal sealed partial record PrintedAmount(FigureState State, decimal? Amount, int Decimals, string Printed, IReadOnlyList<string> Markers)
{
    private const int MaxIntegerDigits = 15;
    private const int MaxDecimals = 8;

    /// <summary>Reads a cell; what is printed there is <see cref="FigureState.Unreadable"/> where it is no amount.</summary>
    internal static PrintedAmount Read(string cell)
    {
        var markers = new List<string>();
        var bare = TakeMarkers(cell.Trim(), markers);
        if (bare.Length == 0)
        {
            return new PrintedAmount(FigureState.Blank, null, 0, "", markers);
        }

        if (NilMark().IsMatch(bare))
        {
            return new PrintedAmount(FigureState.Nil, 0, 0, bare, markers);
        }

        if (Unavailable().IsMatch(bare))
        {
            return new PrintedAmount(FigureState.Unavailable, null, 0, bare, markers);
        }

        var match = Form().Match(Unescaped(bare));
        return match.Success && Value(match) is { } value
            ? new PrintedAmount(FigureState.Amount, value.Amount, value.Decimals, bare, markers)
            : new PrintedAmount(FigureState.Unreadable, null, 0, bare, markers);
    }

    /// <summary>Whether a cell is meant as an amount, so that it is unreadable rather than text where it is none.</summary>
    internal static bool LooksMeant(string cell) =>
        cell.Trim() is var text && (NilMark().IsMatch(text) || Unavailable().IsMatch(text) || text.StartsWith('#')
            || (text.Any(char.IsAsciiDigit) && text.Count(char.IsAsciiDigit) * 2 >= text.Count(char.IsLetterOrDigit)));

    /// <summary>Takes note markers off a text: <c>^a</c>, superscripts, asterisks.</summary>
    internal static string TakeMarkers(string text, List<string> markers)
    {
        foreach (Match match in Marker().Matches(text))
        {
            markers.Add(match.Groups["marker"].Value.Normalize(System.Text.NormalizationForm.FormKC));
        }

        return Marker().Replace(text, "").Trim();
    }

    private static string Unescaped(string text) => text.Replace("\\", "", StringComparison.Ordinal);

    private static (decimal Amount, int Decimals)? Value(Match match)
    {
        var digits = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit));
        var decimals = match.Groups["decimals"].Value;
        if (digits.TrimStart('0').Length > MaxIntegerDigits || decimals.Length > MaxDecimals)
        {
            return null;
        }

        var magnitude = decimal.Parse($"{digits}.{decimals}0", CultureInfo.InvariantCulture);
        magnitude = decimal.Round(magnitude, decimals.Length, MidpointRounding.ToZero);
        var isParenthesised = match.Groups["open"].Success;
        if (isParenthesised != match.Groups["close"].Success)
        {
            return null;
        }

        var minuses = (isParenthesised ? 1 : 0) + (match.Groups["before"].Success ? 1 : 0) + (match.Groups["after"].Success ? 1 : 0);
        return minuses > 1 ? null : (minuses == 1 ? -magnitude : magnitude, decimals.Length);
    }

    // One kind of separator within an amount, groups of three after it, decimals after a point.
    [GeneratedRegex(
        @"^(?<open>\()?\s*(?<before>[-−–])?\s*(?:(?:US|A|C|NZ|HK)?\s?[$€£¥]|[A-Z]{3})?\s*(?<before>[-−–])?"
        + @"(?<whole>\d{1,3}(?<sep>[,' \u00A0\u2007\u2009\u202F])\d{3}(?:\k<sep>\d{3})*|\d+)(?:\.(?<decimals>\d+))?"
        + @"\s*(?<after>[-−–])?\s*(?:[€£$]|[A-Z]{3})?\s*(?<close>\))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"^(?:[-–—−]|--)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NilMark();

    [GeneratedRegex(@"^(?:\.\.\.?|…|n/?a\.?|N/?A\.?)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unavailable();

    [GeneratedRegex(@"\s*(?:\^\(?(?<marker>[A-Za-z0-9]{1,2})\)?|(?<marker>[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖ¹²³⁴⁵⁶⁷⁸⁹⁰]+)|(?<marker>\*+))(?=\s|$|[)\]A-Z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marker();
}

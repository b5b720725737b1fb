using System.Globalization;
using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// The characters of a cell as an amount: thousands set off by a comma, an apostrophe or a blank of any
/// kind, or not at all, lakhs and crores by commas; decimals by a point (by a comma where the table does); negatives in parentheses or
/// with a minus before or after, or marked as a credit (<c>CR</c>) among debits; currency signs and note markers around it. What fits no such form is
/// unreadable, never zero.
/// </summary>
internal readonly partial record struct PrintedAmount(
    FigureState State, decimal? Amount, int Decimals, string Printed, IReadOnlyList<string> Markers)
{
    internal const int MaxIntegerDigits = 15;

    /// <summary>The pattern of a currency sign as it stands before an amount or a nil mark.</summary>
    internal const string CurrencySign = @"(?:(?:(?:US|A|C|NZ|HK) ?)?\\?[$€£¥₹]|Rs\.?)";

    private const int MaxDecimals = 8;

    // No amount within the limits above is longer, with its separators, signs and currency.
    private const int MaxLength = 64;

    /// <summary>ISO 4217 code of the currency that the cell names; null where it names none.</summary>
    internal string? Currency { get; private init; }

    /// <summary>Whether a per cent sign stands at the number.</summary>
    internal bool IsPercentage { get; private init; }

    /// <summary>Reads a cell; what is printed there is <see cref="FigureState.Unreadable"/> where it is no amount.</summary>
    internal static PrintedAmount Read(string cell, DecimalMark mark = DecimalMark.Point)
    {
        if (mark == DecimalMark.Point && PlainAmount.Parse(cell) is { } plain)
        {
            return plain;
        }

        var markers = new List<string>();
        var bare = NoteMarkers.Take(cell, markers);
        if (bare.Length == 0)
        {
            return new PrintedAmount(FigureState.Blank, null, 0, "", markers);
        }

        if (bare.Length > MaxLength)
        {
            return new PrintedAmount(FigureState.Unreadable, null, 0, bare, markers);
        }

        if (NilMark().IsMatch(bare))
        {
            return new PrintedAmount(FigureState.Nil, 0, 0, bare, markers);
        }

        if (Unavailable().IsMatch(bare))
        {
            return new PrintedAmount(FigureState.Unavailable, null, 0, bare, markers);
        }

        return Parse(bare, markers, mark) ?? new PrintedAmount(FigureState.Unreadable, null, 0, bare, markers);
    }

    /// <summary>A note marker in the place of an amount: nil or less than half a unit, as far as the table goes; the note may say more.</summary>
    internal static PrintedAmount Marker(string cell) =>
        new(FigureState.Nil, 0, 0, cell.Trim(), [cell.Trim().Trim('(', ')', '^')]);

    /// <summary>Whether a cell is meant as an amount, so that it is unreadable rather than text where it is none.</summary>
    internal static bool IsMeantAsAmount(string cell)
    {
        var text = cell.Trim();
        if (text.Length > MaxLength || YearRange().IsMatch(text) || EndOfDate().IsMatch(text) || ColumnHeading().IsMatch(text) || Date().IsMatch(text) || PageMark().IsMatch(text))
        {
            return false;
        }

        var digits = text.Count(char.IsDigit);
        return NilMark().IsMatch(text) || Unavailable().IsMatch(text) || SpreadsheetError().IsMatch(text)
            || (digits > 0 && digits * 2 >= text.Count(char.IsLetterOrDigit));
    }

    /// <summary>Whether a cell is a year or a span of years, as headings and periods are.</summary>
    internal static bool IsYear(string cell) => cell.Length <= MaxLength && YearRange().IsMatch(NoteMarkers.Without(cell).Trim().TrimEnd('$', '€', '£'));

    private static PrintedAmount? Parse(string bare, List<string> markers, DecimalMark mark)
    {
        var match = Form().Match(Plain(bare, mark));
        if (!match.Success || match.Groups["open"].Success != match.Groups["close"].Success)
        {
            return null;
        }

        var isCredit = match.Groups["side"].Value is "CR" or "Cr";
        var signs = match.Groups["sign"].Captures.Count + (match.Groups["open"].Success ? 1 : 0) + (isCredit ? 1 : 0);
        var codes = match.Groups["code"].Captures;
        if (signs > 1 || codes.Count > 1 || Magnitude(match) is not { } magnitude)
        {
            return null;
        }

        var currency = codes.Count == 0 ? null : CurrencyOf(codes[0].Value);
        if (codes.Count > 0 && currency is null && !(codes[0].Value.EndsWith('$') || codes[0].Value.StartsWith("Rs", StringComparison.Ordinal)))
        {
            return null;
        }

        var isNegative = signs == 1 && magnitude.Amount != 0 && !match.Groups["sign"].Value.StartsWith('+');
        return new PrintedAmount(
            FigureState.Amount, isNegative ? -magnitude.Amount : magnitude.Amount, magnitude.Decimals, bare, markers)
        {
            Currency = currency,
            IsPercentage = match.Groups["percent"].Success,
        };
    }

    // Blanks of every width and both apostrophes are one sign each; a table with decimal commas reads mirrored.
    private static string Plain(string text, DecimalMark mark) => string.Create(text.Length, (text, mark), static (plain, from) =>
    {
        for (var at = 0; at < plain.Length; at++)
        {
            plain[at] = from.text[at] switch
            {
                '.' when from.mark == DecimalMark.Comma => ',',
                ',' when from.mark == DecimalMark.Comma => '.',
                '’' => '\'',
                '−' or '‐' or '‑' => '-',
                var blank when char.IsWhiteSpace(blank) => ' ',
                var character => character,
            };
        }
    }).Replace("\\", "", StringComparison.Ordinal);

    private static string? CurrencyOf(string code)
    {
        var known = ReadingWords.CurrencyIn(code.Replace(" ", "", StringComparison.Ordinal));
        return known ?? (TrustFund.Currency.TryParse(code, out var currency) ? currency.Code : null);
    }

    private static (decimal Amount, int Decimals)? Magnitude(Match match)
    {
        var digits = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit));
        var decimals = match.Groups["decimals"].Value;
        if (digits.Length + decimals.Length == 0 || digits.TrimStart('0').Length > MaxIntegerDigits || decimals.Length > MaxDecimals)
        {
            return null;
        }

        var amount = decimal.Parse($"0{digits}.{decimals}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return (decimal.Round(amount, decimals.Length, MidpointRounding.ToZero), decimals.Length);
    }

    // The number of a document's printing job, and one page of so many.
    [GeneratedRegex(@"^(?:[0-9]{2}-[0-9]{5}(?: \([A-Z]\))?|[0-9]{1,3}/[0-9]{1,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex PageMark();

    // One kind of separator within an amount, groups of three after it; of two as well, where they are of lakhs and crores (12,34,567). An en dash is a minus only where it
    // touches the digits: apart from them it is a nil mark that ran together with its neighbour.
    [GeneratedRegex(
        @"^(?<code>(?:US|A|C|NZ|HK) ?\$|[$€£¥₹]|Rs\.?|[A-Z]{3})? ?(?<open>\() ?(?<sign>[-+] ?|–)?"
        + @"(?<code>(?:US|A|C|NZ|HK) ?\$|[$€£¥₹]|Rs\.?|[A-Z]{3})? ?"
        + @"(?<whole>[0-9]{1,3}(?<sep>[,' ])[0-9]{3}(?:\k<sep>[0-9]{3})*|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]+)?(?:\.(?<decimals>[0-9]+))? ?(?<percent>%)?"
        + @" ?(?<code>[€£$]|[A-Z]{3})? ?(?<close>\)) ?(?<percent>%)? ?(?<code>[€£$]|[A-Z]{3})?$"
        + @"|^(?<sign>[-+] ?|–)?(?<code>(?:US|A|C|NZ|HK) ?\$|[$€£¥₹]|Rs\.?|[A-Z]{3})? ?(?<sign>[-+] ?|–)?"
        + @"(?<whole>[0-9]{1,3}(?<sep>[,' ])[0-9]{3}(?:\k<sep>[0-9]{3})*|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]+)?(?:\.(?<decimals>[0-9]+))?"
        + @"(?<sign>[-–])? ?(?<percent>%)? ?(?<code>[€£$]|[A-Z]{3})?(?: ?(?<side>CR|Cr|DR|Dr))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();

    // A currency sign may stand at it as at an amount.
    [GeneratedRegex("^(?:" + CurrencySign + @" *)?(?:[–—−]|-{1,3}|-0-|_{1,3}|[Nn]il)(?: ?[€£$])?$", RegexOptions.CultureInvariant)]
    private static partial Regex NilMark();

    [GeneratedRegex(@"^(?:\.\.\.?|…|n\.?/?a\.?|N\.?/?A\.?|[Nn]ot [Aa]vailable)$", RegexOptions.CultureInvariant)]
    private static partial Regex Unavailable();

    [GeneratedRegex(@"^#[A-Z0-9/]+[!?]?$", RegexOptions.CultureInvariant)]
    private static partial Regex SpreadsheetError();

    // A year among words or beside a unit (2016 (EUR), FY17, 31 March 2016), a unit alone ($'000), a quarter or month by number (Q2).
    [GeneratedRegex(
        @"^[A-Z]{1,2}[0-9]{1,2}$|^FY ?'?[0-9]{2,4}(?:[-–/][0-9]{2,4})?$|^(?=.*[\p{L}$€£]).*(?<![0-9,.])(?:19|20)[0-9]{2}(?![0-9,.]).*$|^(?:\(?[A-Z]{0,3} ?[$€£]? ?['’‘]000s?\)?(?: |$))+$",
        RegexOptions.CultureInvariant)]
    private static partial Regex ColumnHeading();

    [GeneratedRegex(@"^(?:[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{2}|[0-9]{4})|[0-9]{4}[/.-][0-9]{1,2}[/.-][0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    // A year that closes a remark in parentheses: (31 May 1991).
    [GeneratedRegex(@"^(?:19|20)[0-9]{2}\)$", RegexOptions.CultureInvariant)]
    private static partial Regex EndOfDate();

    // A heading may be spaced out: 1 9 9 0.
    [GeneratedRegex(@"^(?:(?:19|20)[0-9]{2}(?: ?[-–/] ?(?:(?:19|20)[0-9]{2}|[0-9]{2}))?|(?:1 9|2 0) [0-9] [0-9])$", RegexOptions.CultureInvariant)]
    private static partial Regex YearRange();
}

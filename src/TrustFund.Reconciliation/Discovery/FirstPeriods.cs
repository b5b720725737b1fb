using System.Globalization;
using System.Text.RegularExpressions;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Tells by titles which table is of a period and which of the year to date. Where the period is the first of the year, whatever came in or went
/// out says the same in both; balances do not, since the year to date begins with what was there before.
/// </summary>
internal static partial class FirstPeriods
{
    private const int FewestAlike = 3;

    /// <summary>The lines of two tables of one period that must be the same; null where the numbers say that the titles mean something else.</summary>
    /// <param name="pairs">Their lines of the same captions, by the part of the table that they are in.</param>
    /// <param name="areSame">Whether two lines print the same amounts.</param>
    internal static List<(SheetRow Row, SheetRow Other)>? Flows(ILookup<int, (SheetRow Row, SheetRow Other)> pairs, Func<(SheetRow Row, SheetRow Other), bool> areSame)
    {
        var flows = pairs.Where(part => part.Any(pair => pair.Row.Index == part.Key && IsFlow(pair.Row)) || part.Count(areSame) is > 1 and var same && same * 2 >= part.Count())
            .SelectMany(part => part).ToList();
        var alike = flows.Count(areSame);
        return alike >= FewestAlike && alike * 3 >= flows.Count * 2 ? flows : null;
    }

    private static bool IsFlow(SheetRow row) => row.ComesIn || row.GoesOut;

    /// <summary>Whether one of two tables is of the year to date and the other of all of it; null where titles do not say.</summary>
    /// <param name="one">A table.</param>
    /// <param name="other">Another.</param>
    /// <param name="document">The title of the document, which names the period where that of a table does not.</param>
    internal static bool? AreOfOnePeriod(Sheet one, Sheet other, string document)
    {
        var (month, year) = AccountingWords.Says(TitleOf(one), WordKind.Cumulative) ? (TitleOf(other), TitleOf(one)) : (TitleOf(one), TitleOf(other));
        if (!AccountingWords.Says(year, WordKind.Cumulative) || AccountingWords.Says(month, WordKind.Cumulative))
        {
            return null;
        }

        var own = Range().IsMatch(month) || NamesMonth(month) ? month : document;
        return (Range().Match(own), Range().Match(year)) switch
        {
            ({ Success: true } from, { Success: true } whole) => from.Groups["first"].Value == whole.Groups["first"].Value && from.Groups["last"].Value == whole.Groups["last"].Value,
            // Its last day, or the day after.
            ({ Success: true } from, _) => from.Groups["day"].Value == "01-01" && (from.Groups["month"].Value == "01" || from.Groups["end"].Value == "02-01"),
            _ when NamesMonth(own) => !AccountingWords.Says(own, WordKind.LaterMonth),
            _ => null,
        };
    }

    /// <summary>
    /// Which of two tables is of a period and which of the year to date that it is part of; null where titles do not say both by their days: twelve
    /// months may have begun before the year, and the name of a month may be that of another year. What was planned for a period is no part of what was.
    /// </summary>
    internal static (Sheet Period, Sheet Year)? WithYearToDate(Sheet one, Sheet other)
    {
        var (period, year) = AccountingWords.Says(TitleOf(one), WordKind.Cumulative) ? (other, one) : (one, other);
        var (title, whole) = (TitleOf(period), TitleOf(year));
        return AccountingWords.Says(whole, WordKind.Cumulative) && !AccountingWords.Says(title, WordKind.Cumulative) && IsWithin(title, whole)
            && IsPlanned(period) == IsPlanned(year) ? (period, year) : null;
    }

    private static bool IsPlanned(Sheet sheet) => AccountingWords.Says(TitleOf(sheet), WordKind.Planned) || AccountingWords.Says(sheet.Table.Title, WordKind.Planned);

    private static bool IsWithin(string period, string year)
    {
        var (part, whole) = (RangeAtEnd(period), RangeAtEnd(year));
        if (part is null || (whole?.Groups["last"].Value ?? Day().Matches(year).LastOrDefault()?.Value) is not { } end)
        {
            return false;
        }

        // The day after the last may be said for it.
        var ends = int.Parse(end.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture) - (end.EndsWith("-01-01", StringComparison.Ordinal) ? 1 : 0);
        var first = whole?.Groups["first"].Value ?? FormattableString.Invariant($"{ends:0000}-01-01");
        return string.CompareOrdinal(part.Groups["first"].Value, first) >= 0 && string.CompareOrdinal(part.Groups["last"].Value, end) <= 0;
    }

    // The title of the document may stand before that of the table: its period is that of the table where no other words follow.
    private static Match? RangeAtEnd(string title) => Range().Matches(title).LastOrDefault() is { } range && !title[(range.Index + range.Length)..].Any(char.IsLetter) ? range : null;

    // What heads its first line, where that speaks of a period: a table below another may have no other title of its own.
    private static string TitleOf(Sheet sheet) => sheet.Rows[0].Headings.LastOrDefault(heading => NamesMonth(heading) || Range().IsMatch(heading) || AccountingWords.Says(heading, WordKind.Cumulative), sheet.Table.Title);

    private static bool NamesMonth(string title) => AccountingWords.Says(title, WordKind.FirstMonth) || AccountingWords.Says(title, WordKind.LaterMonth);

    [GeneratedRegex(@"(?<first>[0-9]{4}-(?<day>[0-9]{2}-[0-9]{2})) ?(?:[-–—]|to) ?(?<last>[0-9]{4}-(?<end>(?<month>[0-9]{2})-[0-9]{2}))", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}

using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>
/// Puts statements of several years in their order: each is tied to the one of the same fund that ends on the day
/// before it begins, in whatever order they are named. Where days or titles do not tell, the order in which they are
/// named does. What is not tied says why.
/// </summary>
public static partial class YearChain
{
    private static readonly LocalDatePattern Days = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    /// <summary>The links of a chain, one for each statement, in the order in which they are named.</summary>
    /// <param name="years">The statements; one that shows no opening and no closing balance may still repeat figures of the one named before it.</param>
    public static IReadOnlyList<YearLink> Of(IReadOnlyList<YearStatement> years) =>
        [.. years.Select((year, place) => HasBalances(year) ? Link(year, place, years) : new YearLink(year, years.ElementAtOrDefault(place - 1), null))];

    private static YearLink Link(YearStatement year, int place, IReadOnlyList<YearStatement> years)
    {
        var before = years.Take(place).LastOrDefault(HasBalances);
        if (before is not null && before.Document.Sha256 == year.Document.Sha256)
        {
            return new YearLink(year, null, $"{year.Document.Source} is the same document as {before.Document.Source}: not tied to it.");
        }

        var others = years.Where(other => other != year && HasBalances(other) && other.Document.Sha256 != year.Document.Sha256).ToList();
        var ofFund = others.Where(other => IsOfOneFund(other, year)).ToList();
        if (Start(year) is not { } start)
        {
            return before is null || ofFund.Contains(before) ? new YearLink(year, before, null) : new YearLink(year, null, OtherFund(year, before));
        }

        if (ofFund.FindLast(other => End(other)?.PlusDays(1) == start) is { } prior)
        {
            return new YearLink(year, prior, null);
        }

        if (before is not null && ofFund.Contains(before) && End(before) is null)
        {
            return new YearLink(year, before, null);
        }

        return new YearLink(year, null, Why(year, start, before, ofFund));
    }

    private static string? Why(YearStatement year, LocalDate start, YearStatement? before, List<YearStatement> ofFund)
    {
        if (ofFund.Where(other => End(other) < start).MaxBy(other => End(other)) is { } earlier)
        {
            return $"{year.Document.Source} begins on {Days.Format(start)}, and {earlier.Document.Source} ends on {Days.Format(End(earlier)!.Value)}: not tied, the time between them is missing.";
        }

        // The first of a fund has nothing to be tied to; nor has one of which others come after it.
        return before is null || ofFund.Exists(other => Start(other) > start) ? null
            : ofFund.Contains(before) ? $"{year.Document.Source} and {before.Document.Source} are of the same time: not tied. Editions of one statement are compared by --same."
            : OtherFund(year, before);
    }

    private static string OtherFund(YearStatement year, YearStatement before) =>
        $"{year.Document.Source} and {before.Document.Source} are of different funds, as their titles say: not tied.";

    private static bool HasBalances(YearStatement year) => year.Openings.Count + year.Closings.Count > 0;

    private static LocalDate? End(YearStatement year) => year.Period?.End ?? Day(year.Closings);

    // The opening balance is of the first day, or of the last one before it.
    private static LocalDate? Start(YearStatement year) => year.Period?.Start ?? (Day(year.Openings) is { } day ? day.Day == 1 ? day : day.PlusDays(1) : null);

    private static LocalDate? Day(IReadOnlyList<PublishedFigure> figures) =>
        figures.Count > 0 && DayIn().Match(figures[0].Caption) is { Success: true } match && Days.Parse(match.Value) is { Success: true } day ? day.Value : null;

    // Numbers, dates and what a part of a report is called differ from year to year.
    private static bool IsOfOneFund(YearStatement one, YearStatement other)
    {
        var (left, right) = (Words(one), Words(other));
        return left.Length == 0 || right.Length == 0 || left == right;
    }

    private static string Words(YearStatement year) =>
        string.Join(' ', Word().Matches(Part().Replace(DayIn().Replace(year.Document.Title, " "), " ")).Select(word => CaptionText.Fold(word.Value)));

    [GeneratedRegex(@"(?<![0-9])[0-9]{1,2} \p{L}+ (?:19|20)[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex DayIn();

    [GeneratedRegex(@"\b(?:Annex|Appendix|Table|Schedule|Statement|Note)(?: [IVXLC0-9][IVXLC0-9.]*[A-Z]?\b)?", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

using System.Text.RegularExpressions;
using NodaTime.Text;

namespace TrustFund.Reconciliation.Statements;

/// <summary>The captions that a line of a template can be printed under; placeholders stand for any text.</summary>
internal sealed class CaptionPattern
{
    private readonly IReadOnlyList<Regex> _patterns;
    private readonly LocalDatePattern _days;

    private CaptionPattern(IReadOnlyList<Regex> patterns, LocalDatePattern days) => (_patterns, _days) = (patterns, days);

    internal static CaptionPattern Of(TemplateLine line, HouseStyle style) => new(
        [.. line.Aliases.Prepend(line.Caption).Select(ToRegex)],
        LocalDatePattern.CreateWithInvariantCulture(style.DatePattern));

    internal bool Fits(IEnumerable<string> captions) => captions.Any(caption => Matches(caption).Any(match => match.Success));

    /// <summary>The year that starts or ends on the day that a caption names; null where it names none.</summary>
    internal ReportingPeriod? PeriodIn(IEnumerable<string> captions)
    {
        foreach (var match in captions.SelectMany(Matches).Where(match => match.Success))
        {
            if (_days.Parse(match.Groups["start"].Value) is { Success: true } start)
            {
                return new ReportingPeriod(start.Value, start.Value.PlusYears(1).PlusDays(-1));
            }

            if (_days.Parse(match.Groups["end"].Value) is { Success: true } end)
            {
                return new ReportingPeriod(end.Value.PlusDays(1).PlusYears(-1), end.Value);
            }
        }

        return null;
    }

    private IEnumerable<Match> Matches(string caption)
    {
        var folded = CaptionText.Fold(caption);
        return _patterns.Select(pattern => pattern.Match(folded));
    }

    private static Regex ToRegex(string caption)
    {
        var pattern = Regex.Escape(CaptionText.Fold(caption));
        foreach (var name in Placeholders.Names)
        {
            var bare = name.Trim('{', '}');
            pattern = pattern.Replace(Regex.Escape(name), $"(?<{bare}>.+)", StringComparison.Ordinal);
        }

        return new Regex($"^{pattern}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
    }
}

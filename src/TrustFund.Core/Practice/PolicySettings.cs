using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace TrustFund.Practice;

/// <summary>
/// Policy as the settings of the books state it: <c>policy.NAME</c> from the beginning,
/// <c>policy.NAME.2016-01-01</c> from that day on, and either with <c>@FUND</c> for one fund alone. A
/// fund's own setting goes before that of all funds, and of each the latest that is in effect counts.
/// </summary>
public static class PolicySettings
{
    private const string Prefix = "policy.";

    /// <summary>The setting of a policy in effect for a fund on a day; false where the books state none.</summary>
    /// <param name="settings">The settings of the books.</param>
    /// <param name="name">The policy.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="on">The day.</param>
    /// <param name="setting">Its key and value.</param>
    public static bool TryFind(
        IReadOnlyDictionary<string, string> settings, string name, Code<Fund> fund, LocalDate on, out KeyValuePair<string, string> setting) =>
        TryLatest(settings, name, "@" + fund.Text, on, out setting) || TryLatest(settings, name, "", on, out setting);

    /// <summary>The keys of settings of policy whose policy is none of those known.</summary>
    /// <param name="settings">The settings of the books.</param>
    /// <param name="known">The policies that are followed.</param>
    public static IEnumerable<string> Unknown(IReadOnlyDictionary<string, string> settings, IReadOnlyCollection<string> known) => settings.Keys
        .Where(key => key.StartsWith(Prefix, StringComparison.Ordinal) && !known.Any(name => TryDay(key, name, "", out _) || TryDay(key[..At(key)], name, "", out _)))
        .Order(StringComparer.Ordinal);

    private static int At(string key) => key.IndexOf('@', StringComparison.Ordinal) is var at and >= 0 ? at : key.Length;

    private static bool TryLatest(
        IReadOnlyDictionary<string, string> settings, string name, string fund, LocalDate on, out KeyValuePair<string, string> setting)
    {
        setting = default;
        var latest = default(LocalDate?);
        foreach (var candidate in settings)
        {
            if (TryDay(candidate.Key, name, fund, out var from) && from <= on && (latest is null || from > latest))
            {
                (latest, setting) = (from, candidate);
            }
        }

        return latest is not null;
    }

    // policy.NAME or policy.NAME.DATE, and then the fund.
    private static bool TryDay(string key, string name, string fund, [NotNullWhen(true)] out LocalDate? from)
    {
        from = null;
        if (!key.StartsWith(Prefix + name, StringComparison.Ordinal) || !key.EndsWith(fund, StringComparison.Ordinal)
            || key.Length < Prefix.Length + name.Length + fund.Length)
        {
            return false;
        }

        var day = key[(Prefix.Length + name.Length)..^fund.Length];
        from = day.Length == 0 ? LocalDate.MinIsoValue
            : day[0] == '.' && LocalDatePattern.Iso.Parse(day[1..]) is { Success: true } parsed ? parsed.Value
            : null;
        return from is not null;
    }
}

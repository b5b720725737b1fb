namespace TrustFund.Storage;

/// <summary>What entries refer to: chart, funds, donors, and the settings of the books. Immutable.</summary>
public sealed class MasterData
{
    /// <summary>Creates master data.</summary>
    /// <param name="chart">The accounts.</param>
    /// <param name="funds">The funds, in any order.</param>
    /// <param name="donors">The donors, in any order.</param>
    /// <param name="settings">The settings of the books by key: <c>title</c>, <c>illustrative</c> ...</param>
    /// <exception cref="ArgumentException">A code stands twice.</exception>
    public MasterData(
        ChartOfAccounts chart, IEnumerable<Fund> funds, IEnumerable<Donor> donors,
        IReadOnlyDictionary<string, string>? settings = null)
    {
        Chart = chart;
        Funds = [.. funds.OrderBy(fund => fund.Code)];
        Donors = [.. donors.OrderBy(donor => donor.Code)];
        Settings = new SortedDictionary<string, string>(
            (settings ?? new Dictionary<string, string>()).ToDictionary(pair => pair.Key, pair => pair.Value),
            StringComparer.Ordinal).AsReadOnly();
        RefuseTwice("Fund", Funds.Select(fund => fund.Code));
        RefuseTwice("Donor", Donors.Select(donor => donor.Code));
    }

    /// <summary>No accounts, funds, donors or settings.</summary>
    public static MasterData Empty { get; } = new(new ChartOfAccounts([]), [], []);

    /// <summary>The accounts.</summary>
    public ChartOfAccounts Chart { get; }

    /// <summary>The funds in order of their codes.</summary>
    public IReadOnlyList<Fund> Funds { get; }

    /// <summary>The donors in order of their codes.</summary>
    public IReadOnlyList<Donor> Donors { get; }

    /// <summary>The settings of the books by key.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>The title of the books; empty where none is set.</summary>
    public string Title => Settings.GetValueOrDefault("title", "");

    /// <summary>Whether the books are marked illustrative: everything made from them must say so.</summary>
    public bool IsIllustrative => Settings.GetValueOrDefault("illustrative", "no") == "yes";

    private static void RefuseTwice<TNoun>(string noun, IEnumerable<Code<TNoun>> codes)
    {
        if (codes.GroupBy(code => code).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"{noun} {twice.Key} stands twice.");
        }
    }
}

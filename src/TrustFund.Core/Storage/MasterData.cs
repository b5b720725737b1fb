namespace TrustFund.Storage;

/// <summary>What entries refer to: chart, funds, donors, and the settings of the books. Immutable.</summary>
public sealed class MasterData
{
    private readonly Dictionary<Code<Fund>, Fund> _funds = [];
    private readonly Dictionary<Code<Donor>, Donor> _donors = [];

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
        RefuseTwice("Fund", Funds, _funds, fund => fund.Code);
        RefuseTwice("Donor", Donors, _donors, donor => donor.Code);
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

    /// <summary>How many accounts, funds, donors and settings there are.</summary>
    public int Count => Chart.Count + Funds.Count + Donors.Count + Settings.Count;

    /// <summary>The accounting year of a fund: its setting <c>year-start.CODE</c>, else <c>year-start</c>, else the calendar year.</summary>
    /// <param name="fund">The fund.</param>
    /// <exception cref="FormatException">The setting is no day of a year, as 07-01.</exception>
    public AccountingYear YearOf(Code<Fund> fund) =>
        Settings.TryGetValue($"year-start.{fund}", out var own) || Settings.TryGetValue("year-start", out own)
            ? AccountingYear.Parse(own)
            : AccountingYear.Calendar;

    /// <summary>The fund of a code; null where there is none.</summary>
    public Fund? FindFund(Code<Fund> code) => _funds.GetValueOrDefault(code);

    /// <summary>The donor of a code; null where there is none.</summary>
    public Donor? FindDonor(Code<Donor> code) => _donors.GetValueOrDefault(code);

    private static void RefuseTwice<TItem>(
        string noun, IEnumerable<TItem> items, Dictionary<Code<TItem>, TItem> byCode, Func<TItem, Code<TItem>> codeOf)
    {
        foreach (var item in items.Where(item => !byCode.TryAdd(codeOf(item), item)))
        {
            throw new ArgumentException($"{noun} {codeOf(item)} stands twice.");
        }
    }
}

using TrustFund.Practice;
using TrustFund.Sqlite;

namespace TrustFund.Cli.Tests;

/// <summary>
/// Books of two years, small enough to be followed by hand: 1000 at the beginning, 2015 with 500 received and
/// 200 spent, 2016 with 800 received and 300 spent. So net assets are 1300, then 1800.
/// </summary>
internal sealed class YearBooks : IDisposable
{
    internal const string Header = "entry,date,kind,description,reference,account,fund,donor,debit,credit,currency,prepared_by,approved_by,restates,nature,judgement\n";

    private const string Journal = Header + """
        OPEN,2014-12-31,opening,Opening balances,,11010,LIMA,,1000.00,,USD,,,,,
        OPEN,2014-12-31,opening,Opening balances,,31010,LIMA,,,1000.00,USD,,,,,
        E15-1,2015-05-04,,Contribution of Canada recognised,AGR-1,12010,LIMA,CAN,500.00,,USD,,,,,
        E15-1,2015-05-04,,Contribution of Canada recognised,AGR-1,41010,LIMA,CAN,,500.00,USD,,,,,
        E15-2,2015-06-01,,Contribution of Canada collected,RCT-1,11010,LIMA,CAN,500.00,,USD,,,,,
        E15-2,2015-06-01,,Contribution of Canada collected,RCT-1,12010,LIMA,CAN,,500.00,USD,,,,,
        E15-3,2015-09-01,,Mission to Lima,PV-1,51030,LIMA,,200.00,,USD,,,,,
        E15-3,2015-09-01,,Mission to Lima,PV-1,11010,LIMA,,,200.00,USD,,,,,
        E16-1,2016-04-01,,Contribution of Canada recognised,AGR-2,12010,LIMA,CAN,800.00,,USD,,,,,
        E16-1,2016-04-01,,Contribution of Canada recognised,AGR-2,41010,LIMA,CAN,,800.00,USD,,,,,
        E16-2,2016-05-01,,Contribution of Canada collected,RCT-2,11010,LIMA,CAN,800.00,,USD,,,,,
        E16-2,2016-05-01,,Contribution of Canada collected,RCT-2,12010,LIMA,CAN,,800.00,USD,,,,,
        E16-3,2016-08-01,,Consultants,PV-2,51020,LIMA,,300.00,,USD,,,,,
        E16-3,2016-08-01,,Consultants,PV-2,11010,LIMA,,,300.00,USD,,,,,

        """;

    private readonly SampleFolder _folder = SampleFolder.Empty();
    private int _imports;

    private YearBooks()
    {
    }

    internal string Db => _folder["books.db"];

    /// <param name="settings">Settings of the books, as rows of books.csv.</param>
    /// <param name="more">More rows of the journal.</param>
    internal static async Task<YearBooks> CreateAsync(string settings = "", string more = "")
    {
        var books = new YearBooks();
        (await books.RunAsync("init", books.Db)).Exit.Should().Be(0);
        var import = await books.ImportAsync(Journal + more, settings);
        import.Exit.Should().Be(0, import.Error);
        return books;
    }

    internal SampleFolder Folder => _folder;

    /// <summary>Imports a journal in CSV, on a day.</summary>
    internal async Task<Tool.Result> ImportAsync(string journal, string settings = "", string day = "2017-01-15")
    {
        var path = Directory.CreateDirectory(_folder[FormattableString.Invariant($"import{_imports++}")]).FullName;
        File.WriteAllText(Path.Combine(path, "accounts.csv"), "code,name,type\n" + string.Concat(StandardChart.Accounts.Select(account => $"{account.Code},\"{account.Name}\",{Type(account.Type)}\n")));
        File.WriteAllText(Path.Combine(path, "funds.csv"), "code,name,currency\nLIMA,Lima fund,USD\nOSLO,Oslo fund,USD\n");
        File.WriteAllText(Path.Combine(path, "donors.csv"), "code,name\nCAN,Canada\n");
        File.WriteAllText(Path.Combine(path, "books.csv"), "key,value\ntitle,Two years\n" + settings);
        File.WriteAllText(Path.Combine(path, "journal.csv"), journal);
        return await RunOnAsync(day, "import", Db, path);
    }

    /// <summary>Runs the tool; {0} in an argument is the books.</summary>
    internal Task<Tool.Result> RunAsync(params string[] arguments) => RunOnAsync("2017-01-15", arguments);

    internal Task<Tool.Result> RunOnAsync(string day, params string[] arguments) => Tool.RunAtAsync(
        NodaTime.Text.InstantPattern.General.Parse(day + "T12:00:00Z").Value,
        [.. arguments.Select(argument => argument.Replace("{0}", Db, StringComparison.Ordinal))]);

    internal async Task<IEnumerable<string>> LinesOfAsync(string cutoff, params string[] options)
    {
        var result = await RunAsync(["trial-balance", "--books", Db, "--through", cutoff, "--format", "csv", .. options]);
        result.Exit.Should().Be(0, result.Error);
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(','))
            .Where(cells => cells[^1].Length + cells[^2].Length > 0)
            .Select(cells => $"{cells[0]} {(cells[^2].Length > 0 ? cells[^2] : "-" + cells[^1])}");
    }

    /// <summary>The balances at a cutoff that are not nil, as the store gives them.</summary>
    internal async Task<IEnumerable<string>> BalancesAsync(LedgerCutoff cutoff)
    {
        await using var opened = SqliteBooks.Open(Db, new Tool.StandingClock(NodaTime.Instant.FromUtc(2017, 3, 1, 0, 0)), readOnly: true);
        var balance = await opened.ReadTrialBalanceByFundAsync(cutoff);
        return [.. balance.Rows.Where(row => !row.Balance.IsZero).Select(row => $"{row.Account.Code} {row.Balance.ToPlainString()}")];
    }

    public void Dispose() => _folder.Dispose();

    private static string Type(AccountType type) => type == AccountType.NetAssets ? "net assets" : type.ToString().ToLowerInvariant();
}

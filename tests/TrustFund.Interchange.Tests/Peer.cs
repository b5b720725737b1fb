using System.Diagnostics;
using System.Globalization;

namespace TrustFund.Interchange.Tests;

/// <summary>Another ledger on this machine.</summary>
internal static class Peer
{
    internal static bool IsInstalled(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, tool)));

    /// <summary>Runs a tool; it must find nothing to complain of.</summary>
    internal static string Run(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LANG"] = start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["BEANCOUNT_DISABLE_LOAD_CACHE"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        error.Result.Should().BeEmpty();
        process.ExitCode.Should().Be(0, output);
        return output;
    }

    /// <summary>The balances that hledger has: a table of an account, then amounts with their currencies, joined by commas.</summary>
    internal static IEnumerable<(string Account, string Currency, decimal Balance)> HledgerBalances(string journal) =>
        from cells in Rows(Run("hledger", "-f", journal, "balance", "--flat", "-N", "-O", "csv"))
        from amount in cells[1].Split(',')
        let parts = amount.Trim().Split(' ')
        where parts.Length == 2
        let balance = Number(parts[0])
        where balance != 0
        select (cells[0], parts[1], balance);

    /// <summary>The balances that beancount has: a table of account, currency and sum.</summary>
    internal static IEnumerable<(string Account, string Currency, decimal Balance)> BeancountBalances(string journal) =>
        // One currency a query: it prints every sum with the decimals that most of them have.
        from currency in Rows(Run("bean-query", "-q", "-f", "csv", journal, "SELECT DISTINCT currency"))
        from cells in Rows(Run("bean-query", "-q", "-f", "csv", journal,
            $"SELECT account, currency, sum(number) WHERE currency = '{currency[0].Trim()}' GROUP BY account, currency"))
        let balance = Number(cells[2])
        where balance != 0
        select (cells[0].Trim(), cells[1].Trim(), balance);

    private static decimal Number(string text) => decimal.Parse(text.Trim().TrimEnd('.'), CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string csv) => csv.ReplaceLineEndings("\n").Split('\n').Skip(1).Where(line => line.Length > 0).Select(Cells);

    private static string[] Cells(string line)
    {
        using var reader = Sylvan.Data.Csv.CsvDataReader.Create(new StringReader(line), new Sylvan.Data.Csv.CsvDataReaderOptions { HasHeaders = false });
        reader.Read().Should().BeTrue();
        return [.. Enumerable.Range(0, reader.RowFieldCount).Select(reader.GetString)];
    }
}

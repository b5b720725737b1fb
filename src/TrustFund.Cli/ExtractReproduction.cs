using TrustFund.Cli.Rendering;
using TrustFund.Interchange;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli;

/// <summary>Reproduces a statement from a trial balance extract and a mapping of its accounts to lines.</summary>
internal static class ExtractReproduction
{
    /// <exception cref="CommandException">Something cannot be read, or an account is not mapped.</exception>
    internal static (Statement Statement, BooksIdentity Identity) Read(
        string path, string? mappingPath, StatementTemplate template, ReportingPeriod period, string? fundCode, DocumentInput input)
    {
        if (!File.Exists(path))
        {
            throw new CommandException(ExitCode.Usage, $"There is no file '{path}'.");
        }

        if (mappingPath is null || !File.Exists(mappingPath))
        {
            throw new CommandException(ExitCode.Usage, mappingPath is null
                ? "A trial balance extract needs --mapping FILE: a CSV file with the columns accounts and line."
                : $"There is no file '{mappingPath}'.");
        }

        var extract = TrialBalanceExtract.Read(path);
        var mapping = AccountMapping.Read(mappingPath);
        var problems = extract.Problems.Concat(mapping.Problems).Select(ProblemText.Of).ToList();
        problems.AddRange(mapping.Lines
            .Where(line => line != AccountMapping.NotPresented && !template.Has(line))
            .Select(line => $"{Path.GetFileName(mappingPath)} maps to a line '{line}' that template {template} has none of; its lines are {string.Join(", ", template.AmountLines.Select(known => known.Id))}."));
        if (problems.Count > 0)
        {
            throw new CommandException(ExitCode.Unreadable, problems);
        }

        var (mapped, unmapped) = mapping.Apply(extract.Rows);
        if (unmapped.Count > 0)
        {
            throw new CommandException(ExitCode.Unreadable,
                [.. unmapped.Select(row => $"Account {row.Account}{(row.Name is null ? "" : " " + row.Name)} is not mapped to a line; its balance is {Side(row.Balance)}."),
                    $"Map each account in {Path.GetFileName(mappingPath)}: to a line, or to - where the statement does not present it."]);
        }

        var currency = input.Document.Tables.Select(table => table.Currency).FirstOrDefault(code => code is not null) is { } stated
            ? Currency.Parse(stated)
            : Currency.Usd;
        var funds = extract.Rows.Select(row => row.Fund).Where(code => code is not null).Distinct().ToList();
        if (fundCode is null && funds.Count > 1)
        {
            throw new CommandException(ExitCode.Usage, $"The extract has {funds.Count} funds: name one by --fund ({string.Join(", ", funds)}).");
        }

        if (fundCode is not null && funds.Count > 0 && !funds.Contains(fundCode))
        {
            throw new CommandException(ExitCode.Usage, $"The extract has no fund '{fundCode}'; it has {string.Join(", ", funds)}.");
        }

        var rows = mapped.Where(row => row.Line != AccountMapping.NotPresented && (fundCode is null || row.Row.Fund is null || row.Row.Fund == fundCode)).ToList();
        var fund = new Fund(fundCode ?? funds.FirstOrDefault() ?? "extract", fundCode ?? funds.FirstOrDefault() ?? "Fund of the extract", currency);
        var lines = rows.GroupBy(row => row.Line).ToDictionary(
            group => group.Key, group => Balance(group, currency));
        var donors = rows.GroupBy(row => (row.Line, row.Row.Donor)).Select(group => (
            group.Key.Line, group.Key.Donor is { } name ? new Donor(name, name) : null, Balance(group, currency))).ToList();
        var statement = StatementBuilder.Build(template, fund, period, StatementAmounts.FromMapping(lines, donors));
        return (statement, new BooksIdentity(Path.GetFileName(path), null, extract.Fingerprint.ToString(), extract.IsIllustrative));
    }

    private static Money Balance(IEnumerable<MappedBalance> rows, Currency currency) => Money.Of(rows.Sum(row => row.Row.Balance), currency);

    private static string Side(decimal balance) =>
        balance == 0 ? "nil" : $"{Amounts.Grouped(Math.Abs(balance), 2)} {(balance > 0 ? "debit" : "credit")}";
}

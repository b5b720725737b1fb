using NodaTime;
using TrustFund.Practice;
using TrustFund.Reconciliation.Statements;
using TrustFund.Storage;

namespace TrustFund.Cli;

/// <summary>Reproduces a statement from opened books: asks for the trial balances that the template needs, each once.</summary>
internal static class Reproduction
{
    internal static async Task<Statement> FromBooksAsync(
        OpenedBooks opened, StatementTemplate template, Fund? fund, ReportingPeriod period, KnownAt? knownAt,
        CancellationToken cancellation) =>
        await FromBooksAsync(opened, Plan(opened, template, fund, period, knownAt), cancellation).ConfigureAwait(false);

    internal static async Task<Statement> FromBooksAsync(OpenedBooks opened, StatementPlan plan, CancellationToken cancellation)
    {
        var balances = new Dictionary<BalanceRequest, TrialBalance>();
        foreach (var request in plan.Balances.Where(request => request.Entries == EntryClass.All))
        {
            balances.Add(request, plan.DonorBalances.Contains(request)
                ? await opened.Balances.ReadTrialBalanceAsync(request.Cutoff, cancellation).ConfigureAwait(false)
                : await opened.Balances.ReadTrialBalanceByFundAsync(request.Cutoff, cancellation).ConfigureAwait(false));
        }

        foreach (var requests in plan.Balances.Where(request => request.Entries != EntryClass.All).GroupBy(request => request.Entries == EntryClass.Adjusting))
        {
            foreach (var balance in await OfClassesAsync(opened, plan.Scope, [.. requests], cancellation).ConfigureAwait(false))
            {
                balances.Add(balance.Key, balance.Value);
            }
        }

        return StatementBuilder.Build(plan, balances);
    }

    /// <summary>Plans a statement of a fund or, where the template has a column for each, of every fund of the books.</summary>
    /// <exception cref="CommandException">The funds cannot stand in one statement.</exception>
    internal static StatementPlan Plan(OpenedBooks opened, StatementTemplate template, Fund? fund, ReportingPeriod period, KnownAt? knownAt)
    {
        IReadOnlyList<Fund> funds = fund is null ? opened.MasterData.Funds : [fund];
        try
        {
            return new StatementPlan(template, new StatementScope(funds, period)
            {
                KnownAt = knownAt?.Instant,
                Sequence = knownAt?.Sequence,
                InterfundAccounts = Interfund(opened.MasterData, funds, period.End),
            });
        }
        catch (ArgumentException exception) when (exception is not TemplateException)
        {
            throw new CommandException(ExitCode.Usage, exception.Message.Split(" (Parameter")[0]);
        }
    }

    /// <summary>The template as restated, with the adjustments by nature that the books hold.</summary>
    internal static async Task<StatementTemplate> AsRestatedAsync(
        OpenedBooks opened, StatementTemplate template, Fund? fund, ReportingPeriod period, KnownAt? knownAt, CancellationToken cancellation)
    {
        var scope = new StatementScope(fund is null ? opened.MasterData.Funds : [fund], period) { KnownAt = knownAt?.Instant, Sequence = knownAt?.Sequence };
        var restatements = await opened.ReadEntriesAsync(new EntrySelection { Fund = fund?.Code, Kind = EntryKind.Restatement, Type = AccountType.NetAssets }, cancellation)
            .ToListAsync(cancellation).ConfigureAwait(false);
        return template.AsRestated(scope, restatements);
    }

    /// <summary>The fund that a statement is of; null for one with a column for each.</summary>
    /// <exception cref="CommandException">There is none of that code, none was named of several, or one was named of a statement of all.</exception>
    internal static Fund? FundOf(OpenedBooks opened, StatementTemplate template, string? code) =>
        !IsByFund(template) ? opened.Fund(code)
        : code is null ? null
        : throw new CommandException(ExitCode.Usage, $"Template {template} has a column for each fund of the books: leave out --fund.");

    /// <summary>Whether a statement is of all funds, with a column for each.</summary>
    internal static bool IsByFund(StatementTemplate template) =>
        template.Columns.Any(column => column.Fund is ColumnFund.Each or ColumnFund.One);

    // What funds owe and hand to one another, by the policy of each on the last day.
    private static IReadOnlyList<Code<Account>> Interfund(MasterData masterData, IEnumerable<Fund> funds, LocalDate on)
    {
        var policies = funds.Select(fund => ClosingPolicy.Of(masterData.Settings, fund.Code, on)).ToList();
        if (policies.SelectMany(policy => policy.Faults).FirstOrDefault(fault => fault.Key.StartsWith("policy.interfund", StringComparison.Ordinal)) is { } fault)
        {
            throw new CommandException(ExitCode.Usage, $"The setting {fault.Key} says '{fault.Found}'; expected {fault.Expected}.");
        }

        return
        [
            .. Known(masterData.Chart, "interfund-accounts", policies.SelectMany(policy => policy.InterFundAccounts), ClosingPolicy.Default.InterFundAccounts),
            .. Known(masterData.Chart, "interfund-transfer-accounts", policies.SelectMany(policy => policy.InterFundTransferAccounts), ClosingPolicy.Default.InterFundTransferAccounts),
        ];
    }

    // The defaults are those of the standard chart, which the books need not have; what a setting names they must have.
    private static IEnumerable<Code<Account>> Known(
        ChartOfAccounts chart, string policy, IEnumerable<Code<Account>> named, IReadOnlyList<Code<Account>> otherwise) =>
        named.Distinct().Select(code => chart.TryFind(code, out _) || otherwise.Contains(code)
            ? code
            : throw new CommandException(ExitCode.Usage, $"The setting policy.{policy} names an account '{code}' that the books do not have."));

    // Restatements and transfers move net assets: only the entries that do are read, in one pass for all of them.
    private static async Task<IReadOnlyDictionary<BalanceRequest, TrialBalance>> OfClassesAsync(
        OpenedBooks opened, StatementScope scope, IReadOnlyList<BalanceRequest> requests, CancellationToken cancellation)
    {
        var isAdjusting = requests[0].Entries == EntryClass.Adjusting;
        var isRestated = requests.Any(request => request.Cutoff.AsRestated || request.After?.AsRestated == true);
        var selection = new EntrySelection
        {
            Fund = scope.Funds.Count == 1 ? scope.Fund.Code : default(Code<Fund>?),
            Kind = isAdjusting ? EntryKind.Adjusting : null,
            Type = isAdjusting ? null : AccountType.NetAssets,
            From = isRestated || requests.Any(request => request.After is null) ? null : requests.Min(request => request.After!.Through),
            Through = isRestated ? null : requests.Max(request => request.Cutoff.Through),
        };
        var entries = await opened.ReadEntriesAsync(selection, cancellation).ToListAsync(cancellation).ConfigureAwait(false);
        return requests.ToDictionary(request => request, request => new TrialBalance(request.Cutoff, scope.Funds.SelectMany(fund => entries
            .Where(posted => request.Includes(posted, fund))
            .SelectMany(posted => posted.Entry.Postings)
            .Where(posting => posting.Fund.Code == fund.Code)
            .GroupBy(posting => posting.Account)
            .Select(group => new TrialBalanceRow(group.Key, fund, null, group.Aggregate(
                Money.Zero(fund.Currency), (sum, posting) => sum + posting.Amount))))));
    }
}

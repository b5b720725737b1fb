using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli;

/// <summary>Reproduces a statement from opened books: asks for the trial balances that the template needs.</summary>
internal static class Reproduction
{
    internal static async Task<Statement> FromBooksAsync(
        OpenedBooks opened, StatementTemplate template, Fund fund, ReportingPeriod period, KnownAt? knownAt,
        CancellationToken cancellation) =>
        Build(template, fund, period, await BalancesAsync(opened, template, period, knownAt, cancellation).ConfigureAwait(false));

    internal static async Task<IReadOnlyList<TrialBalance>> BalancesAsync(
        OpenedBooks opened, StatementTemplate template, ReportingPeriod period, KnownAt? knownAt, CancellationToken cancellation,
        bool asRestated = false)
    {
        var balances = new List<TrialBalance>();
        foreach (var cutoff in StatementAmounts.Cutoffs(template, period))
        {
            balances.Add(await opened.Books.ReadTrialBalanceAsync(KnownAt.Of(knownAt, cutoff) with { AsRestated = asRestated }, cancellation).ConfigureAwait(false));
        }

        return balances;
    }

    internal static Statement Build(StatementTemplate template, Fund fund, ReportingPeriod period, IReadOnlyList<TrialBalance> balances) =>
        StatementBuilder.Build(template, fund, period, StatementAmounts.From(template, fund, period, balances));
}

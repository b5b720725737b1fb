using NodaTime;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli;

/// <summary>Reproduces a statement from opened books: asks for the trial balances that the template needs.</summary>
internal static class Reproduction
{
    internal static async Task<Statement> FromBooksAsync(
        OpenedBooks opened, StatementTemplate template, Fund fund, ReportingPeriod period, Instant? knownAt,
        CancellationToken cancellation)
    {
        var balances = new List<TrialBalance>();
        foreach (var cutoff in StatementAmounts.Cutoffs(template, period, knownAt))
        {
            balances.Add(await opened.Balances.ReadTrialBalanceAsync(cutoff, cancellation).ConfigureAwait(false));
        }

        return StatementBuilder.Build(template, fund, period, StatementAmounts.From(template, fund, period, balances, knownAt));
    }
}

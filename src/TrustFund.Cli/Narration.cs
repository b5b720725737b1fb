using TrustFund.Practice;
using TrustFund.Reconciliation.Statements;
using TrustFund.Storage;

namespace TrustFund.Cli;

/// <summary>Reads what a narrative tells besides the statement: what passed between each fund and its donors.</summary>
internal static class Narration
{
    /// <summary>The paragraphs that accompany a statement, from the same books.</summary>
    /// <exception cref="CommandException">The template has no result to tell of, or a policy cannot be followed.</exception>
    internal static async Task<IReadOnlyList<string>> OfAsync(OpenedBooks opened, StatementPlan plan, Statement statement, CancellationToken cancellation)
    {
        var flows = new Dictionary<Code<Fund>, DonorFlows>();
        foreach (var fund in plan.Scope.Funds)
        {
            flows.Add(fund.Code, await FlowsAsync(opened, plan.Scope, fund, cancellation).ConfigureAwait(false));
        }

        try
        {
            return StatementNarrative.Of(statement, flows);
        }
        catch (ArgumentException exception)
        {
            throw new CommandException(ExitCode.Usage, exception.Message.Split(" (Parameter")[0]);
        }
    }

    private static async Task<DonorFlows> FlowsAsync(OpenedBooks opened, StatementScope scope, Fund fund, CancellationToken cancellation)
    {
        var policy = ClosingPolicy.Of(opened.MasterData.Settings, fund.Code, scope.Period.End);
        if (policy.Faults.FirstOrDefault(fault => fault.Key.StartsWith("policy.cash", StringComparison.Ordinal) || fault.Key.StartsWith("policy.contra", StringComparison.Ordinal)) is { } fault)
        {
            throw new CommandException(ExitCode.Usage, $"The setting {fault.Key} says '{fault.Found}'; expected {fault.Expected}.");
        }

        var entries = await opened.ReadEntriesAsync(new EntrySelection { Fund = fund.Code, From = scope.Period.Start, Through = scope.Period.End }, cancellation)
            .Where(posted => !(posted.Recorded > scope.KnownAt) && !(posted.Sequence > scope.Sequence))
            .Select(posted => posted.Entry).ToListAsync(cancellation).ConfigureAwait(false);
        return DonorFlows.Of(entries, fund, policy.CashAccounts, [.. policy.ContraAccounts.Select(contra => contra.Account)]);
    }
}

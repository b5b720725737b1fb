using System.CommandLine;
using TrustFund.Cli.Commands;

namespace TrustFund.Cli;

/// <summary>The command line as a whole: its commands, and what happens to a call that fits none.</summary>
internal static class CommandLine
{
    internal static RootCommand Create(Terminal terminal) => new(
        "Reconciles published trust-fund statements to the books, and says what most likely went wrong.\n"
        + "New here? Try: trustfund sample un-lirec-2016")
    {
        SampleCommand.Create(terminal),
        CheckCommand.Create(terminal),
        ReconcileCommand.Create(terminal),
        StatementCommand.Create(terminal),
        TrialBalanceCommand.Create(terminal),
        EntriesCommand.Create(terminal),
        RegisterCommand.Create(terminal),
        EditionsCommand.Create(terminal),
        ViewsCommand.Create(terminal),
        DiffCommand.Create(terminal),
        InitCommand.Create(terminal),
        ImportCommand.Create(terminal),
        ReverseCommand.Create(terminal),
        CloseCommand.Create(terminal),
        ReopenCommand.Create(terminal),
        PeriodsCommand.Create(terminal),
        CloseFundCommand.Create(terminal),
        ExportCommand.Create(terminal),
        AuditCommand.Create(terminal),
        BackupCommand.Create(terminal),
        RestoreCommand.Create(terminal),
        ProveCommand.Create(terminal),
        VerifyCommand.Create(terminal),
    };

    internal static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellation = default)
    {
        var result = Create(terminal).Parse(arguments);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors)
            {
                terminal.Message(error.Message);
            }

            terminal.Message($"See: trustfund {string.Join(' ', result.CommandResult.Command is RootCommand ? [] : new[] { result.CommandResult.Command.Name })} --help".Replace("  ", " ", StringComparison.Ordinal));
            return (int)ExitCode.Usage;
        }

        return await result.InvokeAsync(
            new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false },
            cancellation).ConfigureAwait(false);
    }
}

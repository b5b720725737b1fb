using System.CommandLine;
using TrustFund.Cli.Commands;

namespace TrustFund.Cli;

/// <summary>The command line as a whole: its commands, and what happens to a call that fits none.</summary>
internal static class CommandLine
{
    /// <summary>The commands by their names, in the order in which help lists them.</summary>
    internal static IReadOnlyList<(string Name, Func<Terminal, Command> Create)> Commands { get; } =
    [
        ("sample", SampleCommand.Create),
        ("check", CheckCommand.Create),
        ("reconcile", ReconcileCommand.Create),
        ("statement", StatementCommand.Create),
        ("trial-balance", TrialBalanceCommand.Create),
        ("entries", EntriesCommand.Create),
        ("register", RegisterCommand.Create),
        ("editions", EditionsCommand.Create),
        ("views", ViewsCommand.Create),
        ("diff", DiffCommand.Create),
        ("init", InitCommand.Create),
        ("import", ImportCommand.Create),
        ("reverse", ReverseCommand.Create),
        ("close", CloseCommand.Create),
        ("reopen", ReopenCommand.Create),
        ("periods", PeriodsCommand.Create),
        ("close-fund", CloseFundCommand.Create),
        ("export", ExportCommand.Create),
        ("audit", AuditCommand.Create),
        ("backup", BackupCommand.Create),
        ("restore", RestoreCommand.Create),
        ("prove", ProveCommand.Create),
        ("verify", VerifyCommand.Create),
    ];

    // A call of one command makes that one alone: making all of them costs as much as many a command's own work.
    internal static RootCommand Create(Terminal terminal, string? first)
    {
        var root = new RootCommand(
            "Reconciles published trust-fund statements to the books, and says what most likely went wrong.\n"
            + "New here? Try: trustfund sample un-lirec-2016\n\n"
            + "Exit codes: 0 done, and all that was tested agrees or is within ordinary rounding; 1 differences, or refused by the books' rules; "
            + "2 wrong usage, or a path that is not there; 3 unreadable input; 4 the store failed; 5 nothing could be tested.");
        var isOne = Commands.Any(command => command.Name == first);
        foreach (var (name, create) in Commands)
        {
            if (!isOne || name == first)
            {
                root.Add(create(terminal));
            }
        }

        return root;
    }

    internal static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellation = default)
    {
        var result = Create(terminal, arguments.FirstOrDefault()).Parse(arguments);
        var faults = UsageFaults.Of(result, arguments, Commands.Select(command => command.Name));
        if (faults.Count > 0)
        {
            foreach (var fault in faults)
            {
                terminal.Message(fault);
            }

            terminal.Message($"See: trustfund {string.Join(' ', result.CommandResult.Command is RootCommand ? [] : new[] { result.CommandResult.Command.Name })} --help".Replace("  ", " ", StringComparison.Ordinal));
            return (int)ExitCode.Usage;
        }

        try
        {
            return await result.InvokeAsync(
                new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false },
                cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full disk under the output, a folder that may not be entered: help and every command can meet them.
            terminal.Message($"What was asked for could not be read or written whole: {exception.Message}");
            return (int)ExitCode.Store;
        }
    }
}

using System.CommandLine;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary>Runs a command's work and turns what stops it into messages and an exit code.</summary>
internal static class CommandExtensions
{
    internal static void Run(
        this Command command, Terminal terminal, Func<ParseResult, CancellationToken, Task<ExitCode>> work) =>
        command.SetAction(async (result, cancellation) =>
        {
            try
            {
                return (int)await work(result, cancellation).ConfigureAwait(false);
            }
            catch (CommandException exception)
            {
                foreach (var message in exception.Messages)
                {
                    terminal.Message(message);
                }

                return (int)exception.Code;
            }
            catch (BooksException exception)
            {
                terminal.Message(exception.Message);
                return (int)(exception.Failure is BooksFailure.Missing or BooksFailure.Exists ? ExitCode.Usage : ExitCode.Store);
            }
            catch (UnbalancedTrialBalanceException exception)
            {
                terminal.Message($"{exception.Message} The books were changed from outside: run 'trustfund audit'.");
                return (int)ExitCode.Differences;
            }
            catch (UnexplainedChangeException exception)
            {
                terminal.Message($"{exception.Message} The books were changed from outside: run 'trustfund audit'.");
                return (int)ExitCode.Differences;
            }
        });
}

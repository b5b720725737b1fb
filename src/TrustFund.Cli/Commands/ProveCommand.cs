using System.CommandLine;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary><c>prove BOOKS --donor CODE</c>: entries with the proofs that they are of the books, and nothing of the others.</summary>
internal static class ProveCommand
{
    internal static Command Create(Terminal terminal)
    {
        var books = new Argument<string>("BOOKS") { Description = "The SQLite file of books." };
        var donor = new Option<string>("--donor") { Description = "The donor whose entries are shown.", HelpName = "CODE", Required = true };
        var command = new Command("prove", "Print a donor's entries with proofs that they are of the books, for whoever holds a checkpoint. Example: trustfund prove books.db --donor CAN > canada.proof")
        {
            books, donor,
        };
        command.Run(terminal, async (result, cancellation) =>
        {
            await using var opened = await OpenedBooks.OpenAsync(result.GetRequiredValue(books), terminal, cancellation).ConfigureAwait(false);
            if (!opened.IsStored)
            {
                throw new CommandException(ExitCode.Usage, "CSV books have no chain that could prove anything. Import them into an SQLite file first.");
            }

            var code = result.GetRequiredValue(donor);
            var known = opened.MasterData.Donors.FirstOrDefault(candidate => candidate.Code.Text == code)
                ?? throw new CommandException(ExitCode.Usage, $"The books have no donor '{code}'.");
            var proofs = await opened.Books.ProveAsync(new EntrySelection { Donor = known.Code }, cancellation).ConfigureAwait(false);
            if (proofs.Count == 0)
            {
                throw new CommandException(ExitCode.Usage, $"No entry is posted for donor '{code}'.");
            }

            terminal.Output.Write(new ProvenEntries(proofs[0].Entries, proofs[0].Root(), proofs).ToJson());
            return ExitCode.Done;
        });
        return command;
    }
}

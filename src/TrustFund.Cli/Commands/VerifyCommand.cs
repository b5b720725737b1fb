using System.CommandLine;
using System.Text;
using TrustFund.Cli.Rendering;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary><c>verify PROOF --checkpoint FILE</c>: shows proven entries, and whether they are of the books of a checkpoint.</summary>
internal static class VerifyCommand
{
    internal static Command Create(Terminal terminal)
    {
        var proof = new Argument<string>("PROOF") { Description = "The file that prove printed." };
        var checkpoint = new Option<string>("--checkpoint") { Description = "The checkpoint of the books, from someone who can be trusted.", HelpName = "FILE", Required = true };
        var command = new Command("verify", "Show entries that were proved, and hold them against a checkpoint. Example: trustfund verify canada.proof --checkpoint 2016.checkpoint")
        {
            proof, checkpoint,
        };
        command.Run(terminal, (result, _) => Task.FromResult(Run(terminal, result.GetRequiredValue(proof), result.GetRequiredValue(checkpoint))));
        return command;
    }

    private static ExitCode Run(Terminal terminal, string proofPath, string checkpointPath)
    {
        var proven = Read(proofPath, ProvenEntries.Parse);
        var kept = Read(checkpointPath, Checkpoint.Parse);
        terminal.Output.Write(new EntriesReport([.. proven.Proofs.Select(proof => proof.Posted)], _ => true, isIllustrative: false).ToText());
        var faults = proven.Unproven()
            .Select(posted => FormattableString.Invariant($"X Entry {posted.Entry.Id} (number {posted.Sequence}) is not of the books: its contents do not lead to their root.\n"))
            .ToList();
        if (proven.Entries != kept.Head.Sequence || proven.Root != kept.Root)
        {
            faults.Add(FormattableString.Invariant($"X The proof is of {proven.Entries} entries with the root {proven.Root}; the checkpoint is of {kept.Head.Sequence} with {kept.Root}.\n"));
        }

        terminal.Output.Write(faults.Count > 0
            ? string.Concat(faults) + "NOT PROVEN\n"
            : FormattableString.Invariant($"PROVEN  {proven.Proofs.Count} entries are of the {proven.Entries} of the checkpoint.\n"));
        return faults.Count > 0 ? ExitCode.Differences : ExitCode.Done;
    }

    private static TDocument Read<TDocument>(string path, Func<string, TDocument> parse)
    {
        try
        {
            return parse(Encoding.UTF8.GetString(Files.ReadAllBytes(path)));
        }
        catch (FormatException exception)
        {
            throw new CommandException(ExitCode.Unreadable, $"The file '{path}' cannot be read: {exception.Message}");
        }
    }
}

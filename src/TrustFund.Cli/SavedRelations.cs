using TrustFund.Reconciliation.Discovery;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli;

/// <summary>Writes the relations that were found in a document to a file that declares them.</summary>
internal static class SavedRelations
{
    /// <exception cref="CommandException">More than one document, a file that is there already, or one that cannot be written.</exception>
    internal static void Write(Terminal terminal, List<DocumentInput> inputs, string file, bool overwrite)
    {
        if (inputs.Count != 1)
        {
            throw new CommandException(ExitCode.Usage, "--save-relations writes the relations of one document: name one.");
        }

        if (File.Exists(file) && !overwrite)
        {
            throw new CommandException(ExitCode.Usage, $"There is a file '{file}' already; --overwrite replaces it.");
        }

        var document = inputs[0].Document;
        try
        {
            File.WriteAllText(file, RelationsWriter.Write(document, RelationDiscovery.Discover(document)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Unreadable, $"The file '{file}' cannot be written: {exception.Message}");
        }

        terminal.Message($"Wrote the relations found in {document.Source} to {file}.");
    }
}

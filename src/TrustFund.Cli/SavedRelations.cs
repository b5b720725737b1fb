using System.Text;
using TrustFund.Reconciliation.Discovery;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli;

/// <summary>Writes the relations that were found in a document to a file that declares them.</summary>
internal static class SavedRelations
{
    /// <exception cref="CommandException">More than one document, relations that were declared already, a file that is there already, or one that cannot be written.</exception>
    internal static void Write(Terminal terminal, List<DocumentInput> inputs, string file, bool overwrite, bool discovers)
    {
        if (inputs is not [var input])
        {
            throw new CommandException(ExitCode.Usage, "--save-relations writes the relations of one document: name one.");
        }

        if (input.RelationsPath is not null && !discovers)
        {
            throw new CommandException(ExitCode.Usage, $"{input.Document.Source} is checked with the relations of '{input.RelationsPath}', and nothing was looked for: with --discover, what is found besides is saved together with them.");
        }

        if (File.Exists(file) && !overwrite)
        {
            throw new CommandException(ExitCode.Usage, $"There is a file '{file}' already; --overwrite replaces it.");
        }

        var found = Found(input);
        if (found.Relations.Count == 0 && input.RelationsPath is null)
        {
            terminal.Message($"No relations were found in {input.Document.Source}: {file} was not written.");
            return;
        }

        Files.Write(file, Encoding.UTF8.GetBytes(input.RelationsPath is { } path
            ? RelationsWriter.Extend(Files.ReadAllBytes(path), input.Document, found, [.. input.Input.Veto.Except(Discovered(input).Select(relation => relation.Id))])
            : RelationsWriter.Write(input.Document, found)));

        terminal.Message(input.RelationsPath is { } declared
            ? $"Wrote the relations of {Path.GetFileName(declared)} and those found besides in {input.Document.Source} to {file}."
            : $"Wrote the relations found in {input.Document.Source} to {file}.");
    }

    // What is vetoed is not learnt.
    private static RelationSet Found(DocumentInput input) =>
        RelationSet.Empty with { Relations = [.. Discovered(input).Where(relation => !input.Input.Veto.Contains(relation.Id))] };

    // Beside a template nobody looked for any.
    private static List<StatementRelation> Discovered(DocumentInput input)
    {
        List<StatementRelation> found = [.. input.Input.Relations.SelectMany(set => set.Relations).Where(relation => relation.Basis == RelationBasis.Discovered)];
        return found.Count > 0 || input.RelationsPath is not null ? found : [.. RelationDiscovery.Discover(input.Document).Relations];
    }
}

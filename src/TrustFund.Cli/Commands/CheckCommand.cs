using System.CommandLine;
using System.Globalization;
using TrustFund.Reconciliation;

namespace TrustFund.Cli.Commands;

/// <summary><c>check DOCUMENT...</c>: verifies published statements by themselves and against each other.</summary>
internal static class CheckCommand
{
    private const int MostNames = 12;

    internal static Command Create(Terminal terminal)
    {
        var documents = new Argument<string[]>("DOCUMENT")
        {
            Description = "The published statements, as text files; several years of one fund are checked as a chain, the statements of a folder each by itself.",
            Arity = ArgumentArity.OneOrMore,
        };
        var template = CommonOptions.OptionalTemplate();
        var relations = new Option<string>("--relations")
        {
            Description = "What must hold between the figures (JSON); left out, the file NAME.relations.json beside the document NAME.txt.",
            HelpName = "FILE",
        };
        var prior = new Option<string>("--prior") { Description = "The statement of the year before: its closing is this one's opening.", HelpName = "DOCUMENT" };
        var same = new Option<bool>("--same") { Description = "The documents are editions of one document: the same figures in other languages or formats." };
        var veto = new Option<string[]>("--veto") { Description = "A relation not to be tested, by the name that --list-relations gives it; may be said several times.", HelpName = "RELATION" };
        var save = new Option<string>("--save-relations") { Description = "Write the relations found in the document to a file, to be corrected and used again with --relations.", HelpName = "FILE" };
        var discover = new Option<bool>("--discover") { Description = "Find relations in the document also where a relations file or template declares some; what is declared comes first." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Let --save-relations replace a file that is there." };
        var (narrative, printing) = (CommonOptions.Narrative(), new ReportOptions());
        var command = new Command("check", "Check published statements by themselves: do their figures hold together? Example: trustfund check annex.txt")
        {
            documents, template, relations, prior, same, narrative, veto, discover, save, overwrite,
        };
        printing.AddTo(command);
        command.Run(terminal, (result, _) =>
        {
            var layout = result.GetValue(template) is { } named ? Templates.Load(named) : null;
            var paths = result.GetRequiredValue(documents);
            if (Array.FindAll(paths, path => !Path.Exists(path)) is { Length: > 0 } missing)
            {
                throw new CommandException(ExitCode.Usage, [.. missing.Select(path => $"There is no file '{path}'.")]);
            }

            var isFolder = Array.Exists(paths, Directory.Exists);
            string[] single = [.. new[] { relations, narrative, prior, same, save, printing.ListRelations }.Where(option => result.GetResult(option) is { Implicit: false }).Select(option => option.Name)];
            if (isFolder && single.Length > 0)
            {
                throw new CommandException(ExitCode.Usage, $"The statements of a folder are checked each by itself, with the file NAME.relations.json beside each: leave {string.Join(" and ", single)} out, or name the documents.");
            }

            paths.Where(Directory.Exists).Select(DocumentInput.NotReadIn).OfType<string>().ToList().ForEach(terminal.Message);
            var inputs = paths.SelectMany(path => Directory.Exists(path) ? DocumentInput.In(path) : [path])
                .Select(path => DocumentInput.Read(path, result.GetValue(narrative), layout, result.GetValue(relations), result.GetValue(veto) ?? [], result.GetValue(discover)))
                .ToList();
            var before = result.GetValue(prior) is { } path
                ? DocumentInput.Read(path, null, layout, result.GetValue(relations), [], discovers: false)
                : null;
            var (tied, remarks) = result.GetValue(same) ? ([.. Editions(inputs)], [])
                : isFolder ? ([.. inputs.Select(input => input.Input)], [])
                : Years(inputs, before);
            tied = Vetoed(tied, result.GetValue(veto) ?? []);
            if (result.GetValue(save) is { } file)
            {
                SavedRelations.Write(terminal, inputs, file, result.GetValue(overwrite), result.GetValue(discover));
            }

            return Task.FromResult(ReportWriter.Write(terminal, [.. tied.Select(Reconciler.Check)], printing.Of(result, isFolder) with { Summary = isFolder, Remarks = remarks }));
        });
        return command;
    }

    // Of several documents a name need be of one only; one that is of none was mistyped.
    private static List<ReconcilerInput> Vetoed(List<ReconcilerInput> inputs, string[] said)
    {
        var read = said.Length == 0 ? [] : inputs.ConvertAll(Reconciler.ReadVeto);
        var unknown = said.Where(name => read.TrueForAll(veto => veto.Unknown.Contains(name))).Distinct(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            var known = read.SelectMany(veto => veto.Known).Distinct(StringComparer.Ordinal).ToList();
            var names = known.Count == 0 ? "no relation was found or declared"
                : $"there {(known.Count == 1 ? "is" : "are")} {string.Join(", ", known.Take(MostNames))}{(known.Count > MostNames ? string.Create(CultureInfo.InvariantCulture, $" and {known.Count - MostNames} more; --list-relations lists them") : "")}";
            throw new CommandException(ExitCode.Usage, [.. unknown.Select(name => $"--veto '{name}' names no relation: {names}.")]);
        }

        return read.Count == 0 ? inputs : [.. inputs.Zip(read, (input, veto) => input with { Veto = [.. input.Veto.Where(name => !said.Contains(name) || !veto.Unknown.Contains(name))] })];
    }

    private static IEnumerable<ReconcilerInput> Editions(List<DocumentInput> inputs)
    {
        if (inputs.Count < 2)
        {
            throw new CommandException(ExitCode.Usage, "--same needs two documents or more.");
        }

        return inputs.Select((input, index) => index == 0
            ? input.Input
            : input.Input with { Relations = [.. input.Input.Relations, AcrossDocuments.Editions(inputs[0].Document, input.Document)] });
    }

    // The documents of one fund, year after year; and, where there is one, the table of all those years.
    private static (List<ReconcilerInput> Inputs, List<string> Remarks) Years(List<DocumentInput> inputs, DocumentInput? before)
    {
        var documents = inputs.Select(input => input.Document).ToList();
        var links = Links([.. inputs.Select(input => input.Year)], before?.Year);
        var tied = inputs.Select((input, index) => input.Input with
        {
            Relations =
            [
                .. input.Input.Relations,
                .. links[index].Prior is { } prior ? new[] { AcrossDocuments.Continuity(prior, links[index].Year) } : [],
                AcrossDocuments.Cumulative(documents, documents[index]),
            ],
        }).ToList();
        return (tied, [.. links.Select(link => link.NotTied).OfType<string>(), .. documents.Select(document => AcrossDocuments.DatesApart(documents, document)).OfType<string>()]);
    }

    // The year before is of one statement: the one that begins where it ends; where none does, the first that nothing else comes before.
    private static List<YearLink> Links(IReadOnlyList<YearStatement> years, YearStatement? before)
    {
        var links = YearChain.Of(years).ToList();
        if (before is null)
        {
            return links;
        }

        var withBefore = YearChain.Of([before, .. years]).Skip(1).ToList();
        if (withBefore.Exists(link => link.Prior == before))
        {
            return withBefore;
        }

        var first = links.FindIndex(link => link is { Prior: null, NotTied: null });
        if (first >= 0)
        {
            links[first] = links[first] with { Prior = before };
        }

        return links;
    }
}

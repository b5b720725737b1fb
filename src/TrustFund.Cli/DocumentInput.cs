using TrustFund.Cli.Rendering;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Discovery;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli;

/// <summary>A document that a command line names, with what it is to be checked with.</summary>
internal sealed record DocumentInput(ReconcilerInput Input, DeclaredRelations? Declared)
{
    internal PublishedStatement Document => Input.Document;

    /// <summary>The file that declares relations for it; null for none.</summary>
    internal string? RelationsPath { get; private init; }

    /// <summary>The document as one year of a chain.</summary>
    internal YearStatement Year => Declared is { Opening: not null } or { Closing: not null } || Input.Match is null
        ? YearStatement.Of(Document, Declared ?? new DeclaredRelations())
        : YearStatement.Of(Input.Match);

    /// <summary>A document matched to a template, as books need it.</summary>
    /// <exception cref="CommandException">A file is not there.</exception>
    internal static DocumentInput Read(string path, string? narrativePath, StatementTemplate template)
    {
        var options = new ReadingOptions { Rounding = template.Rounding };
        return new DocumentInput(ReconcilerInput.Of(TemplateMatcher.Match(template, DocumentOf(path, options)), NarrativeOf(narrativePath, options)), null);
    }

    /// <summary>The bytes of a document matched to a template.</summary>
    internal static DocumentInput Read(byte[] document, string name, StatementTemplate template) => new(
        ReconcilerInput.Of(TemplateMatcher.Match(template, StatementReader.Read(document, name, new ReadingOptions { Rounding = template.Rounding }))), null);

    /// <summary>A document with the relations that a file declares, and a template where one is named or fits.</summary>
    /// <param name="path">The document.</param>
    /// <param name="narrativePath">The narrative; null for none.</param>
    /// <param name="template">The template that was named; null for none.</param>
    /// <param name="relationsPath">The relations file that was named; null for the one beside the document, if there is one.</param>
    /// <param name="veto">The names of relations that are not to be tested.</param>
    /// <param name="discovers">Whether to find relations also beside those that a file or template declares.</param>
    /// <exception cref="CommandException">A file is not there, or a relations file is at fault.</exception>
    internal static DocumentInput Read(string path, string? narrativePath, StatementTemplate? template, string? relationsPath, IReadOnlyList<string> veto, bool discovers)
    {
        var beside = RelationsBeside(path);
        relationsPath ??= File.Exists(path) && File.Exists(beside) ? beside : null;
        var declared = relationsPath is null ? null : Relations(relationsPath);
        var layout = template ?? (declared is null ? Templates.Load(Templates.Default) : null);
        var options = declared is null
            ? new ReadingOptions { Rounding = layout!.Rounding }
            : new ReadingOptions { Rounding = declared.Rounding, NilIsExact = declared.NilIsExact, Currency = declared.Currency is { } code ? Currency.Parse(code) : null };
        // Where nothing is known of the document beforehand, what must hold is to be found in it, unless it shows a template.
        var isOpen = template is null && declared is null;
        // Read once: of a pipe there is nothing left the second time.
        var bytes = Files.ReadIfOpen(path);
        var name = Path.GetFileName(path);
        var document = bytes is null ? StatementReader.Unopened(name) : StatementReader.Read(bytes, name, isOpen ? new ReadingOptions() : options);
        var match = layout is null ? null : TemplateMatcher.Match(layout, document);
        if (isOpen)
        {
            // A template that nobody named counts where nearly all of its lines are there, once, that every statement of it prints, and no others among them.
            var isMatched = match!.Lines.Count(line => !line.Template.IsOptional) * 5 >= layout!.AmountLines.Count(line => !line.IsOptional) * 4
                && !HasOthersAmongLines(match) && !match.Problems.Any();
            document = isMatched ? StatementReader.Read(bytes, name, options) : document;
            match = isMatched ? TemplateMatcher.Match(layout, document) : null;
        }

        List<string> vetoed = [.. declared?.Veto ?? [], .. veto];
        var source = relationsPath is null ? null : Path.GetFileName(relationsPath);
        var relations = declared is null && match is null ? RelationDiscovery.Discover(document)
            : declared is null ? RelationDiscovery.Beside(document, RelationSet.Empty, vetoed, match, discovers, null)
            : DeclaredAnd(document, declared.ApplyTo(document, source!), vetoed, match, discovers, source!);
        return new DocumentInput(new ReconcilerInput
        {
            Document = document,
            Match = match,
            Narrative = NarrativeOf(narrativePath, options),
            Relations = [relations],
            Veto = vetoed,
            VetoSource = source,
        }, declared)
        { RelationsPath = relationsPath };
    }

    // That more could be tested is said: a file of a few relations does not show how little it reaches.
    private static RelationSet DeclaredAnd(PublishedStatement document, RelationSet declared, List<string> veto, TemplateMatch? match, bool discovers, string source)
    {
        var found = new Lazy<RelationSet>(() => RelationDiscovery.Discover(document));
        var relations = RelationDiscovery.Beside(document, declared, veto, match, discovers, source, found);
        var reached = Figures(relations);
        var missed = document.Figures.Where(figure => figure.Amount is not null && !reached.Contains(figure)).ToList();
        if (discovers || missed.Count == 0)
        {
            return relations;
        }

        var testable = Figures(RelationDiscovery.Beside(document, declared, veto, match, true, source, found));
        missed.RemoveAll(figure => !testable.Contains(figure));
        return missed.Count == 0 ? relations : relations with
        {
            Remarks = [.. relations.Remarks, new RelationRemark($"{source} says nothing of {AmountText.Count(missed.Count)} {(missed.Count == 1 ? "amount" : "amounts")} that can be tested by what the document itself shows: --discover tests {(missed.Count == 1 ? "it" : "them")} as well.", missed)],
        };
    }

    private static HashSet<PublishedFigure> Figures(RelationSet relations) =>
        [.. relations.Relations.SelectMany(relation => relation.Terms.Select(term => term.Figure).Append(relation.Target))];

    /// <summary>The statements in a folder: its text files, by name, but for the narratives.</summary>
    /// <exception cref="CommandException">There is none, or the folder cannot be read.</exception>
    internal static IReadOnlyList<string> In(string folder)
    {
        var paths = Of(folder, Directory.EnumerateFiles).Where(IsStatement).Order(StringComparer.Ordinal).ToList();
        return paths.Count > 0 ? paths : throw new CommandException(ExitCode.Usage, $"The folder '{folder}' holds no statement: no file NAME.txt.");
    }

    /// <summary>Says what else a folder holds, so that nothing is passed over in silence; null where there is nothing.</summary>
    internal static string? NotReadIn(string folder)
    {
        const int most = 5;
        var files = Of(folder, Directory.EnumerateFiles);
        var read = files.Where(IsStatement).ToList();
        read.AddRange(read.ConvertAll(RelationsBeside));
        var others = files.Except(read, StringComparer.Ordinal).Select(path => Path.GetFileName(path))
            .Concat(Of(folder, Directory.EnumerateDirectories).Select(path => Path.GetFileName(path) + "/")).Order(StringComparer.Ordinal).ToList();
        List<string> shown = others.Count <= most ? others : [.. others.Take(most - 1), FormattableString.Invariant($"{others.Count - most + 1} more")];
        return others.Count == 0 ? null : $"Not read in '{folder}': {Words.List(shown)}. The statements of a folder are its files NAME.txt; name others to check them, a narrative with --narrative.";
    }

    private static List<string> Of(string folder, Func<string, IEnumerable<string>> list)
    {
        try
        {
            return [.. list(folder)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Unreadable, $"The folder '{folder}' cannot be read: {exception.Message}");
        }
    }

    private static bool IsStatement(string path) =>
        path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".narrative.txt", StringComparison.OrdinalIgnoreCase);

    private static string RelationsBeside(string path) => Path.ChangeExtension(path, ".relations.json");

    // A line of its own between those of the template is part of their totals; one that is printed twice is none.
    private static bool HasOthersAmongLines(TemplateMatch match)
    {
        var places = match.Document.Tables.SelectMany(table => table.Lines).Index().ToDictionary(
            line => line.Item, line => line.Index, ReferenceEqualityComparer.Instance as IEqualityComparer<PublishedLine>);
        var (first, last) = (match.Lines.Min(line => places[line.Published]), match.Lines.Max(line => places[line.Published]));
        return match.Extra.Any(extra => places[extra] is var index && index > first && index < last
            && match.Lines.All(line => !string.Equals(line.Published.Caption, extra.Caption, StringComparison.OrdinalIgnoreCase)));
    }

    private static PublishedStatement DocumentOf(string path, ReadingOptions options) =>
        StatementReader.Read(Files.ReadAllBytes(path), Path.GetFileName(path), options);

    private static Narrative? NarrativeOf(string? path, ReadingOptions options) =>
        path is null ? null : NarrativeReader.Read(Files.ReadAllBytes(path), Path.GetFileName(path), options);

    private static DeclaredRelations Relations(string path)
    {
        var reading = RelationsFile.Read(Files.ReadAllBytes(path), Path.GetFileName(path));
        return reading.Relations ?? throw new CommandException(ExitCode.Unreadable, [.. reading.Problems.Select(ProblemText.Of)]);
    }
}

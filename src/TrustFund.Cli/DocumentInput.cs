using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli;

/// <summary>A document that a command line names, with its narrative, matched to a template.</summary>
internal sealed record DocumentInput(TemplateMatch Match, Narrative? Narrative)
{
    /// <exception cref="CommandException">A file is not there.</exception>
    internal static DocumentInput Read(string path, string? narrativePath, StatementTemplate template)
    {
        var options = new ReadingOptions { Rounding = template.Rounding };
        var document = StatementReader.Read(Files.ReadAllBytes(path), Path.GetFileName(path), options);
        var narrative = narrativePath is null
            ? null
            : NarrativeReader.Read(Files.ReadAllBytes(narrativePath), Path.GetFileName(narrativePath), options);
        return new DocumentInput(TemplateMatcher.Match(template, document), narrative);
    }
}

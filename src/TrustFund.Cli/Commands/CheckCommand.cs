using System.CommandLine;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Proof;

namespace TrustFund.Cli.Commands;

/// <summary><c>check DOCUMENT...</c>: verifies published statements by themselves.</summary>
internal static class CheckCommand
{
    internal static Command Create(Terminal terminal)
    {
        var documents = new Argument<string[]>("DOCUMENT")
        {
            Description = "The published statements, as text files.",
            Arity = ArgumentArity.OneOrMore,
        };
        var (template, format, narrative, strict) = (CommonOptions.Template(), CommonOptions.Format(), CommonOptions.Narrative(), CommonOptions.Strict());
        var command = new Command("check", "Check published statements by themselves: do their figures hold together? Example: trustfund check annex.txt")
        {
            documents, template, narrative, strict, format,
        };
        command.Run(terminal, (result, _) =>
        {
            var layout = Templates.Load(result.GetRequiredValue(template));
            var reports = result.GetRequiredValue(documents).Select(path =>
            {
                var input = DocumentInput.Read(path, result.GetValue(narrative), layout);
                return Reconciler.Check(input.Match, input.Narrative, ProofPolicy.Default);
            }).ToList();
            return Task.FromResult(ReportWriter.Write(terminal, reports, result.GetValue(format), result.GetValue(strict)));
        });
        return command;
    }
}

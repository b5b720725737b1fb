using TrustFund.Cli.Rendering;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli;

/// <summary>Finds the template that a command line names.</summary>
internal static class Templates
{
    internal const string Default = "un-trust-fund-status";

    /// <exception cref="CommandException">There is none of that name, or the file is at fault.</exception>
    internal static StatementTemplate Load(string nameOrFile)
    {
        if (TemplateFile.BuiltInNames.Contains(nameOrFile))
        {
            return TemplateFile.BuiltIn(nameOrFile);
        }

        if (!File.Exists(nameOrFile))
        {
            throw new CommandException(ExitCode.Usage,
                $"There is no template '{nameOrFile}': neither a file nor one that ships ({string.Join(", ", TemplateFile.BuiltInNames)}).");
        }

        var reading = TemplateFile.Read(Files.ReadAllBytes(nameOrFile), Path.GetFileName(nameOrFile));
        return reading.Template
            ?? throw new CommandException(ExitCode.Unreadable, [.. reading.Problems.Select(ProblemText.Of)]);
    }
}

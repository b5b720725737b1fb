using TrustFund.Cli.Rendering;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli;

/// <summary>Finds the template that a command line names.</summary>
internal static class Templates
{
    internal const string Default = "un-trust-fund-status";

    /// <exception cref="CommandException">There is none of that name, or the file is at fault.</exception>
    internal static StatementTemplate Load(string nameOrFile) => LoadFile(nameOrFile).Template;

    /// <summary>The template with its file: a name to keep it by, and its bytes.</summary>
    /// <exception cref="CommandException">There is none of that name, or the file is at fault.</exception>
    internal static (StatementTemplate Template, string Name, byte[] Bytes) LoadFile(string nameOrFile)
    {
        if (TemplateFile.BuiltInNames.Contains(nameOrFile))
        {
            return (TemplateFile.BuiltIn(nameOrFile), nameOrFile + ".json", TemplateFile.BuiltInBytes(nameOrFile));
        }

        if (!File.Exists(nameOrFile))
        {
            throw new CommandException(ExitCode.Usage,
                $"There is no template '{nameOrFile}': neither a file nor one that ships ({string.Join(", ", TemplateFile.BuiltInNames)}).");
        }

        var bytes = Files.ReadAllBytes(nameOrFile);
        var reading = TemplateFile.Read(bytes, Path.GetFileName(nameOrFile));
        return (reading.Template ?? throw new CommandException(ExitCode.Unreadable, [.. reading.Problems.Select(ProblemText.Of)]),
            Path.GetFileName(nameOrFile), bytes);
    }
}

using System.CommandLine;

namespace TrustFund.Cli.Commands;

/// <summary>The pairs <c>--accept CODE --reason TEXT</c>: warnings of the closing checklist that somebody answers for.</summary>
internal sealed class AcceptOptions
{
    private readonly Option<string[]> _accept = new("--accept") { Description = "Accept the warnings of this code; --reason after it says why. May be said several times.", HelpName = "CODE" };
    private readonly Option<string[]> _reason = new("--reason") { Description = "Why the warnings of the --accept before it are accepted.", HelpName = "TEXT" };

    internal void AddTo(Command command)
    {
        command.Add(_accept);
        command.Add(_reason);
    }

    /// <summary>The reasons by code.</summary>
    /// <exception cref="CommandException">A code without a reason or twice, or a reason without a code.</exception>
    internal IReadOnlyDictionary<string, string> Of(ParseResult result)
    {
        var (codes, reasons) = (result.GetValue(_accept) ?? [], result.GetValue(_reason) ?? []);
        if (codes.Length != reasons.Length || Array.Exists(reasons, string.IsNullOrWhiteSpace))
        {
            throw new CommandException(ExitCode.Usage, FormattableString.Invariant(
                $"Each --accept CODE has its --reason TEXT after it: found {codes.Length} --accept and {reasons.Length} --reason."));
        }

        if (codes.Distinct(StringComparer.Ordinal).Count() != codes.Length)
        {
            throw new CommandException(ExitCode.Usage, "A code is accepted once, with one reason.");
        }

        return codes.Zip(reasons).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }
}

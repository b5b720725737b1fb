using TrustFund.Storage;

namespace TrustFund.Cli;

/// <summary>Tells what the books refused.</summary>
internal static class Refusals
{
    /// <exception cref="CommandException">Anything was refused.</exception>
    internal static void Throw(AppendResult outcome)
    {
        if (outcome.IsRefused)
        {
            throw new CommandException(ExitCode.Differences, [.. outcome.Refusals.Select(refusal => refusal.Text), "Nothing was written."]);
        }
    }
}

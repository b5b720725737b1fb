namespace TrustFund.Cli;

/// <summary>A command cannot go on: what to tell the user, and the exit code.</summary>
internal sealed class CommandException(ExitCode code, params IReadOnlyList<string> messages) : Exception(string.Join('\n', messages))
{
    internal ExitCode Code { get; } = code;

    internal IReadOnlyList<string> Messages { get; } = messages;
}

namespace TrustFund.Cli.Commands;

/// <summary>What a close was asked to be.</summary>
/// <param name="Accepted">The reasons for which warnings are accepted, by code.</param>
/// <param name="Names">Who prepared and approved it, under what authority.</param>
/// <param name="IsDryRun">Whether nothing is written.</param>
/// <param name="Format">How it is reported.</param>
internal sealed record CloseRequest(IReadOnlyDictionary<string, string> Accepted, EntryDetails Names, bool IsDryRun, OutputFormat Format);

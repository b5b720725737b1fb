using System.CommandLine;

namespace TrustFund.Cli.Commands;

/// <summary>The options of commands that write: who prepared and approved it, and under what authority.</summary>
internal sealed class WhoOptions
{
    private readonly Option<string> _by = new("--by") { Description = "Who prepared it.", HelpName = "NAME" };
    private readonly Option<string> _approvedBy = new("--approved-by") { Description = "Who approved it.", HelpName = "NAME" };
    private readonly Option<string> _authority = new("--authority") { Description = "Under what authority: a regulation, a delegation, a decision.", HelpName = "TEXT" };

    /// <summary>Whether the authority must be named.</summary>
    internal bool NeedsAuthority
    {
        init => _authority.Required = value;
    }

    internal void AddTo(Command command)
    {
        command.Add(_by);
        command.Add(_approvedBy);
        command.Add(_authority);
    }

    /// <summary>The names as an entry's details; what is left out is not stated.</summary>
    internal EntryDetails Of(ParseResult result) => new()
    {
        PreparedBy = Stated(result.GetValue(_by)),
        ApprovedBy = Stated(result.GetValue(_approvedBy)),
        Authority = Stated(result.GetValue(_authority)),
    };

    private static string? Stated(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

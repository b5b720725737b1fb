using System.CommandLine;
using System.CommandLine.Parsing;
using NodaTime;

namespace TrustFund.Cli;

/// <summary>
/// What is wrong with a call, a sentence each: a command or option that there is none of, with the one that was probably meant,
/// options that contradict each other, and what the parser finds.
/// </summary>
internal static class UsageFaults
{
    private static readonly (string One, string Other)[] Excluding =
    [
        ("--year", "--period"), ("--before-closing", "--after-closing"),
        ("--entry", "--account"), ("--entry", "--donor"), ("--entry", "--select"), ("--entry", "--from"), ("--entry", "--through"),
    ];

    private static readonly (string Option, string Needed)[] Needing = [("--overwrite", "--save-relations")];

    internal static IReadOnlyList<string> Of(ParseResult result, IReadOnlyList<string> arguments, IEnumerable<string> commands)
    {
        if (result.RootCommandResult.Command is RootCommand root && result.Errors.Count > 0
            && (result.CommandResult.Command == root || (arguments.Count > 0 && arguments[0] != result.CommandResult.Command.Name)))
        {
            return OfNoCommand(root, arguments, [.. commands]);
        }

        var unknown = UnknownOptions(result).ToList();
        return unknown.Count > 0 ? unknown
            : result.Errors.Count > 0 ? OfParser(result)
            : [.. Contradictions(result)];
    }

    private static IReadOnlyList<string> OfNoCommand(RootCommand root, IReadOnlyList<string> arguments, IReadOnlyList<string> commands)
    {
        var list = $"Commands: {string.Join(", ", commands)}.";
        return arguments.Count == 0 ? ["Name a command.", list]
            : [$"There is no {(IsOption(arguments[0]) ? "option" : "command")} '{arguments[0]}'.{Meant(arguments[0], [.. commands, .. root.Options.Select(option => option.Name)])}", list];
    }

    // The parser's own sentences name no remedy and follow the machine's language; those of our options begin with the option.
    private static IReadOnlyList<string> OfParser(ParseResult result)
    {
        var command = result.CommandResult.Command;
        var options = result.CommandResult.Children.OfType<OptionResult>().Where(option => !option.Implicit).ToList();
        List<string> faults =
        [
            .. result.UnmatchedTokens.Select(token => $"{command.Name} takes no '{token}'.{(command.Options.Any(option => option.Name == "--books") ? " Name the books by --books." : "")}"),
            .. command.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues > 0 && result.GetResult(argument) is not { Tokens.Count: > 0 }).Select(argument => $"{command.Name} needs {argument.Name}."),
            .. options.Where(option => option.Option.Arity.MinimumNumberOfValues > option.Tokens.Count).Select(option => $"{option.Option.Name} needs a value: {option.Option.Name} {option.Option.HelpName}."),
            .. options.Where(option => option.Option.Arity.MaximumNumberOfValues == 1 && option.Tokens.Count > 1).Select(option => $"{option.Option.Name} is said more than once: say it once."),
            .. command.Options.Where(option => option.Required && options.TrueForAll(said => said.Option != option)).Select(option => $"Option '{option.Name}' is required."),
            .. result.Errors.Select(error => error.Message).Where(IsOption),
        ];
        return faults.Count > 0 ? faults : [.. result.Errors.Select(error => error.Message)];
    }

    // Where a command takes any number of arguments, the parser takes an option that it does not know for one of them.
    private static IEnumerable<string> UnknownOptions(ParseResult result)
    {
        var command = result.CommandResult.Command;
        return result.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens.Select(token => token.Value))
            .Concat(result.UnmatchedTokens)
            .Where(token => (IsOption(token) || IsShort(token)) && !Path.Exists(token))
            .Select(token => $"There is no option '{token}' for {command.Name}.{Meant(token, [.. command.Options.Where(option => !option.Hidden).Select(option => option.Name)])}");
    }

    private static IEnumerable<string> Contradictions(ParseResult result)
    {
        var said = result.CommandResult.Command.Options.Where(option => result.GetResult(option) is { Implicit: false }).ToDictionary(option => option.Name);
        foreach (var (one, other) in Excluding.Where(pair => said.ContainsKey(pair.One) && said.ContainsKey(pair.Other)))
        {
            yield return $"{one} and {other} exclude each other: name one of them.";
        }

        foreach (var (option, needed) in Needing.Where(pair => said.ContainsKey(pair.Option) && !said.ContainsKey(pair.Needed)))
        {
            yield return $"{option} goes with {needed} only.";
        }

        if (said.ContainsKey("--from") && said.ContainsKey("--through")
            && said["--from"] is Option<LocalDate?> from && said["--through"] is Option<LocalDate?> through && result.GetValue(from) > result.GetValue(through))
        {
            yield return "--from is after --through: there is no day between them.";
        }
    }

    private static bool IsOption(string token) => token.StartsWith("--", StringComparison.Ordinal) && token.Length > 2;

    private static bool IsShort(string token) => token is ['-', var letter] && char.IsAsciiLetter(letter);

    private static string Meant(string typed, IReadOnlyList<string> known)
    {
        var name = typed.TrimStart('-').Split('=')[0];
        if (IsShort(typed) && known.Where(candidate => candidate.StartsWith("--" + name, StringComparison.Ordinal)).ToList() is [var begun])
        {
            return $" Did you mean {begun}?";
        }

        var nearest = known.Select(candidate => (Candidate: candidate, Edits: Edits(name, candidate.TrimStart('-')))).OrderBy(pair => pair.Edits).FirstOrDefault();
        return nearest.Candidate is { } meant && nearest.Edits <= Math.Max(1, name.Length / 3) ? $" Did you mean {meant}?" : "";
    }

    // Letters added, left out, changed, or changed places with the next.
    private static int Edits(string one, string other)
    {
        var edits = new int[one.Length + 1, other.Length + 1];
        for (var left = 0; left <= one.Length; left++)
        {
            for (var right = 0; right <= other.Length; right++)
            {
                edits[left, right] = left == 0 || right == 0 ? left + right : Math.Min(
                    Math.Min(edits[left - 1, right], edits[left, right - 1]) + 1,
                    edits[left - 1, right - 1] + (one[left - 1] == other[right - 1] ? 0 : 1));
                if (left > 1 && right > 1 && one[left - 1] == other[right - 2] && one[left - 2] == other[right - 1])
                {
                    edits[left, right] = Math.Min(edits[left, right], edits[left - 2, right - 2] + 1);
                }
            }
        }

        return edits[one.Length, other.Length];
    }
}

namespace TrustFund.Cli;

/// <summary>What the tool tells the shell. Over several causes the worst counts, in the order of <see cref="ExitCodes"/>.</summary>
internal enum ExitCode
{
    /// <summary>Done; every tested figure agrees or is within ordinary rounding.</summary>
    Done = 0,

    /// <summary>Differences found, or refused by the books' rules, or integrity broken.</summary>
    Differences = 1,

    /// <summary>Wrong usage, or a path that is not there.</summary>
    Usage = 2,

    /// <summary>Unreadable input.</summary>
    Unreadable = 3,

    /// <summary>The store failed.</summary>
    Store = 4,

    /// <summary>Nothing could be tested.</summary>
    Untested = 5,
}

/// <summary>The order of exit codes.</summary>
internal static class ExitCodes
{
    private static readonly ExitCode[] WorstFirst =
        [ExitCode.Usage, ExitCode.Store, ExitCode.Unreadable, ExitCode.Differences, ExitCode.Untested, ExitCode.Done];

    internal static ExitCode Worst(IEnumerable<ExitCode> codes) =>
        codes.DefaultIfEmpty(ExitCode.Done).MinBy(code => Array.IndexOf(WorstFirst, code));
}

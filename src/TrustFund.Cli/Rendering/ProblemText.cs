namespace TrustFund.Cli.Rendering;

/// <summary>A problem of the input for a person: where, what was found, what was expected, what to do.</summary>
internal static class ProblemText
{
    internal static string Of(ReadingProblem problem) =>
        $"{problem.Source}, {problem.Place}: found {problem.Found}; expected {problem.Expected}. {problem.Remedy}";
}

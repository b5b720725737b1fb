using System.Reflection;

namespace TrustFund.Conventions.Tests;

/// <summary>The repository and the shipped assemblies, as the tests of this project look at them.</summary>
internal static class Solution
{
    internal static readonly string[] Libraries =
        ["TrustFund.Core", "TrustFund.Reconciliation", "TrustFund.Sqlite", "TrustFund.Interchange"];

    internal static string Root { get; } = FindRoot();

    internal static IEnumerable<Assembly> Assemblies => Libraries.Append("trustfund").Select(Assembly.Load);

    internal static IEnumerable<string> SourceFiles =>
        new[] { "src", "tests", "benchmarks" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "TrustFund.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}

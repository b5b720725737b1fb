using System.Text;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests;

/// <summary>The published statements kept as test cases.</summary>
internal static class Cases
{
    internal static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Cases");

    /// <summary>The names of all statements, narratives left out.</summary>
    internal static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.txt").Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => !name.EndsWith(".narrative", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    internal static string Text(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.txt"));

    internal static PublishedStatement Read(string name) => Of(Text(name), name);

    internal static PublishedStatement Of(string text, string name = "case") =>
        StatementReader.Read(Encoding.UTF8.GetBytes(text), $"{name}.txt", new ReadingOptions());
}

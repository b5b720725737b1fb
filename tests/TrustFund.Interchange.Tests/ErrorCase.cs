using System.Globalization;
using System.Text;

namespace TrustFund.Interchange.Tests;

/// <summary>One fault of the catalogue: what brings it about, and what reading says of it.</summary>
/// <param name="Name">The fault in words.</param>
/// <param name="BringAbout">Spoils the folder and reads it.</param>
internal sealed record ErrorCase(string Name, Func<BooksFolder, IReadOnlyList<ReadingProblem>> BringAbout)
{
    // Of long inputs the catalogue shows the beginning.
    private const int ShownLines = 8;
    private const int ShownCharacters = 150;
    private const int ShownProblems = 4;

    internal static ErrorCase Books(string name, Action<BooksFolder> spoil) => new(name, folder =>
    {
        spoil(folder);
        return folder.Read().Problems;
    });

    internal static ErrorCase Restore(string name, Action<BooksFolder> spoil) => new(name, folder =>
    {
        spoil(folder);
        var books = CsvBooks.Open(folder.Path);
        _ = books.Journal.Count();
        return books.Problems;
    });

    internal static ErrorCase Events(string name, Action<BooksFolder> spoil) => new(name, folder =>
    {
        spoil(folder.WithEvents());
        var books = CsvBooks.Open(folder.Path);
        _ = books.ReadEvents();
        return books.Problems;
    });

    internal static ErrorCase Journal(string name, params string[] rows) => Books(name, folder => folder.Journal(rows));

    internal static ErrorCase Columns(string name, string columns, params string[] rows) =>
        Books(name, folder => folder.JournalWith(columns, rows));

    internal static ErrorCase Extract(string name, string text) =>
        new(name, folder => TrialBalanceExtract.Read(folder.Write("extract.csv", text)).Problems);

    internal static ErrorCase Hledger(string name, string text, params byte[] more) =>
        new(name, folder => HledgerJournal.Read(folder.Write("books.journal", [.. Encoding.UTF8.GetBytes(text), .. more]), TrustFund.Storage.MasterData.Empty).Problems);

    internal static ErrorCase Mapping(string name, string text) =>
        new(name, folder => AccountMapping.Read(folder.Write("mapping.csv", text)).Problems);

    internal IReadOnlyList<ReadingProblem> Problems()
    {
        using var folder = new BooksFolder();
        return BringAbout(folder);
    }

    /// <summary>The input and what is said of it, for a person to read.</summary>
    internal string Transcript()
    {
        using var folder = new BooksFolder();
        var problems = BringAbout(folder);
        var transcript = new StringBuilder();
        foreach (var (file, bytes) in folder.Spoilt.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            transcript.Append("  ").Append(file).Append('\n');
            foreach (var line in Lines(bytes).Take(ShownLines))
            {
                transcript.Append("    | ").Append(line).Append('\n');
            }
        }

        foreach (var problem in problems.Take(ShownProblems))
        {
            transcript.Append("  => ").Append(BooksFolder.Text(problem)).Append('\n');
        }

        if (problems.Count > ShownProblems)
        {
            transcript.Append(CultureInfo.InvariantCulture, $"  ... {problems.Count - ShownProblems - 1} more\n")
                .Append("  => ").Append(BooksFolder.Text(problems[^1])).Append('\n');
        }

        return transcript.ToString();
    }

    private static IEnumerable<string> Lines(byte[] bytes)
    {
        var text = string.Concat(bytes.Take(100_000).Select(Shown));
        return text.Split("\\n").Where((line, index) => line.Length > 0 || index == 0).Select(
            line => line.Length > ShownCharacters ? line[..ShownCharacters] + "..." : line);
    }

    private static string Shown(byte one) => one switch
    {
        (byte)'\n' => "\\n",
        (byte)'\r' => "\\r",
        (byte)'\t' => "\\t",
        >= 0x20 and < 0x7F => ((char)one).ToString(),
        _ => $"\\x{one:X2}",
    };
}

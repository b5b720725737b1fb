using System.Text;
using CsCheck;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Reading;

/// <summary>Whatever a file holds, it is read to the end, in memory that grows as the file does.</summary>
public sealed class TotalReadingTests
{
    private static readonly string[] Parts =
    [
        "Total", "\t", "  ", " ", "|", "1 234", "(5)", "5/", "–", "\n", "\n", "\n", " \n", "^a ", "* ", "$1,000", "(US dollars)", "\r\n", "#REF!", "..", "é", "---",
        "1997$ 1996$ ", "9,641,256 ", "NOK 12,000 ", "Note", "2016", ";", ",", "\"", "Page 2", "'000", "7 856 426 11 804 065", ":", "of", ". . . .",
    ];

    public static TheoryData<string> Corpus => [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Reading", "Corpus")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Each_text_that_once_was_trouble_is_read(string file)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reading", "Corpus", file));

        IsTotal(text).Should().BeTrue();
    }

    [Fact]
    public void Any_text_is_read_line_by_line() =>
        Gen.OneOfConst(Parts).Array[0, 80].Select(string.Concat).Sample(IsTotal, iter: 5000);

    [Fact]
    public void Real_statements_cut_and_joined_anywhere_are_read()
    {
        var texts = Cases.Names.Select(Cases.Text).ToArray();
        var piece =
            from text in Gen.OneOfConst(texts)
            from start in Gen.Int[0, text.Length - 1]
            from length in Gen.Int[1, 1500]
            select text.Substring(start, Math.Min(length, text.Length - start));
        Gen.Select(piece.Array[1, 4], Gen.OneOfConst(Parts)).Select(pair => string.Join(pair.Item2, pair.Item1)).Sample(IsTotal, iter: 400);
    }

    [Theory]
    [InlineData("Income from trade 9,641,256 3,950,324 "), InlineData("11 066 086 11 301 961\n"), InlineData("A\n\n1,234\n"), InlineData("1,234 * * * "), InlineData("A\t1\nB\t2\nC\t3\n")]
    [InlineData("| A\nB | 1 |\n"), InlineData("A,1,2\n"), InlineData("Total\t12\n^a x $1,000\n"), InlineData("Report\tX\nA\t1\nNew\n"), InlineData("\t1")]
    [Trait("Culture", "alike")]
    public void Twice_the_text_takes_no_more_than_some_twice_the_memory(string part)
    {
        var (once, twice) = (Allocated(part, 1_500), Allocated(part, 3_000));

        twice.Should().BeLessThan((once * 5 / 2) + 100_000);
    }

    private static long Allocated(string part, int times)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, Math.Min(times, part.Contains('\n', StringComparison.Ordinal) ? times : times * 6 / part.Length))));
        _ = StatementReader.Read(bytes, "x", new ReadingOptions());
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = StatementReader.Read(bytes, "x", new ReadingOptions());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    // A row of separated values may have no value in it.
    private static bool IsBlank(string line) => line.All(character => char.IsWhiteSpace(character) || ",;|\"".Contains(character, StringComparison.Ordinal));

    private static bool IsTotal(string text)
    {
        var read = Cases.Of(text);
        var lines = text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        return text.Length == 0
            || (read.Lines.Count == lines.Length
                && read.Lines.Zip(lines).All(pair => pair.First == LineRole.Blank ? IsBlank(pair.Second) : !string.IsNullOrWhiteSpace(pair.Second))
                && read.Figures.All(figure => read.Lines[figure.Place.Line - 1] is LineRole.Figures or LineRole.Note)
                && read.Figures.Select(figure => figure.Id).Distinct().Count() == read.Figures.Count());
    }
}

using System.Text;
using CsCheck;

namespace TrustFund.Interchange.Tests;

/// <summary>Whatever the bytes: no exception, places within the file, and only entries that hold.</summary>
public sealed class HostileInputTests : IDisposable
{
    private static readonly string[] BooksFiles = ["accounts.csv", "books.csv", "donors.csv", "funds.csv", "journal.csv"];

    private static readonly Gen<byte[]> Bytes = Gen.OneOf(
        Gen.Byte.Array[0, 300],
        Gen.OneOfConst(
            "\"", ",", "\n", "\r", "\r\n", ";", "\t", "-", "(", ")", ".", "..", "1,234", "12.50", "USD", "1000", "E1", "LIMA", "CR", "\0", "\uFEFF", "\uFFFF",
            "e\u0301", "\u2028", "99999999999999999999999999999999", "2016-02-30", "0", "\u0661", "account", "balance", "code,name", "line")
            .Array[0, 30].Select(tokens => Encoding.UTF8.GetBytes(string.Concat(tokens))));

    // To make a folder takes longer than to read it: each thread has one, and the file it spoils is put right again.
    private readonly ThreadLocal<BooksFolder> _folder = new(() => new BooksFolder(), trackAllValues: true);

    public void Dispose()
    {
        foreach (var folder in _folder.Values)
        {
            folder.Dispose();
        }

        _folder.Dispose();
    }

    [Fact]
    public void Books_of_any_bytes_are_read_without_an_exception() =>
        Gen.Select(Bytes, Gen.OneOfConst(BooksFiles), Gen.Int[0, 200], Gen.Int[0, 60]).Sample((bytes, file, at, instead) =>
        {
            var folder = _folder.Value!;
            var original = File.ReadAllBytes(folder[file]);
            var start = Math.Min(at, original.Length);
            byte[] spoilt = [.. original[..start], .. bytes, .. original[Math.Min(start + instead, original.Length)..]];
            folder.Write(file, spoilt);

            var reading = folder.Read();
            folder.Write(file, original);

            ShouldStandIn(reading.Problems.Where(problem => problem.Source == file), spoilt);
            reading.Entries.Any(entry => entry.Postings.Sum(posting => posting.Amount.MinorUnits) != 0).Should().BeFalse();
        }, iter: 2000);

    [Theory]
    [InlineData("X,\"234\n")]
    [InlineData("X,\"234\r")]
    [InlineData("X,\"234\r\n")]
    [InlineData("X,\"234\"\n\"")]
    [InlineData("\"X\n\",234")]
    [InlineData("X,234\"\n")]
    public void A_quote_that_takes_in_the_end_of_the_line_is_told(string row)
    {
        var folder = _folder.Value!;
        folder.Write("donors.csv", Encoding.UTF8.GetBytes("code,name\n" + row));

        folder.Read().Problems.Should().Contain(problem => problem.Source == "donors.csv");
    }

    [Fact]
    public void Extracts_of_any_bytes_are_read_without_an_exception() =>
        Gen.Select(Bytes, Gen.Bool).Sample((bytes, hasHeader) =>
        {
            var folder = _folder.Value!;
            byte[] text = hasHeader ? [.. "account,debit,credit,fund,currency\n"u8, .. bytes] : bytes;

            var extract = TrialBalanceExtract.Read(folder.Write("extract.csv", text));

            ShouldStandIn(extract.Problems, text);
            (extract.Problems.Count > 0 || extract.Rows.Sum(row => row.Balance) == 0).Should().BeTrue();
        }, iter: 2000);

    [Fact]
    public void Mappings_of_any_bytes_are_read_without_an_exception() =>
        Gen.Select(Bytes, Gen.Bool).Sample((bytes, hasHeader) =>
        {
            var folder = _folder.Value!;
            byte[] text = hasHeader ? [.. "accounts,line\n"u8, .. bytes] : bytes;

            ShouldStandIn(AccountMapping.Read(folder.Write("mapping.csv", text)).Problems, text);
        }, iter: 2000);

    private static void ShouldStandIn(IEnumerable<ReadingProblem> problems, byte[] text)
    {
        var lines = 1 + text.Count(one => one is (byte)'\n' or (byte)'\r');
        problems.Where(problem => problem.Place.Line < 1 || problem.Place.Line > lines || problem.Place.Column < 1 || problem.Found.Length > 2000)
            .Should().BeEmpty();
    }
}

using System.Globalization;
using System.Text;
using CsCheck;
using NodaTime;

namespace TrustFund.Interchange.Tests;

/// <summary>A journal read from its bytes says what the journal read row by row says, or nothing.</summary>
public sealed class PlainJournalTests
{
    private static readonly string[] Pieces =
    [
        ",", "\n", "\r\n", "\r", "\"", "\"\"", "'", "=", " ", "0", "1", "9", ".", "-", "E", "é", "e\u0301", "\0", "\u007f", "\t", "\uFEFF",
        "13", "2016-02-30", "-2019-03-27", "USD", "JPY", "ordinary", "reversal", "LIMA", "E1", "99999999999999", "\"a\"", ";",
    ];

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\uFEFF")]
    public void Every_form_of_an_ordinary_journal_is_read_from_its_bytes(string lineEnd, string mark)
    {
        string[] lines =
        [
            BooksFolder.JournalHeader + ",document_date,due_date,agreement,prepared_by,sequence",
            "E1,2016-03-14,ordinary,\"Contribution, first\",CON-1,1000,LIMA,CAN,12.5,,USD,2016-03-13,,,Accounts Section,1",
            "E1,,,,,4000,LIMA,CAN,,12.50,USD,,2016-04-30,AGR 1,,",
            "",
            "E2,2016-02-29,,Contribution,,1000,LOME,,1,,EUR,,,,,2",
            "E2,2016-02-29,,Contribution,,4000,LOME,,,1.00,EUR,,,,,2",
            "E2,2016-02-29,,Contribution,,1000,LIMA,,0.07,,USD,,,,,2",
            "E2,2016-02-29,,Contribution,,4000,LIMA,,,0.07,USD,,,,,2",
            "E3,2016-03-14,closing,\"Said \"\"so\"\"\",,1000,LIMA,CAN,12.5,,USD,,,,,3",
            "E3,2016-03-14,closing,\"Said \"\"so\"\"\",,4000,LIMA,CAN,,12.5,USD,,,,,3",
            "E4,2016-03-15,adjusting,Señas,,1000,LIMA,CAN,12.5,,USD,,,,Secretaría,4",
            "E4,2016-03-15,adjusting,Señas,,4000,LIMA,CAN,,12.5,USD,,,,Secretaría,4",
        ];
        using var folder = new BooksFolder();
        folder.Write("journal.csv", mark + string.Join(lineEnd, lines));

        var plain = CsvBooks.Open(folder.Path).ReadPlain();

        plain.Should().NotBeNull();
        plain!.Log.Entries.Should().Be(4);
        plain.Log.LastDate.Should().Be(new LocalDate(2016, 3, 15));
        ShouldBeThatOfTheEntries(folder);
    }

    [Theory]
    [InlineData("E2,2016-03-14,ordinary,Contribution,,1000,LIMA,CAN,12.50,,USD\nE2,2016-03-14,ordinary,Contribution,,4000,LIMA,CAN,,12.51,USD")]
    [InlineData("E2,2016-03-14,closing,Close,,3000,LIMA,,1,,USD\nE2,2016-03-14,closing,Close,,4000,LIMA,,,1,USD\nE1,2016-03-14,ordinary,Contribution,,1000,LIMA,CAN,12.50,,USD\nE1,2016-03-14,ordinary,Contribution,,4000,LIMA,CAN,,12.50,USD")]
    [InlineData("E2,2016-03-14,ordinary,Contribution,,1000,RIGA,CAN,12.50,,USD\nE2,2016-03-14,ordinary,Contribution,,4000,RIGA,CAN,,12.50,USD")]
    [InlineData("E2,1999-03-14,ordinary,Contribution,,1000,LIMA,CAN,12.50,,USD\nE2,1999-03-14,ordinary,Contribution,,4000,LIMA,CAN,,12.50,USD")]
    [InlineData("E2,2016-03-14,ordinary,Contribution,,1000,LIMA,CAN,12.50,,EUR\nE2,2016-03-14,ordinary,Contribution,,4000,LIMA,CAN,,12.50,EUR")]
    [InlineData("E2,2016-03-14,ordinary,Contribution,,1000,LIMA,CAN,1.250,,USD\nE2,2016-03-14,ordinary,Contribution,,4000,LIMA,CAN,,1.250,USD")]
    [InlineData("E2,2016-03-14,ordinary,Contribution,,1000,LIMA,PER,12.50,,USD\nE2,2016-03-14,ordinary,Contribution,,4000,LIMA,CAN,,12.50,USD")]
    [InlineData("E2,2016-03-14,ordinary,Contribution,,1000,LIMA,CAN,12.50,,USD\nE2,2016-03-15,ordinary,Contribution,,4000,LIMA,CAN,,12.50,USD")]
    [InlineData("E2,2016-03-14,ordinary,Contribution,,1000,LIMA,CAN,12.50,,USD")]
    [InlineData("E2,2016-03-14,ordinary,,,1000,LIMA,CAN,12.50,,USD\nE2,2016-03-14,ordinary,,,4000,LIMA,CAN,,12.50,USD")]
    [InlineData("E2,2016-03-14,ordinary,Contribution,,1000,LIMA,CAN,12.50,12.50,USD\nE2,2016-03-14,ordinary,Contribution,,4000,LIMA,CAN,,12.50,USD")]
    public void Nothing_is_said_of_a_journal_where_anything_is_wrong(string wrong)
    {
        const string before = "E1,2016-03-14,ordinary,Contribution,CON-1,1000,LIMA,CAN,12.50,,USD\nE1,2016-03-14,ordinary,Contribution,CON-1,4000,LIMA,CAN,,12.50,USD";
        const string behind = "E9,2016-03-14,ordinary,Contribution,,1000,LIMA,,1,,USD\nE9,2016-03-14,ordinary,Contribution,,4000,LIMA,,,1,USD";
        using var folder = new BooksFolder();

        folder.Journal(before, wrong, behind);
        var plain = CsvBooks.Open(folder.Path).ReadPlain();

        plain.Should().BeNull();
        CsvBalances.Read(folder.Path).Problems.Should().NotBeEmpty().And.Equal(folder.Read().Problems);
    }

    [Fact]
    public void Entries_across_the_blocks_that_are_read_at_once_are_read_whole()
    {
        using var folder = new BooksFolder();
        var rows = Enumerable.Range(1, 40_000).SelectMany(number => new[] { "1000,LIMA,CAN,12.50,,USD", "4000,LIMA,CAN,,12.50,USD" }
            .Select(posting => string.Create(CultureInfo.InvariantCulture, $"E{number},2016-03-14,ordinary,Contribution {number},,{posting}")));
        var lengthy = Enumerable.Range(0, 20_000).Select(index => "L1,2016-03-14,ordinary,Long,," + (index % 2 == 0 ? "1000,LIMA,CAN,1,,USD" : "4000,LIMA,CAN,,1,USD"));
        folder.Journal([.. rows, .. lengthy]);

        var plain = CsvBooks.Open(folder.Path).ReadPlain();

        plain.Should().NotBeNull();
        plain!.Hash.Should().Be(Sha256Hash.Of(File.ReadAllBytes(folder["journal.csv"])));
        ShouldBeThatOfTheEntries(folder);
    }

    [Fact]
    public void Whatever_is_done_to_a_journal_both_readings_say_the_same() =>
        Gen.Select(SomeBooks.Any, Gen.Select(Gen.Int[0, 1000], Gen.OneOfConst(Pieces), Gen.Int[0, 3]).Array[0, 3]).Sample((books, spoils) =>
        {
            using var folder = new BooksFolder();
            var path = SomeJournal.Export(folder, "copy", ExportFormat.Csv, books.MasterData, SomeJournal.Recorded(books.Entries));
            var file = Path.Combine(path, "journal.csv");
            var text = File.ReadAllText(file);
            foreach (var (place, piece, dropped) in spoils)
            {
                var at = (int)((long)place * text.Length / 1000);
                text = text[..at] + piece + text[Math.Min(at + dropped, text.Length)..];
            }

            File.WriteAllBytes(file, Encoding.UTF8.GetBytes(text));
            var (whole, balances) = (CsvBooks.Read(path), CsvBalances.Read(path));
            return balances.Problems.SequenceEqual(whole.Problems) && balances.Fingerprint == whole.Fingerprint
                && (whole.Problems.Count > 0 || AreThose(balances, whole));
        }, iter: 500, threads: 1);

    private static void ShouldBeThatOfTheEntries(BooksFolder folder)
    {
        var (whole, balances) = (folder.Read(), CsvBalances.Read(folder.Path));
        balances.Problems.Should().BeEmpty();
        balances.Fingerprint.Should().Be(whole.Fingerprint);
        AreThose(balances, whole).Should().BeTrue();
    }

    private static bool AreThose(CsvBalances balances, CsvBooksReading whole)
    {
        var cutoff = LedgerCutoff.At(LocalDate.MaxIsoValue);
        return balances.Count == whole.Entries.Count
            && balances.ReadTrialBalanceAsync(cutoff).Result.Rows.SequenceEqual(TrialBalance.From(cutoff, SomeJournal.Recorded(whole.Entries)).Rows);
    }
}

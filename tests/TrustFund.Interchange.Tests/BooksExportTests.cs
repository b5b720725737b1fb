using CsCheck;
using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Interchange.Tests;

public sealed class BooksExportTests : IDisposable
{
    private static readonly Fund Lima = new("LIMA", "Lima fund", Currency.Usd);

    private static readonly MasterData Data = new(
        new ChartOfAccounts([new Account("1000", "Cash", AccountType.Asset), new Account("4000", "Gifts", AccountType.Revenue)]), [Lima], [new Donor("CAN", "=Canada")]);

    private readonly BooksFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Books_exported_to_CSV_and_read_back_are_the_same_to_the_last_hash_and_byte() =>
        SomeBooks.Any.Sample(books =>
        {
            using var folder = new BooksFolder();
            var journal = SomeJournal.Recorded(books.Entries);
            var first = SomeJournal.Export(folder, "first", ExportFormat.Csv, books.MasterData, journal);

            var incoming = CsvBooks.Open(first);
            var restored = incoming.Journal.ToList();
            var second = SomeJournal.Export(folder, "second", ExportFormat.Csv, incoming.MasterData, restored);

            incoming.Problems.Should().BeEmpty();
            restored.Select(posted => (posted.Sequence, posted.Recorded, posted.Hash)).Should().Equal(journal.Select(posted => (posted.Sequence, posted.Recorded, posted.Hash)));
            SomeJournal.Encoded(restored.Select(posted => posted.Entry)).Should().Equal(SomeJournal.Encoded(books.Entries));
            SomeJournal.Files(second).Should().Equal(SomeJournal.Files(first));
        }, iter: 100);

    [Fact]
    public void Books_exported_to_hledger_are_read_back_as_they_were() =>
        SomeBooks.Any.Sample(books =>
        {
            using var folder = new BooksFolder();
            var export = SomeJournal.Export(folder, "out", ExportFormat.Hledger, books.MasterData, SomeJournal.Recorded(books.Entries));

            var incoming = HledgerJournal.Read(Path.Combine(export, "books.journal"), MasterData.Empty);

            incoming.Problems.Should().BeEmpty();
            SomeJournal.Encoded(incoming.Entries).Should().Equal(SomeJournal.Encoded(books.Entries));
            incoming.MasterData.Chart.Should().Equal(books.MasterData.Chart);
            incoming.MasterData.Funds.Should().Equal(books.MasterData.Funds);
            incoming.MasterData.Donors.Should().Equal(books.MasterData.Donors);
            incoming.MasterData.Settings.Should().Equal(books.MasterData.Settings);
        }, iter: 100);

    [Fact]
    public void Vouchers_that_outnumber_the_postings_are_kept()
    {
        var entry = Gift("E1", new EntryDetails { Vouchers = [new Voucher("a"), new Voucher("b"), new Voucher("c", Sha256Hash.Of("c"u8)), new Voucher("d")] });
        var export = SomeJournal.Export(_folder, "out", ExportFormat.Csv, Data, SomeJournal.Recorded([entry]));

        var read = CsvBooks.Read(export);

        read.Problems.Should().BeEmpty();
        read.Entries.Single().Vouchers.Should().Equal(entry.Vouchers);
    }

    [Fact]
    public void Books_that_were_not_recorded_say_nothing_of_it()
    {
        var export = SomeJournal.Export(_folder, "out", ExportFormat.Csv, Data, SomeJournal.Recorded([Gift("E1")]), isRecorded: false);

        SomeJournal.Files(export)["journal.csv"].Should().Be(
            "entry,date,kind,description,reference,account,fund,donor,debit,credit,currency,document_date,due_date,counterparty,agreement,project,"
            + "transaction_amount,transaction_currency,rate,voucher,voucher_sha256,prepared_by,approved_by,authority,period,restates,nature,judgement,reverses\n"
            + "E1,2016-03-14,ordinary,'=Gift,,1000,LIMA,,12.50,,USD,,,,,,,,,,,,,,,,,,\n"
            + "E1,2016-03-14,ordinary,'=Gift,,4000,LIMA,,,12.50,USD,,,,,,,,,,,,,,,,,,\n");
        SomeJournal.Files(export)["donors.csv"].Should().Be("code,name\nCAN,'=Canada\n");
    }

    [Fact]
    public void A_folder_that_is_not_empty_is_left_as_it_is()
    {
        var export = () => SomeJournal.Export(_folder, ".", ExportFormat.Csv, Data, []);
        var before = SomeJournal.Files(_folder.Path);

        export.Should().Throw<IOException>().WithMessage("*is there already and not empty; it was left as it is.");

        SomeJournal.Files(_folder.Path).Should().Equal(before);
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Hledger)]
    [InlineData(ExportFormat.Beancount)]
    public void What_stops_an_export_leaves_nothing_behind(ExportFormat format)
    {
        var export = () => SomeJournal.Export(_folder, "out", format, Data, Failing());

        export.Should().Throw<InvalidOperationException>();

        Directory.EnumerateDirectories(_folder.Path).Should().BeEmpty();
    }

    [Fact]
    public void What_an_export_that_was_killed_left_is_not_in_the_way_of_the_next()
    {
        Directory.CreateDirectory(_folder["out.unfinished"]);
        File.WriteAllText(Path.Combine(_folder["out.unfinished"], "rest"), "x");

        var export = SomeJournal.Export(_folder, "out", ExportFormat.Csv, Data, []);

        Directory.EnumerateFileSystemEntries(export).Should().HaveCount(5);
        Directory.Exists(_folder["out.unfinished"]).Should().BeFalse();
    }

    [Fact]
    public void A_date_that_beancount_cannot_read_is_told_and_nothing_is_written()
    {
        var early = new JournalEntry("E1", new LocalDate(1650, 1, 1), EntryKind.Ordinary, "x", Gift("E0").Postings);

        var export = () => SomeJournal.Export(_folder, "out", ExportFormat.Beancount, Data, SomeJournal.Recorded([early]));

        export.Should().Throw<ExportException>().WithMessage(
            "beancount reads dates from 1700 through 2099; entry E1 is dated 1650-01-01. Export to csv or hledger.");
        Directory.Exists(_folder["out"]).Should().BeFalse();
    }

    private static IEnumerable<PostedEntry> Failing()
    {
        yield return SomeJournal.Recorded([Gift("E1")])[0];
        throw new InvalidOperationException();
    }

    private static JournalEntry Gift(string id, EntryDetails? details = null) => new(
        id, new LocalDate(2016, 3, 14), EntryKind.Ordinary, "=Gift",
        [new Posting(Data.Chart["1000"], Lima, Money.Usd(12.50m)), new Posting(Data.Chart["4000"], Lima, Money.Usd(-12.50m))], details);
}

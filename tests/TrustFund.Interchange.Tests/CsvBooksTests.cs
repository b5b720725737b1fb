using System.Text;
using CsCheck;
using NodaTime;

namespace TrustFund.Interchange.Tests;

public sealed class CsvBooksTests
{
    [Fact]
    public void Books_are_read_with_all_they_state()
    {
        using var folder = new BooksFolder();
        folder.JournalWith(
            "document_date,due_date,counterparty,agreement,project,transaction_amount,transaction_currency,rate,voucher,voucher_sha256,prepared_by,approved_by,authority,period,restates,reverses",
            $"R1,2016-12-31,restatement,Error of 2015,JV-1,1000,LIMA,CAN,106.25,,USD,2016-11-02,2017-01-31,VEN,AGR,PRJ,100.00,EUR,1.0625,invoice.pdf,{new string('a', 64)},Accounts,Chief,Rule 106.3,2016-12,2015,",
            "R1,,,,,3000,LIMA,,,106.25,USD,,,,,,,,,letter,,,,,,,");

        var reading = folder.Read();

        reading.Problems.Should().BeEmpty();
        var entry = reading.Entries.Single();
        entry.Should().BeEquivalentTo(new
        {
            Date = new LocalDate(2016, 12, 31),
            Kind = EntryKind.Restatement,
            DocumentDate = new LocalDate(2016, 11, 2),
            Reference = "JV-1",
            Period = ReportingPeriod.Parse("2016-12"),
            Restates = ReportingPeriod.CalendarYear(2015),
            PreparedBy = "Accounts",
            ApprovedBy = "Chief",
            Authority = "Rule 106.3",
        });
        entry.Vouchers.Should().Equal(new Voucher("invoice.pdf", Sha256Hash.Parse(new string('a', 64))), new Voucher("letter"));
        entry.Postings[0].Should().Be(new Posting(
            reading.MasterData.Chart["1000"], reading.MasterData.Funds[0], Money.Usd(106.25m), reading.MasterData.Donors[0], new ContributionAgreement("AGR"),
            new Project("PRJ"), new Counterparty("VEN"), new LocalDate(2017, 1, 31), new TransactionAmount(Money.Of(100, Currency.Eur), 1.0625m)));
        (reading.MasterData.Title, reading.MasterData.IsIllustrative).Should().Be(("Test books", true));
    }

    [Fact]
    public void A_byte_order_mark_Windows_line_ends_and_quoted_line_breaks_make_no_difference()
    {
        using var folder = new BooksFolder();
        var plain = folder.Read().Entries.Single();
        var rows = $"{BooksFolder.JournalHeader}\r\nE1,2016-03-14,ordinary,\"Contribution\",CON-1,1000,LIMA,CAN,12.50,,USD\r\nE1,2016-03-14,,,,4000,LIMA,CAN,,12.50,USD\r\n";
        folder.Write("journal.csv", Encoding.UTF8.GetBytes("\uFEFF" + rows));

        var reading = folder.Read();

        reading.Problems.Should().BeEmpty();
        Storage.CanonicalEncoding.Encode(reading.Entries.Single()).Should().Equal(Storage.CanonicalEncoding.Encode(plain));
    }

    [Fact]
    public void The_line_of_a_problem_is_right_after_a_cell_with_line_breaks()
    {
        using var folder = new BooksFolder();
        folder.Write("donors.csv", "code,name\nCAN,\"Can\n\nada\"\nPER,Peru\n,Nobody\n");

        folder.Read().Problems.Select(problem => problem.Place.Line).Should().Contain(6).And.Contain(2);
    }

    [Fact]
    public void An_entry_with_a_row_that_cannot_be_read_is_not_reported_as_unbalanced_as_well()
    {
        using var folder = new BooksFolder();
        folder.Journal("E1,2016-03-14,,x,,1000,LIMA,,12.50,,USD", "E1,2016-03-14,,x,,4000,LIMA,,,12.5o,USD");

        folder.Read().Problems.Should().ContainSingle().Which.Place.Should().Be(new TextPlace(3, 10));
    }

    [Fact]
    public void Every_problem_of_every_file_is_reported_in_one_go()
    {
        using var folder = new BooksFolder();
        folder.Write("funds.csv", "code,name,currency\nLIMA,Lima fund,USD\nLOME,Lome fund,Euros\n");
        folder.Journal("E1,31/12/2016,,x,,1000,LIMA,,12.50,,USD", "E1,31/12/2016,,x,,4000,LIMA,,,12.50,USD", "E2,2016-01-01,,x,,9999,LIMA,,1,,USD", "E2,2016-01-01,,x,,4000,LIMA,,,1.005,USD");

        folder.Read().Problems.Select(problem => (problem.Source, problem.Place.Line)).Should().Equal(("funds.csv", 3), ("journal.csv", 2), ("journal.csv", 4), ("journal.csv", 5));
    }

    [Fact]
    public void Entries_written_out_read_back()
    {
        var row = Gen.Select(Gen.Long[1, 99_999_999], Gen.String[Gen.Char.AlphaNumeric, 1, 20]);
        row.Array[1, 12].Sample(rows =>
        {
            using var folder = new BooksFolder();
            folder.Journal([.. rows.SelectMany((one, index) =>
            {
                var amount = new Money(one.Item1, Currency.Usd).ToPlainString();
                return new[] { $"E{index},2016-03-14,,{one.Item2},,1000,LIMA,,{amount},,USD", $"E{index},2016-03-14,,{one.Item2},,4000,LIMA,,,{amount},USD" };
            })]);

            var reading = folder.Read();

            reading.Problems.Should().BeEmpty();
            reading.Entries.Select(entry => (entry.Postings[0].Amount.MinorUnits, entry.Description)).Should().Equal(rows);
        }, iter: 50);
    }

    [Fact]
    public void No_bytes_make_it_throw() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.OneOfConst("journal.csv", "accounts.csv", "funds.csv", "donors.csv", "books.csv"), Gen.Bool).Sample((bytes, file, header) =>
        {
            using var folder = new BooksFolder();
            folder.Write(file, header ? [.. File.ReadAllBytes(Path.Combine(folder.Path, file)), .. bytes] : bytes);
            return folder.Read().MasterData is not null;
        }, iter: 300);

    [Fact]
    public void The_fingerprint_follows_the_files()
    {
        using var folder = new BooksFolder();
        var before = folder.Read().Fingerprint;
        folder.Write("donors.csv", "code,name\nCAN,Canadá\n");

        folder.Read().Fingerprint.Should().NotBe(before);
    }
}

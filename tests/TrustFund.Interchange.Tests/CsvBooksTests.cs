using System.Globalization;
using System.Text;
using CsCheck;
using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Interchange.Tests;

public sealed class CsvBooksTests
{
    private static readonly Gen<WritingStyle> Styles = Gen.Select(Gen.OneOfConst("\n", "\r\n"), Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool)
        .Select((lineEnd, quotes, repeats, mark, last) => new WritingStyle(lineEnd, quotes, repeats, mark, last));

    [Fact]
    public void Books_are_read_with_all_they_state()
    {
        using var folder = new BooksFolder();
        folder.JournalWith(
            "document_date,due_date,counterparty,agreement,project,transaction_amount,transaction_currency,rate,voucher,voucher_sha256,prepared_by,approved_by,authority,period,restates,nature,judgement,reverses",
            $"R1,2016-12-31,restatement,Error of 2015,JV-1,1000,LIMA,CAN,106.25,,USD,2016-11-02,2017-01-31,VEN,AGR,PRJ,100.00,EUR,1.0625,invoice.pdf,{new string('a', 64)},Accounts,Chief,Rule 106.3,2016-12,2015,error,Material,",
            "R1,,,,,3000,LIMA,,,106.25,USD,,,,,,,,,letter,,,,,,,,,");

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
            Nature = RestatementNature.Error,
            Judgement = "Material",
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
    public void Books_written_in_any_style_read_back_as_they_were() =>
        Gen.Select(SomeBooks.Any, Styles).Sample((books, style) =>
        {
            using var folder = new BooksFolder();
            BooksWriter.Write(folder, books.MasterData, books.Entries, style);

            var reading = folder.Read();

            reading.Problems.Should().BeEmpty();
            reading.Entries.Select(entry => Convert.ToHexString(CanonicalEncoding.Encode(entry)))
                .Should().Equal(books.Entries.Select(entry => Convert.ToHexString(CanonicalEncoding.Encode(entry))));
            reading.MasterData.Chart.Should().Equal(books.MasterData.Chart);
            reading.MasterData.Funds.Should().Equal(books.MasterData.Funds);
            reading.MasterData.Donors.Should().Equal(books.MasterData.Donors);
            reading.MasterData.Settings.Should().Equal(books.MasterData.Settings);
        }, iter: 200);

    [Fact]
    public void The_smallest_books_have_no_donors_no_settings_and_no_entries()
    {
        using var folder = new BooksFolder();
        File.Delete(folder["donors.csv"]);
        File.Delete(folder["books.csv"]);
        folder.Journal();

        var reading = folder.Read();

        reading.Problems.Should().BeEmpty();
        reading.Entries.Should().BeEmpty();
        reading.MasterData.Chart.Should().HaveCount(3);
    }

    [Fact]
    public void Columns_stand_in_any_order_and_blank_rows_say_nothing()
    {
        using var folder = new BooksFolder();
        folder.Write("donors.csv", "\n\nname,code\n\nCanada,CAN\n , \n,\n\n");

        var reading = folder.Read();

        reading.Problems.Should().BeEmpty();
        reading.MasterData.Donors.Should().Equal(new Donor("CAN", "Canada"));
    }

    [Fact]
    public void Blanks_around_codes_dates_and_amounts_are_dropped_and_those_of_texts_kept()
    {
        using var folder = new BooksFolder();
        folder.Journal("E1 , 2016-03-14, ordinary, Note ,, 1000,LIMA , CAN, 12.50 ,,USD ", "E1,,,,,4000,LIMA,,,12.50,USD");

        var reading = folder.Read();

        reading.Problems.Should().BeEmpty();
        (reading.Entries[0].Id.Text, reading.Entries[0].Description).Should().Be(("E1", " Note "));
    }

    [Fact]
    public void A_nil_amount_stands_on_the_side_of_its_transaction_amount()
    {
        using var folder = new BooksFolder();
        folder.JournalWith("transaction_amount,transaction_currency,rate",
            "E1,2016-01-01,,x,,1000,LIMA,,,0.00,USD,1,JPY,0.001", "E1,,,,,4000,LIMA,,0.00,,USD,1,JPY,0.001");

        var reading = folder.Read();

        reading.Problems.Should().BeEmpty();
        reading.Entries[0].Postings.Select(posting => posting.Side).Should().Equal(Side.Credit, Side.Debit);
    }

    [Fact]
    public void Every_problem_of_every_file_is_reported_in_one_go_in_the_order_of_the_files()
    {
        using var folder = new BooksFolder();
        folder.Write("funds.csv", "code,name,currency\nLIMA,Lima fund,USD\nLOME,Lome fund,Euros\n");
        folder.Write("donors.csv", "code,name\nCAN,\n");
        folder.Journal(
            "E1,31/12/2016,,x,,1000,LIMA,,12.50,,USD", "E1,31/12/2016,,x,,4000,LIMA,,,12.5O,USD",
            "E2,2016-01-01,,x,,9999,LIMA,,1,,USD", "E2,2016-01-01,,x,,4000,LIMA,,,1.005,USD");

        folder.Read().Problems.Select(problem => (problem.Source, problem.Place.Line, problem.Place.Column)).Should().Equal(
            ("funds.csv", 3, 3), ("donors.csv", 2, 2), ("journal.csv", 2, 2), ("journal.csv", 3, 10), ("journal.csv", 4, 6), ("journal.csv", 5, 10));
    }

    [Theory]
    [InlineData("E1,2016-01-01,,x,,1000,LIMA,,12.50,,USD", "E1,,,,,4000,LIMA,,,12.5o,USD")]
    [InlineData("E1,2016-01-01,,x,,1000,LIMA,,12.50,,USD", "E1,,,,,4000,LIMA,,,12.50")]
    [InlineData("E1,2016-01-01,,x,,1000,LIMA,,12.50,,USD", "E1;,,,,4000,LIMA,,,12.50")]
    [InlineData("E1,2016-01-01,,x,,1000,LIMA,,12.50,,USD", ",,,,,4000,LIMA,,,12.50,USD")]
    [InlineData("E1,2016-01-01,,x,,1000,LIMA,,12.50", "E1,,,,,4000,LIMA,,,12.50,USD")]
    [InlineData("E1,2016-01-01,,x,,1000,LIMA,,12.50,,USD", "E1,,,,\"x\ty\",4000,LIMA,,,12.50,USD")]
    [InlineData("E1,2016-01-01,,x,,1000,LIMA,,12.50,,USD", "E1,,,,\"x,4000,LIMA,,,12.50,USD")]
    [InlineData("E1,2016-02-30,,x,,1000,LIMA,,12.50,,USD", "E1,,,,,4000,LIMA,,,12.49,USD")]
    public void What_follows_from_one_fault_alone_is_not_reported_beside_it(string first, string second)
    {
        using var folder = new BooksFolder();
        folder.Journal(first, second);

        folder.Read().Problems.Should().ContainSingle();
    }

    [Fact]
    public void A_row_of_the_wrong_shape_leaves_entries_beside_it_judged_where_it_names_another()
    {
        using var folder = new BooksFolder();
        folder.Journal(
            "E1,2016-01-01,,x,,1000,LIMA,,12.50,,USD", "E1,,,,,4000,LIMA,,,12.49,USD",
            "E2,2016-01-01,,x,,1000,LIMA,,12.50", "E2,,,,,4000,LIMA,,,12.50,USD",
            "E3,2016-01-01,,x,,1000,LIMA,,12.50,,USD", "E3,,,,,4000,LIMA,,,12.48,USD");

        folder.Read().Problems.Select(problem => problem.Place.Line).Should().Equal(2, 4, 6);
    }

    [Fact]
    public void An_account_that_could_not_be_read_is_not_told_again_for_each_posting()
    {
        using var folder = new BooksFolder();
        folder.Write("accounts.csv", "code,name,type\n1000,Cash,money\n4000,Contributions,revenue,,\n");

        folder.Read().Problems.Select(problem => (problem.Source, problem.Place.Line)).Should().Equal(("accounts.csv", 2), ("accounts.csv", 3));
    }

    [Fact]
    public void Sums_beyond_64_bits_are_told_and_do_not_overflow()
    {
        using var folder = new BooksFolder();
        folder.Journal([.. Enumerable.Repeat("E1,2016-01-01,,x,,1000,LIMA,,92233720368547758.07,,USD", 3)]);

        folder.Read().Problems.Should().ContainSingle().Which.Found.Should().EndWith("debits exceed credits by 276701161105643274.21 USD");
    }

    [Fact]
    public void The_line_of_a_problem_is_right_after_cells_with_line_breaks_and_wherever_the_parser_fills_its_buffer() =>
        Gen.Select(Gen.OneOfConst("x", "\n", "\r\n", "a\rb", "\n\r\n", "é😀"), Gen.OneOfConst("\n", "\r\n"), Gen.Int[1, 900])
            .Array[200, 400].Sample(rows =>
            {
                using var folder = new BooksFolder();
                var (text, line, expected) = (new StringBuilder("code,name\n"), 2, new List<int>());
                foreach (var ((cell, lineEnd, length), index) in rows.Select((row, index) => (row, index)))
                {
                    text.Append(CultureInfo.InvariantCulture, $"D{index},\"{new string('n', length)}{cell}\"{lineEnd}");
                    if (cell.AsSpan().IndexOfAny('\r', '\n') >= 0)
                    {
                        expected.Add(line);
                    }

                    line += 1 + cell.ReplaceLineEndings("\n").Count(character => character == '\n');
                }

                folder.Write("donors.csv", text.ToString());

                folder.Read().Problems.Where(problem => problem.Source == "donors.csv").Select(problem => problem.Place.Line).Should().Equal(expected);
            }, iter: 20);

    [Fact]
    public void Bytes_that_are_no_text_are_told_with_their_line_however_far_down()
    {
        using var folder = new BooksFolder();
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(index => $"D{index},Donor {index}\r\n"));
        folder.Write("donors.csv", [.. Encoding.UTF8.GetBytes("code,name\r\nCAN,Canada\r\n" + rows), .. "X,"u8, 0xFF, .. "\r\n"u8]);

        var reading = folder.Read();

        reading.Problems.Should().ContainSingle().Which.Place.Should().Be(new TextPlace(20_003, 1));
        reading.MasterData.Donors.Should().HaveCount(20_001);
    }

    [Theory]
    [InlineData("code,name\nCAN,")]
    [InlineData("code,name\nCAN,\"")]
    [InlineData("")]
    public void A_line_of_ten_megabytes_is_one_problem_and_not_kept_in_memory(string before)
    {
        using var folder = new BooksFolder();
        folder.Journal();
        folder.Write("donors.csv", before + new string('x', 10_000_000));
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        var problems = folder.Read().Problems;

        problems.Should().ContainSingle();
        (GC.GetAllocatedBytesForCurrentThread() - allocated).Should().BeLessThan(10_000_000);
    }

    [Fact]
    [Trait("Culture", "alike")]
    public void A_header_of_a_hundred_thousand_columns_is_refused_at_once()
    {
        using var folder = new BooksFolder();
        folder.Write("donors.csv", string.Join(",", Enumerable.Range(0, 100_000)) + "\n");

        folder.Read().Problems.Where(problem => problem.Source == "donors.csv").Should().HaveCount(ProblemLog.MaxKept + 1);
    }

    [Fact]
    public void No_line_is_passed_over_as_a_comment()
    {
        using var folder = new BooksFolder();
        folder.Write("donors.csv", "code,name\nCAN,Canada\n#PER,Peru\n\uFFFFX,Y\n//Z,Z\n");

        folder.Read().MasterData.Donors.Should().HaveCount(4);
    }

    [Fact]
    public void The_fingerprint_follows_every_byte_of_every_file_of_the_books_and_no_other_file()
    {
        using var folder = new BooksFolder();
        var before = folder.Read().Fingerprint;
        folder.Write("annex.txt", "not of the books");
        var withAnother = folder.Read().Fingerprint;

        var changed = new[] { "accounts.csv", "books.csv", "donors.csv", "funds.csv", "journal.csv" }.Select(file =>
        {
            using var other = new BooksFolder();
            File.AppendAllText(other[file], "\n");
            return other.Read().Fingerprint;
        }).ToList();

        withAnother.Should().Be(before);
        changed.Append(before).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_fingerprint_is_the_hash_over_names_and_hashes_in_the_order_of_names()
    {
        using var folder = new BooksFolder();
        var expected = new[] { "accounts.csv", "books.csv", "donors.csv", "funds.csv", "journal.csv" }.SelectMany(file =>
            (byte[])[.. Encoding.UTF8.GetBytes(file + "\n"), .. Sha256Hash.Of(File.ReadAllBytes(folder[file])).ToByteArray()]);

        folder.Read().Fingerprint.Should().Be(Sha256Hash.Of([.. expected]));
    }
}

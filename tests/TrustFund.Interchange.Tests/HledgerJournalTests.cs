using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Interchange.Tests;

public sealed class HledgerJournalTests : IDisposable
{
    private const string Fund = "; trustfund fund:LIMA, name:Lima fund, currency:USD\n";

    private readonly BooksFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_journal_is_read_with_all_it_states()
    {
        var journal = Read(
            """
            ; trustfund fund:LIMA, name:Lima fund, currency:USD, established:2000-01-01, authority:GA 41/60 J
            ; trustfund donor:CAN, name:Canada
            ; trustfund setting:title, value:Test books
            # a comment, and
            * another
            comment
            2016-99-99 is not read
            end comment
            decimal-mark .
            commodity 1,000.00 USD
            commodity EUR
              format 1,000.00 EUR
            account Assets:Bank  ; type:C, code:1000
                ; name:Cash at bank, opened:1999-01-01
            account Gifts
                ; type:R

            2016-03-14=2016-02-28 ! (CON-1) Contribution of Canada  ; entry:E1, prepared_by:Accounts
                ; kind:adjusting, period:2016-03, approved_by:Chief, authority:Rule 106.3
                ; voucher:letter, voucher:invoice%2C signed.pdf, voucher_sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                * Assets:Bank    1,106.25 USD  ; donor:CAN, agreement:AGR, project:PRJ, counterparty:VEN, due_date:2017-01-31
                  ; transaction:1041.18 EUR, rate:1.0625
                Gifts
            """);

        journal.Problems.Should().BeEmpty();
        var entry = journal.Entries.Single();
        entry.Should().BeEquivalentTo(new
        {
            Date = new LocalDate(2016, 3, 14),
            DocumentDate = new LocalDate(2016, 2, 28),
            Kind = EntryKind.Adjusting,
            Description = "Contribution of Canada",
            Reference = "CON-1",
            Period = ReportingPeriod.Parse("2016-03"),
            PreparedBy = "Accounts",
            ApprovedBy = "Chief",
            Authority = "Rule 106.3",
        });
        entry.Id.Text.Should().Be("E1");
        entry.Vouchers.Should().Equal(new Voucher("letter"), new Voucher("invoice, signed.pdf", Sha256Hash.Parse(new string('a', 64))));
        var bank = new Account("1000", "Cash at bank", AccountType.Asset, new LocalDate(1999, 1, 1));
        var lima = new Fund("LIMA", "Lima fund", Currency.Usd, new LocalDate(2000, 1, 1), null, "GA 41/60 J");
        entry.Postings.Should().Equal(
            new Posting(bank, lima, Money.Usd(1106.25m), new Donor("CAN", "Canada"), new ContributionAgreement("AGR"), new Project("PRJ"),
                new Counterparty("VEN"), new LocalDate(2017, 1, 31), new TransactionAmount(Money.Of(1041.18m, Currency.Eur), 1.0625m)),
            new Posting(new Account("Gifts", "Gifts", AccountType.Revenue), lima, Money.Usd(-1106.25m)));
        journal.MasterData.Title.Should().Be("Test books");
        journal.Fingerprint.Should().Be(Sha256Hash.Of(File.ReadAllBytes(_folder["test.journal"])));
    }

    [Theory]
    [InlineData("12.50 USD", 12.50)]
    [InlineData("USD 12.50", 12.50)]
    [InlineData("USD12.50", 12.50)]
    [InlineData("USD -12.50", -12.50)]
    [InlineData("-USD12.50", -12.50)]
    [InlineData("-12.5 USD", -12.50)]
    [InlineData("+12 USD", 12)]
    [InlineData("\"USD\" 12.50", 12.50)]
    [InlineData("12.500000 USD", 12.50)]
    [InlineData(".50 USD", 0.50)]
    [InlineData("1,234,567.89 USD", 1234567.89)]
    [InlineData("1.234.567,89 USD", 1234567.89)]
    [InlineData("1 234 567.89 USD", 1234567.89)]
    [InlineData("12,50 USD", 12.50)]
    [InlineData("$12.50", 12.50)]
    [InlineData("$-12.50", -12.50)]
    public void Amounts_are_read_in_every_way_they_are_written(string text, decimal amount)
    {
        var journal = Read($"; trustfund commodity:$, currency:USD\n{Fund}2016-01-01 x\n  Assets:A  {text}\n  Income:B\n");

        journal.Problems.Should().BeEmpty();
        journal.Entries.Single().Postings[0].Amount.Should().Be(Money.Usd(amount));
    }

    [Theory]
    [InlineData("decimal-mark .", "1,234 USD", 1234)]
    [InlineData("decimal-mark ,", "1.234 USD", 1234)]
    [InlineData("commodity 1,000.00 USD", "1,234 USD", 1234)]
    [InlineData("commodity USD 1.000,00", "1.234 USD", 1234)]
    public void Directives_tell_the_decimal_mark(string directive, string text, decimal amount) =>
        Read($"{directive}\n{Fund}2016-01-01 x\n  Assets:A  {text}\n  Income:B\n").Entries.Single().Postings[0].Amount.Should().Be(Money.Usd(amount));

    [Theory]
    [InlineData("2016-1-2 x")]
    [InlineData("2016/01/02 x")]
    [InlineData("2016.1.2 * x")]
    [InlineData("2016-01-02=01-31 x")]
    public void Dates_are_read_in_every_way_they_are_written(string header) =>
        Read($"{Fund}{header}\n  Assets:A  1 USD\n  Income:B\n").Entries.Single().Date.Should().Be(new LocalDate(2016, 1, 2));

    [Fact]
    public void Types_are_told_by_the_account_above_or_by_names_as_hledger_guesses()
    {
        var journal = Read($"account Kasse  ; type:A\naccount Kasse:Lima\n{Fund}2016-01-01 x\n  Kasse:Lima  1 USD\n  Kasse:Lome  1 USD\n  liabilities:card  -2 USD\n");

        journal.Problems.Should().BeEmpty();
        journal.MasterData.Chart.Select(account => (account.Code.Text, account.Type)).Should().Equal(
            ("Kasse", AccountType.Asset), ("Kasse:Lima", AccountType.Asset), ("Kasse:Lome", AccountType.Asset), ("liabilities:card", AccountType.Liability));
    }

    [Fact]
    public void Funds_and_donors_are_told_by_tags_and_need_no_declaration()
    {
        var journal = Read("2016-01-01 x  ; fund:LIMA\n  Assets:A  1 USD  ; donor:CAN\n  Income:B\n\n2016-01-02 y\n  Assets:A  2 EUR  ; fund:LOME\n  Income:B  -2 EUR  ; fund:LOME\n");

        journal.Problems.Should().BeEmpty();
        journal.MasterData.Funds.Should().Equal(new Fund("LIMA", "LIMA", Currency.Usd), new Fund("LOME", "LOME", Currency.Eur));
        journal.MasterData.Donors.Should().Equal(new Donor("CAN", "CAN"));
        journal.Entries.Select(entry => entry.Id.Text).Should().Equal("test-1", "test-2");
    }

    [Fact]
    public void What_the_books_know_need_not_be_declared_again()
    {
        var known = new MasterData(
            new ChartOfAccounts([new Account("Kasse", "Cash", AccountType.Asset), new Account("Spenden", "Gifts", AccountType.Revenue)]),
            [new Fund("LIMA", "Lima fund", Currency.Usd)], [new Donor("CAN", "Canada")]);

        var journal = HledgerJournal.Read(_folder.Write("test.journal", "2016-01-01 x\n  Kasse  1 USD  ; donor:CAN\n  Spenden\n"), known);

        journal.Problems.Should().BeEmpty();
        journal.Entries.Single().Postings[0].Should().Be(new Posting(known.Chart["Kasse"], known.Funds[0], Money.Usd(1), known.Donors[0]));
    }

    [Fact]
    public void Assertions_that_hold_are_verified_in_the_order_of_days_and_then_of_the_file() => Read(
        $"""
        {Fund}
        2016-01-03 later
          Assets:A       1 USD = 6 USD
          Income:B
        2016-01-01 first
          Assets:A       2 USD = 2.00 USD
          Assets:A:Sub   3 USD =*3 USD
          Income:B      -5 USD == -5 USD
        2016-01-01 then
          Assets:A       3 USD =* 8 USD
          Income:B      -3 USD
        """).Problems.Should().BeEmpty();

    private HledgerJournal Read(string text) => HledgerJournal.Read(_folder.Write("test.journal", text), MasterData.Empty);
}

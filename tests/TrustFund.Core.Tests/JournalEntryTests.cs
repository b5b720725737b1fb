using CsCheck;
using NodaTime;
using static TrustFund.Tests.Some;

namespace TrustFund.Tests;

public sealed class JournalEntryTests
{
    [Fact]
    public void An_entry_that_balances_in_total_but_not_in_each_fund_cannot_be_built()
    {
        var other = new Fund("ROME", "Rome fund", Currency.Usd);

        var build = () => Entry(Posting.Debit(Cash, Lima, Money.Usd(10)), Posting.Credit(Revenue, other, Money.Usd(10)));

        build.Should().Throw<UnbalancedEntryException>()
            .WithMessage("Entry E1 does not balance: in fund LIMA debits exceed credits by 10.00 USD; in fund ROME credits exceed debits by 10.00 USD.")
            .Which.Differences.Should().HaveCount(2);
    }

    [Fact]
    public void Entries_that_balance_can_be_built_and_one_cent_more_cannot() =>
        Gen.Long[1, 1_000_000_000].Array[1, 6].Sample(amounts =>
        {
            var debits = amounts.Select(units => Posting.Debit(Cash, Lima, new Money(units, Currency.Usd))).ToArray();
            var total = new Money(amounts.Sum(), Currency.Usd);

            _ = Entry([.. debits, Posting.Credit(Revenue, Lima, total)]);
            new Action(() => Entry([.. debits, Posting.Credit(Revenue, Lima, total + new Money(1, Currency.Usd))]))
                .Should().Throw<UnbalancedEntryException>();
        });

    [Fact]
    public void An_entry_over_two_funds_balances_in_each_in_its_own_currency()
    {
        var entry = Entry(
            Posting.Debit(Cash, Lima, Money.Usd(1)), Posting.Credit(Revenue, Lima, Money.Usd(1)),
            Posting.Debit(Cash, Lome, Money.Of(2, Currency.Eur)), Posting.Credit(Revenue, Lome, Money.Of(2, Currency.Eur)));

        entry.Postings.Should().HaveCount(4);
    }

    public static TheoryData<Action, string> Refusals => new()
    {
        { () => Entry(Posting.Debit(Cash, Lima, Money.Usd(1))), "Entry E1 of 2016-03-14 has fewer than two postings." },
        { () => Balanced(kind: (EntryKind)9), "Entry E1 of 2016-03-14 has no kind." },
        { () => Balanced(kind: EntryKind.Restatement), "Entry E1 of 2016-03-14 must name the period it restates, if and only if it is a restatement." },
        { () => Balanced(details: new EntryDetails { Restates = ReportingPeriod.CalendarYear(2015) }), "Entry E1 of 2016-03-14 must name the period it restates, if and only if it is a restatement." },
        { () => Balanced(kind: EntryKind.Reversal), "Entry E1 of 2016-03-14 must name the entry it reverses, as every reversal does." },
        { () => Balanced(details: new EntryDetails { Reverses = "E0" }), "Entry E1 of 2016-03-14 names an entry it reverses, as only a reversal or a closing entry does." },
        { () => Balanced(kind: EntryKind.Restatement, details: new EntryDetails { Restates = ReportingPeriod.CalendarYear(2015) }), "Entry E1 of 2016-03-14 must name the nature of its restatement, if and only if it is a restatement." },
        { () => Balanced(details: new EntryDetails { Judgement = "Material" }), "Entry E1 of 2016-03-14 states a judgement, as only a restatement does." },
        { () => Balanced(kind: EntryKind.Restatement, details: Restating((RestatementNature)9)), "Entry E1 of 2016-03-14 has a nature of restatement that there is none of." },
        { () => Restatement(Revenue, RestatementNature.Error), "Entry E1 of 2016-03-14 posts to revenue or expense: what is restated goes straight to net assets, unless it is reclassified." },
        { () => Restatement(Surplus, RestatementNature.Reclassification), "Entry E1 of 2016-03-14 reclassifies and yet moves net assets: its postings to net assets, revenue and expense must add up to nil in each fund." },
        { () => _ = new JournalEntry("E1", Day, EntryKind.Ordinary, " ", []), "The description of an entry is blank." },
        { () => Balanced(details: new EntryDetails { PreparedBy = "a\nb" }), "The name of the preparer 'a\nb' cannot be kept: it holds a control character." },
        {
            () => Entry(Posting.Debit(new Account("1", "Old", AccountType.Asset, closed: new LocalDate(2016, 3, 13)), Lima, Money.Usd(1)), Posting.Credit(Cash, Lima, Money.Usd(1))),
            "Entry E1 of 2016-03-14 is dated outside the days on which account 1 is open."
        },
        {
            () => Entry(Posting.Debit(Cash, new Fund("NEW", "New", Currency.Usd, new LocalDate(2016, 3, 15)), Money.Usd(1)), Posting.Credit(Cash, Lima, Money.Usd(1))),
            "Entry E1 of 2016-03-14 is dated outside the days on which fund NEW is open."
        },
        { () => Posting.Debit(Cash, Lima, Money.Of(1, Currency.Eur)), "An amount in EUR stands where USD is kept." },
        { () => Posting.Credit(Cash, Lima, Money.Usd(-1)), "A debit or a credit is a positive amount, not -1.00 USD.*" },
        { () => _ = new Posting(Cash, Lima, Money.Usd(0)), "The posting to account 1000 has no amount.*" },
        {
            () => _ = new Posting(Cash, Lima, Money.Usd(106.26m), transaction: new TransactionAmount(Money.Of(100, Currency.Eur), 1.0625m)),
            "100.00 EUR at 1.0625 comes to 106.25* USD, not to the 106.26 USD posted."
        },
        { () => _ = new Posting(Cash, Lima, Money.Usd(1), transaction: new TransactionAmount(Money.Usd(1), 1)), "The transaction amount 1.00 USD is in the fund's own currency.*" },
        { () => _ = new Account("1", "", AccountType.Asset), "The name of an account is blank." },
        { () => _ = new Account("1", "x", 0), "Account 1 has no type.*" },
        { () => _ = new Account("1", "x", AccountType.Asset, new LocalDate(2016, 2, 1), new LocalDate(2016, 1, 1)), "Account 1 closes before it opens.*" },
        { () => _ = new ChartOfAccounts([Cash, Cash]), "Account 1000 stands twice in the chart.*" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_breaks_a_rule_cannot_be_built(Action build, string message) =>
        build.Should().Throw<SystemException>().WithMessage(message);

    [Theory]
    [InlineData(106.25), InlineData(106.24)]
    public void A_rate_carries_the_transaction_amount_to_the_minor_unit_whichever_way_a_tie_was_rounded(decimal functional) =>
        new TransactionAmount(Money.Of(100, Currency.Eur), 1.06245m).AgreesWith(Money.Usd(functional)).Should().BeTrue();

    [Fact]
    public void A_reversal_takes_back_every_posting_and_names_the_entry()
    {
        var entry = Balanced(12.34m);

        var reversal = entry.Reversal("R1", new LocalDate(2016, 6, 1), "Booked twice", new EntryDetails { ApprovedBy = "Chief of section" });

        reversal.Postings.Should().Equal(entry.Postings.Select(posting => posting.Negated()));
        (reversal.Reverses, reversal.Kind, reversal.ApprovedBy).Should().Be(((Code<JournalEntry>?)entry.Id, EntryKind.Reversal, "Chief of section"));
        reversal.Postings.Select(posting => posting.Side).Should().Equal(Side.Credit, Side.Debit);
    }

    [Fact]
    public void The_postings_of_an_entry_do_not_follow_the_list_they_were_given_in()
    {
        var list = new List<Posting> { Posting.Debit(Cash, Lima, Money.Usd(1)), Posting.Credit(Revenue, Lima, Money.Usd(1)) };
        var entry = new JournalEntry("E1", Day, EntryKind.Ordinary, "x", list);

        list.Clear();

        entry.Postings.Should().HaveCount(2);
    }

    private static EntryDetails Restating(RestatementNature nature) => new() { Restates = ReportingPeriod.CalendarYear(2015), Nature = nature };

    private static void Restatement(Account account, RestatementNature nature) => _ = new JournalEntry(
        "E1", Day, EntryKind.Restatement, "x", [Posting.Debit(Cash, Lima, Money.Usd(1)), Posting.Credit(account, Lima, Money.Usd(1))], Restating(nature));
}

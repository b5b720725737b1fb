using NodaTime;
using TrustFund.Practice;
using static TrustFund.Tests.Some;

namespace TrustFund.Tests;

public sealed class PopulationsTests
{
    private static readonly Instant Spring = Instant.FromUtc(2016, 4, 1, 0, 0);
    private static readonly Account Rare = new("5000", "Ex gratia", AccountType.Expense);

    // Monday 14 March 2016, four entries on cash and revenue, and one more on what a row below says.
    private static readonly PostedEntry[] Usual = [.. Enumerable.Range(1, 4).Select(number => Posted(number, Usually($"U{number}")))];

    public static TheoryData<Population, JournalEntry> Members => new()
    {
        { Population.Manual, Usually("E", details: new EntryDetails { ApprovedBy = "Controller", PreparedBy = "Accounts" }) },
        { Population.Manual, Usually("E", EntryKind.Adjusting) },
        { Population.AfterClose, Usually("E", date: new LocalDate(2016, 1, 31)) },
        { Population.BackDated, Usually("E", date: new LocalDate(2016, 3, 1)) },
        { Population.RoundAmounts, Usually("E", amount: 5000) },
        { Population.NoDescription, Usually("E", description: "corr") },
        { Population.NoDescription, Usually("E", description: "INV-77") },
        { Population.SeldomUsedAccounts, Usually("E", debit: Rare) },
        { Population.Unapproved, Usually("E", details: new EntryDetails { Reference = "INV-77" }) },
        { Population.Unapproved, Usually("E", details: new EntryDetails { Reference = "INV-77", ApprovedBy = "Controller", PreparedBy = "controller" }) },
        { Population.YearEnd, Usually("E", date: new LocalDate(2016, 6, 26)) },
        { Population.Weekend, Usually("E", date: new LocalDate(2016, 3, 19)) },
        { Population.Opening, Usually("E", EntryKind.Opening) },
        { Population.Adjusting, Usually("E", EntryKind.Adjusting) },
        { Population.Reversal, Usually("U1").Reversal("E", Day, "A slip", Named) },
        { Population.Restatement, Usually("E", EntryKind.Restatement, debit: Rare, details: Named with { Restates = ReportingPeriod.CalendarYear(2015), Nature = RestatementNature.Reclassification }) },
        { Population.Closing, Usually("E", EntryKind.Closing) },
    };

    private static EntryDetails Named => new() { Reference = "INV-77", PreparedBy = "Accounts", ApprovedBy = "Controller" };

    [Theory]
    [MemberData(nameof(Members))]
    public void A_population_has_the_entry_that_its_definition_says_and_no_usual_one(Population population, JournalEntry entry) =>
        Select(population, entry).Select(posted => posted.Entry.Id.Text).Should().Equal("E");

    [Fact]
    public void Limits_are_as_they_say_to_the_day_and_unit()
    {
        Select(Population.BackDated, Usually("E", date: new LocalDate(2016, 3, 2))).Should().BeEmpty();
        Select(Population.YearEnd, Usually("E", date: new LocalDate(2016, 6, 25))).Should().BeEmpty();
        Select(Population.RoundAmounts, Usually("E", amount: 5000.01m)).Should().BeEmpty();
        Select(Population.AfterClose, Usually("E", EntryKind.Closing, date: new LocalDate(2016, 1, 31))).Should().BeEmpty();
        Select(Population.AfterClose, Usually("E", date: new LocalDate(2016, 2, 1))).Should().BeEmpty();
    }

    private static IReadOnlyList<PostedEntry> Select(Population population, JournalEntry entry) => Populations.Select(
        population, [.. Usual, Posted(5, entry)], new PopulationLimits(),
        [new ClosedPeriod("LIMA", ReportingPeriod.Parse("2016-01"), 4)],
        (_, day) => new LocalDate(day.Year, 6, 30));

    private static JournalEntry Usually(
        string id, EntryKind kind = EntryKind.Ordinary, LocalDate? date = null, decimal amount = 12.5m,
        string description = "Contribution received", Account? debit = null, EntryDetails? details = null) =>
        new(id, date ?? Day, kind, description,
            [Posting.Debit(debit ?? Cash, Lima, Money.Usd(amount)), Posting.Credit(Revenue, Lima, Money.Usd(amount))], details ?? Named);

    private static PostedEntry Posted(long sequence, JournalEntry entry) => new(sequence, Spring, default, entry);
}

using CsCheck;
using NodaTime;
using static TrustFund.Tests.Some;

namespace TrustFund.Tests;

public sealed class FigureChangesTests
{
    private static readonly EntryKind[] Kinds = [EntryKind.Ordinary, EntryKind.Closing, EntryKind.Restatement];

    private static readonly Gen<PostedEntry[]> Journal = Gen.Select(
        Gen.Long[-3, 3], Gen.Int[0, 3], Gen.Bool, Gen.Bool, Gen.OneOfConst(Kinds)).Array[0, 12].Select(rows => rows
        .Select((row, index) => Posted(index + 1, Entry(row.Item1, row.Item2, row.Item3, row.Item4, row.Item5))).ToArray());

    [Fact]
    public void What_a_balance_moved_by_is_the_sum_of_the_entries_named_and_no_other_entry_moved_it() =>
        Gen.Select(Journal, Gen.Int[0, 12], Gen.Int[0, 4], Gen.Bool, Gen.Bool, Gen.Bool).Sample((journal, split, day, restated, after, byDonor) =>
        {
            var cutoff = new LedgerCutoff(
                Day.PlusDays(day - 1), Closing: after ? ClosingView.AfterClosing : ClosingView.BeforeClosing, AsRestated: restated);
            var (earlier, later) = (Balance(cutoff, journal.Take(split), byDonor), Balance(cutoff, journal, byDonor));

            var changes = FigureChanges.Of(earlier, later, journal.Skip(split), byDonor);

            // Without the entries named, the later books are the earlier ones; without all but them too.
            foreach (var change in changes)
            {
                change.Entries.Should().OnlyContain(effect => !effect.Amount.IsZero && effect.Posted.Sequence > split && cutoff.Includes(effect.Posted));
                change.Entries.Select(effect => effect.Amount).Aggregate((sum, amount) => sum + amount).Should().Be(change.Difference);
                (AmountOf(earlier, change.Figure), AmountOf(later, change.Figure)).Should().Be((change.Before, change.After));
            }

            foreach (var figure in later.Rows.Select(row => new BalanceFigure(row.Account, row.Fund, row.Donor)))
            {
                var movers = journal.Skip(split).Where(posted => !AmountOf(Balance(cutoff, [posted], byDonor), figure).IsZero);
                changes.Where(change => change.Figure == figure).SelectMany(change => change.Entries).Select(effect => effect.Posted).Should().Equal(movers);
            }
        });

    [Fact]
    public void A_change_that_the_entries_do_not_explain_cannot_be_built()
    {
        var posted = Posted(2, Entry(5, 0, isCanada: false, isLome: false, EntryKind.Ordinary));

        var build = () => new FigureChange<BalanceFigure>(
            new BalanceFigure(Cash, Lima, Canada), Money.Usd(1), Money.Usd(7), [new EntryEffect(posted, Money.Usd(5))]);

        build.Should().Throw<UnexplainedChangeException>()
            .WithMessage("1000 of LIMA, CAN went from 1.00 USD to 7.00 USD, which the entries recorded between do not explain.")
            .Which.Should().BeEquivalentTo(new { Before = Money.Usd(1), After = Money.Usd(7) });
    }

    private static TrialBalance Balance(LedgerCutoff cutoff, IEnumerable<PostedEntry> journal, bool byDonor)
    {
        var balance = TrialBalance.From(cutoff, journal);
        return byDonor ? balance : balance.WithoutDonors();
    }

    private static Money AmountOf(TrialBalance balance, BalanceFigure figure) => balance.Rows
        .Where(row => (row.Account, row.Fund, row.Donor) == (figure.Account, figure.Fund, figure.Donor))
        .Select(row => row.Balance).SingleOrDefault(Money.Zero(figure.Fund.Currency));

    private static PostedEntry Posted(long sequence, JournalEntry entry) => new(sequence, Instant.FromUnixTimeSeconds(sequence), default, entry);

    // A nil amount moves from no donor to Canada: by donor it moves something, by account and fund it does not.
    private static JournalEntry Entry(long amount, int day, bool isCanada, bool isLome, EntryKind kind)
    {
        var fund = isLome ? Lome : Lima;
        var (debit, other) = amount == 0 ? (1, Cash) : (amount, kind == EntryKind.Restatement ? Surplus : Revenue);
        return new JournalEntry("E1", Day.PlusDays(day), kind, "An entry",
            [
                new Posting(Cash, fund, new Money(debit, fund.Currency), isCanada || amount == 0 ? Canada : null),
                new Posting(other, fund, new Money(-debit, fund.Currency)),
            ],
            kind == EntryKind.Restatement ? new EntryDetails { Restates = new ReportingPeriod(Day, Day), Nature = RestatementNature.Error } : null);
    }
}

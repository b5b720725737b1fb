using CsCheck;
using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Interchange.Tests;

/// <summary>Balances of CSV books that are streamed are those of their entries.</summary>
public sealed class CsvBalancesTests
{
    [Fact]
    public void At_every_cutoff_balances_and_movements_are_those_of_the_entries() =>
        Gen.Select(SomeBooks.Any, Gen.Int[-40, 5100].Array[2], Gen.Bool, Gen.Bool).Sample((books, days, isAfter, isRestated) =>
        {
            using var folder = new BooksFolder();
            var journal = SomeJournal.Recorded(books.Entries);
            var balances = CsvBalances.Read(SomeJournal.Export(folder, "copy", ExportFormat.Csv, books.MasterData, journal));
            var cutoff = new LedgerCutoff(
                new LocalDate(2010, 1, 1).PlusDays(days.Max()), null, isAfter ? ClosingView.AfterClosing : ClosingView.BeforeClosing, isRestated);
            var from = new LocalDate(2010, 1, 1).PlusDays(days.Min());
            var expected = TrialBalance.From(cutoff, journal);

            return balances.Problems.Count == 0 && balances.Count == journal.Count
                && balances.ReadLastDateAsync().Result == journal.Max(posted => (LocalDate?)posted.Entry.Date)
                && balances.ReadTrialBalanceAsync(cutoff).Result.Rows.SequenceEqual(expected.Rows)
                && balances.ReadTrialBalanceByFundAsync(cutoff).Result.Rows.SequenceEqual(expected.WithoutDonors().Rows)
                && Moved(balances, from, cutoff, byDonor: true).SequenceEqual(Moved(journal, from, cutoff, byDonor: true))
                && Moved(balances, from, cutoff, byDonor: false).SequenceEqual(Moved(journal, from, cutoff, byDonor: false));
        }, iter: 200, threads: 1);

    [Fact]
    public void Closing_entries_of_the_last_day_are_left_out_before_closing()
    {
        using var folder = new BooksFolder();
        folder.Journal(
            "E1,2016-12-31,ordinary,Contribution,,1000,LIMA,,12.50,,USD", "E1,2016-12-31,ordinary,Contribution,,4000,LIMA,,,12.50,USD",
            "E2,2016-12-31,closing,Close,,4000,LIMA,,12.50,,USD", "E2,2016-12-31,closing,Close,,3000,LIMA,,,12.50,USD");
        var cutoff = LedgerCutoff.At(new LocalDate(2016, 12, 31));

        var balances = CsvBalances.Read(folder.Path);

        Balances(balances, cutoff).Should().Equal("1000 12.50", "4000 -12.50");
        Balances(balances, cutoff with { Closing = ClosingView.AfterClosing }).Should().Equal("1000 12.50", "3000 -12.50", "4000 0.00");
    }

    [Fact]
    public void Problems_and_fingerprint_are_those_of_the_folder_read_as_a_whole()
    {
        using var folder = new BooksFolder();
        folder.Journal("E1,2016-03-14,ordinary,Contribution,CON-1,1000,LIMA,CAN,12.50,,USD", "E1,2016-03-14,ordinary,Contribution,CON-1,4000,LIMA,CAN,,99rr69,USD");

        var (balances, books) = (CsvBalances.Read(folder.Path), folder.Read());

        balances.Problems.Should().ContainSingle().And.Equal(books.Problems);
        balances.Fingerprint.Should().Be(books.Fingerprint);
    }

    [Fact]
    public async Task Reversals_that_a_store_would_refuse_are_refused_in_the_same_words()
    {
        using var folder = new BooksFolder();
        folder.JournalWith(
            "reverses",
            "E1,2016-03-14,ordinary,Contribution,,1000,LIMA,,12.50,,USD,", "E1,2016-03-14,ordinary,Contribution,,4000,LIMA,,,12.50,USD,",
            "R1,2016-03-15,reversal,Wrong,,1000,LIMA,,,12.50,USD,E1", "R1,2016-03-15,reversal,Wrong,,4000,LIMA,,12.50,,USD,E1",
            "R2,2016-03-16,reversal,Again,,1000,LIMA,,,12.50,USD,E1", "R2,2016-03-16,reversal,Again,,4000,LIMA,,12.50,,USD,E1",
            "R3,2016-03-16,reversal,Half,,1000,LIMA,,,6.25,USD,R1", "R3,2016-03-16,reversal,Half,,4000,LIMA,,6.25,,USD,R1",
            "R4,2016-03-16,reversal,Early,,1000,LIMA,,,1.00,USD,E9", "R4,2016-03-16,reversal,Early,,4000,LIMA,,1.00,,USD,E9",
            "E9,2016-03-17,ordinary,Later,,1000,LIMA,,1.00,,USD,", "E9,2016-03-17,ordinary,Later,,4000,LIMA,,,1.00,USD,");
        var entries = folder.Read();
        var store = await new InMemoryBooks(new StoppedClock()).ImportAsync(entries.MasterData, entries.Entries);

        var refusals = CsvBalances.Read(folder.Path).Refusals;

        refusals.Select(refusal => (refusal.Subject, refusal.Reason)).Should().Equal(
            ("R2", RefusalReason.ReversedTwice), ("R3", RefusalReason.ReversalDiffers), ("R4", RefusalReason.UnknownReversedEntry));
        refusals.Should().Equal(store.Refusals);
    }

    private static IEnumerable<string> Balances(CsvBalances balances, LedgerCutoff cutoff) =>
        balances.ReadTrialBalanceAsync(cutoff).Result.Rows.Select(row => $"{row.Account.Code} {row.Balance.ToPlainString()}");

    private static IReadOnlyList<AccountMovement> Moved(CsvBalances balances, LocalDate from, LedgerCutoff cutoff, bool byDonor) =>
        balances.ReadMovementsAsync(from, cutoff, byDonor).Result;

    // What a plain reading of the entries gives.
    private static IEnumerable<AccountMovement> Moved(IEnumerable<PostedEntry> journal, LocalDate from, LedgerCutoff cutoff, bool byDonor) => journal
        .Where(posted => cutoff.Includes(posted) && cutoff.DayOf(posted.Entry) >= from)
        .SelectMany(posted => posted.Entry.Postings)
        .GroupBy(posting => (posting.Account, posting.Fund, Donor: byDonor ? posting.Donor : null))
        .Select(group => new AccountMovement(
            group.Key.Account, group.Key.Fund, group.Key.Donor,
            Money.Of(group.Sum(posting => Math.Max(posting.Amount.Amount, 0)), group.Key.Fund.Currency),
            Money.Of(group.Sum(posting => Math.Max(-posting.Amount.Amount, 0)), group.Key.Fund.Currency)))
        .OrderBy(row => row.Account.Code).ThenBy(row => row.Fund.Code).ThenBy(row => row.Donor?.Code.Text, StringComparer.Ordinal);

    private sealed class StoppedClock : IClock
    {
        public Instant GetCurrentInstant() => default;
    }
}

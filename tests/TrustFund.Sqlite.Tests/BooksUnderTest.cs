using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite.Tests;

/// <summary>Books and the model of them: what is done to one is done to the other, and both must answer alike.</summary>
internal sealed class BooksUnderTest(IBooks books, FakeClock clock, Func<IBooks, Task<IBooks>> reopen) : IAsyncDisposable
{
    private readonly ModelOfBooks _model = new();
    private IBooks _books = books;

    internal async Task DoAsync(BooksCommand command)
    {
        switch (command)
        {
            case BooksCommand.Register register:
                var refused = await _books.RegisterAsync(new MasterData(new ChartOfAccounts([]), [], [register.Donor]));
                (refused.Count == 0).Should().Be(_model.Register(register.Donor));
                break;
            case BooksCommand.Post post:
                Compare(post.IsSingle ? await _books.AppendAsync(post.Entries[0]) : await _books.AppendAsync(post.Entries), post.Entries, keep: true);
                break;
            case BooksCommand.Import import:
                Compare(await _books.ImportAsync(MasterData.Empty, import.Entries, () => import.Keep), import.Entries, import.Keep);
                break;
            case BooksCommand.Wait wait:
                clock.Now += wait.Time;
                break;
            default:
                _books = await reopen(_books);
                break;
        }

        await CompareJournalAsync();
    }

    /// <summary>Balances at every day, instant and closing view that could make a difference.</summary>
    internal async Task CompareBalancesAsync()
    {
        var days = Enumerable.Range(0, 8).Select(day => new LocalDate(2015, 12, 28).PlusDays(day)).Append(new LocalDate(2017, 1, 31));
        Instant?[] instants = [null, .. _model.Journal.Select(posted => (Instant?)posted.Recorded).Distinct().SelectMany(instant => new[] { instant, instant - Duration.Epsilon })];
        foreach (var cutoff in from day in days
                               from instant in instants
                               from closing in new[] { ClosingView.BeforeClosing, ClosingView.AfterClosing }
                               from isRestated in new[] { false, true }
                               from start in new[] { default(LocalDate?), new LocalDate(2015, 12, 31) }
                               select new LedgerCutoff(day, instant, closing, isRestated) { PeriodStart = start })
        {
            var balances = (await _books.ReadTrialBalanceAsync(cutoff)).Rows.ToDictionary(
                row => $"{row.Account.Code}/{row.Fund.Code}/{row.Donor?.Code.Text}", row => row.Balance.MinorUnits);
            balances.OrderBy(pair => pair.Key, StringComparer.Ordinal).Should().Equal(_model.Balances(cutoff), $"that is so at {cutoff}");
        }

        foreach (var instant in instants)
        {
            (instant is { } known ? await _books.ReadHeadAsync(known) : await _books.ReadHeadAsync()).Should().Be(_model.HeadAt(instant));
        }

        (await _books.AuditAsync()).Findings.Should().BeEmpty();
    }

    public ValueTask DisposeAsync() => _books.DisposeAsync();

    private void Compare(AppendResult result, JournalEntry[] entries, bool keep)
    {
        var expected = _model.Append(entries, clock.Now, keep);
        result.Refusals.Select(refusal => refusal.Reason).Should().Equal(expected.Refusals);
        (result.Posted, result.AlreadyPosted).Should().Be((expected.Posted, expected.AlreadyPosted));
        result.Head.Should().Be(_model.HeadAt(null));
    }

    private async Task CompareJournalAsync() =>
        (await _books.AllAsync()).Select(posted => (posted.Sequence, posted.Entry.Id, posted.Recorded, posted.Hash))
            .Should().Equal(_model.Journal.Select(posted => (posted.Sequence, posted.Entry.Id, posted.Recorded, posted.Hash)));
}

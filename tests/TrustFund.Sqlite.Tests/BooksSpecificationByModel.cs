using CsCheck;
using static TrustFund.Sqlite.Tests.Books;

namespace TrustFund.Sqlite.Tests;

/// <summary>What every store must do, whatever comes: the same as a tiny model of it.</summary>
public abstract partial class BooksSpecification
{
    [Fact, Trait("Culture", "alike")]
    public async Task Whatever_is_done_to_books_they_answer_as_a_list_of_entries_would() =>
        await BooksCommand.Any.Array[1, 25].SampleAsync(async commands =>
        {
            var clock = new FakeClock();
            var books = Open(clock);
            await books.RegisterAsync(Registered);
            await using var tested = new BooksUnderTest(books, clock, open => ReopenAsync(open, clock));
            foreach (var command in commands)
            {
                await tested.DoAsync(command);
            }

            await tested.CompareBalancesAsync();
        }, iter: 40, threads: 1, print: commands => string.Join("; ", commands.AsEnumerable()));
}

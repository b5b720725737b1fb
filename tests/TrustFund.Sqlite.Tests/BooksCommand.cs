using System.Globalization;
using CsCheck;
using NodaTime;
using static TrustFund.Sqlite.Tests.Books;

namespace TrustFund.Sqlite.Tests;

/// <summary>Something done to books: by chance, out of so few ids, donors and days that retries, conflicts and reversals happen.</summary>
internal abstract record BooksCommand
{
    private static readonly Gen<JournalEntry> AnyEntry = Gen.Select(Gen.Int[0, 14], Gen.Int[0, 9], Gen.Int[0, 14], Gen.Int[0, 3])
        .Select((number, variant, other, donor) => Make(number, isOther: variant == 0, other, donor));

    internal static Gen<BooksCommand> Any { get; } = Gen.Frequency(
        (2, Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4]).Select((number, name) => (BooksCommand)new Register(DonorOf(number, isOther: name == 0)))),
        (4, AnyEntry.Select(entry => (BooksCommand)new Post([entry], IsSingle: true))),
        (4, AnyEntry.Array[0, 12].Select(entries => (BooksCommand)new Post(entries, IsSingle: false))),
        (1, Gen.Select(AnyEntry.Array[0, 12], Gen.Bool).Select((entries, keep) => (BooksCommand)new Import(entries, keep))),
        (2, Gen.Int[-2, 3].Select(seconds => (BooksCommand)new Wait(Duration.FromSeconds(seconds)))),
        (1, Gen.Const((BooksCommand)new Reopen())));

    // One number, one entry, but for the times when its contents are others.
    private static JournalEntry Make(int number, bool isOther, int original, int donor)
    {
        var id = number.ToString(CultureInfo.InvariantCulture);
        var date = new LocalDate(2015, 12, 29).PlusDays(number % 5);
        return (number % 5) switch
        {
            0 => Plain(4 + (original % 3 * 5), isOther: false).Reversal($"R{id}", date, "Wrong"),
            1 => Entry($"C{id}", number + 1, date, kind: EntryKind.Closing, donor: isOther ? Canada : null),
            2 => Entry($"S{id}", number + 1, date.PlusYears(1), kind: EntryKind.Restatement, details: new EntryDetails { Restates = ReportingPeriod.CalendarYear(2015), Nature = RestatementNature.Error }),
            3 => Entry($"D{id}", number + 1, date, fund: Lome, donor: DonorOf(donor, isOther: false)),
            _ => Plain(number, isOther),
        };
    }

    private static JournalEntry Plain(int number, bool isOther) =>
        Entry($"E{number}", number + (isOther ? 100 : 1), new LocalDate(2015, 12, 29).PlusDays(number % 5), donor: number % 2 == 0 ? Peru : null);

    private static Donor DonorOf(int number, bool isOther) => new($"N{number}", isOther ? "Another" : "New donor");

    internal sealed record Register(Donor Donor) : BooksCommand;

    internal sealed record Post(JournalEntry[] Entries, bool IsSingle) : BooksCommand
    {
        public override string ToString() => $"Post {string.Join(", ", Entries.Select(entry => entry.Id))}";
    }

    internal sealed record Import(JournalEntry[] Entries, bool Keep) : BooksCommand
    {
        public override string ToString() => $"Import {string.Join(", ", Entries.Select(entry => entry.Id))}{(Keep ? "" : ", not kept")}";
    }

    internal sealed record Wait(Duration Time) : BooksCommand;

    internal sealed record Reopen : BooksCommand;
}

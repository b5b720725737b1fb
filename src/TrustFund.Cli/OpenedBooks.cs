using NodaTime.Text;
using TrustFund.Cli.Rendering;
using TrustFund.Interchange;
using TrustFund.Reconciliation;
using TrustFund.Sqlite;
using TrustFund.Storage;

namespace TrustFund.Cli;

/// <summary>Books that a command line names: an SQLite file, or a folder of CSV books, streamed and stored nowhere.</summary>
internal sealed class OpenedBooks : IAsyncDisposable
{
    private readonly IBooks? _stored;
    private readonly StreamedEntries? _streamed;

    private OpenedBooks(IBooks books, MasterData masterData, BooksIdentity identity) =>
        (_stored, Balances, MasterData, Identity) = (books, books, masterData, identity);

    private OpenedBooks(CsvBalances balances, StreamedEntries streamed, BooksIdentity identity) =>
        (_streamed, Balances, MasterData, Identity) = (streamed, balances, balances.MasterData, identity);

    internal IReadBalances Balances { get; }

    /// <summary>The store of books that are in one.</summary>
    /// <exception cref="CommandException">They are CSV books, which are in none.</exception>
    internal IBooks Books => _stored ?? throw new CommandException(ExitCode.Usage,
        "A folder of CSV books has no chain, no periods and no editions. Import it into an SQLite file first: trustfund init, trustfund import.");

    internal MasterData MasterData { get; }

    internal BooksIdentity Identity { get; }

    /// <summary>How many entries there are.</summary>
    internal long Count => Identity.Entries!.Value;

    /// <summary>Whether the books have recorded instants and a chain: CSV books have none.</summary>
    internal bool IsStored => _stored is not null;

    /// <summary>Opens books to read.</summary>
    /// <exception cref="CommandException">There are none, or the CSV books have problems.</exception>
    /// <exception cref="BooksException">The store failed.</exception>
    internal static async Task<OpenedBooks> OpenAsync(string path, Terminal terminal, CancellationToken cancellation)
    {
        if (Directory.Exists(path))
        {
            return OpenFolder(path, terminal);
        }

        if (!File.Exists(path))
        {
            throw new CommandException(ExitCode.Usage, $"There are no books '{path}': neither an SQLite file nor a folder of CSV books.");
        }

        return await OfAsync(path, Stored(path, terminal, readOnly: true), cancellation).ConfigureAwait(false);
    }

    /// <summary>Books that are open, as they stand now.</summary>
    internal static async Task<OpenedBooks> OfAsync(string path, IBooks books, CancellationToken cancellation)
    {
        var masterData = await books.ReadMasterDataAsync(cancellation).ConfigureAwait(false);
        var head = await books.ReadHeadAsync(cancellation).ConfigureAwait(false);
        return new OpenedBooks(books, masterData, new BooksIdentity(
            NameOf(path, masterData), head.Sequence, head.Hash.ToString(), masterData.IsIllustrative));
    }

    /// <summary>Opens books to write to.</summary>
    /// <exception cref="CommandException">There are none, or they are a folder of CSV books.</exception>
    /// <exception cref="BooksException">The store failed.</exception>
    internal static async Task<OpenedBooks> OpenToWriteAsync(string path, Terminal terminal, CancellationToken cancellation)
    {
        if (Directory.Exists(path))
        {
            throw new CommandException(ExitCode.Usage, $"'{path}' is a folder of CSV books, which are read only. Import them into an SQLite file first: trustfund init, trustfund import.");
        }

        if (!File.Exists(path))
        {
            throw new CommandException(ExitCode.Usage, $"There are no books '{path}'. Make them first: trustfund init {path}");
        }

        return await OfAsync(path, Stored(path, terminal), cancellation).ConfigureAwait(false);
    }

    /// <summary>Opens the store of books that are in a file.</summary>
    /// <exception cref="BooksException">The file is empty, or the store failed.</exception>
    internal static SqliteBooks Stored(string path, Terminal terminal, bool readOnly = false) =>
        // SQLite takes an empty file for a database without tables, which is nothing that a user would recognize.
        new FileInfo(path) is { Exists: true, Length: 0 }
            ? throw new BooksException(BooksFailure.NotBooks, $"The file {Path.GetFileName(path)} is empty: it holds no books. Remove it, and make books: trustfund init {path}")
            : SqliteBooks.Open(path, terminal.Clock, readOnly);

    /// <summary>The accounting year of a fund.</summary>
    internal AccountingYear YearOf(Fund fund) => MasterData.YearOf(fund.Code);

    /// <summary>The accounting year of a fund or, where it is null, of all funds of the books.</summary>
    /// <exception cref="CommandException">It does not start on the same day in all of them.</exception>
    internal AccountingYear CommonYear(Fund? fund)
    {
        var years = (fund is null ? MasterData.Funds : [fund]).ToLookup(YearOf, each => each.Code.Text);
        return years.Count switch
        {
            0 => AccountingYear.Calendar,
            1 => years.Single().Key,
            _ => throw new CommandException(ExitCode.Usage,
                $"The accounting year does not start on the same day in every fund: {string.Join("; ", years.Select(year => $"{year.Key} in {string.Join(", ", year)}"))}. Name one fund by --fund, or the days by --period 2015-07-01..2016-06-30."),
        };
    }

    /// <summary>The days that a period named on the command line means: 2016 is the accounting year that ends in 2016, days written out are those days.</summary>
    /// <param name="named">The period; null where none was named.</param>
    /// <param name="fund">The fund that is asked for; null for all of the books.</param>
    /// <exception cref="CommandException">As for <see cref="CommonYear"/>.</exception>
    internal ReportingPeriod? Days(NamedPeriod? named, Fund? fund) =>
        named is { IsYear: true } year ? CommonYear(fund).Of(year.Days.End.Year) : named?.Days;

    /// <summary>Says that a period lies before or after all entries, whose statement is made of dashes; null where it does not.</summary>
    /// <param name="fund">The fund that is asked for; null for all of the books.</param>
    /// <param name="days">The period.</param>
    /// <param name="cancellation">Stops the reading.</param>
    internal async Task<string?> NothingInAsync(Fund? fund, ReportingPeriod days, CancellationToken cancellation)
    {
        var last = await Balances.ReadLastDateAsync(cancellation).ConfigureAwait(false);
        if (last < days.Start)
        {
            return $"The books hold no entry in {days}: the last is dated {LocalDatePattern.Iso.Format(last.Value)}.";
        }

        var balance = await Balances.ReadTrialBalanceByFundAsync(new LedgerCutoff(days.End), cancellation).ConfigureAwait(false);
        return balance.Rows.Any(row => fund is null || row.Fund.Code == fund.Code)
            || await ReadEntriesAsync(new EntrySelection { Fund = fund?.Code, Through = days.End }, cancellation).AnyAsync(cancellation).ConfigureAwait(false)
                ? null
                : $"The books hold no entry{(fund is null ? "" : $" of fund {fund.Code}")} in or before {days}.";
    }

    /// <summary>The states of all periods, as the events of the books tell them.</summary>
    internal async Task<PeriodStates> ReadStatesAsync(CancellationToken cancellation) =>
        PeriodStates.Of(await ReadEventsAsync(cancellation).ConfigureAwait(false));

    /// <summary>What happened besides entries; nothing in CSV books, which have no chain of events.</summary>
    internal async Task<IReadOnlyList<PostedEvent>> ReadEventsAsync(CancellationToken cancellation) =>
        _stored is null ? [] : await _stored.ReadEventsAsync(cancellation).ConfigureAwait(false);

    /// <summary>The entry of an id; null where there is none.</summary>
    internal async Task<PostedEntry?> FindEntryAsync(Code<JournalEntry> id, CancellationToken cancellation) => _stored is null
        ? await ReadEntriesAsync(EntrySelection.All, cancellation).FirstOrDefaultAsync(posted => posted.Entry.Id == id, cancellation).ConfigureAwait(false)
        : await _stored.FindEntryAsync(id, cancellation).ConfigureAwait(false);

    /// <summary>The fund that a command line names, or the only one there is.</summary>
    /// <exception cref="CommandException">There is none of that code, or none was named of several.</exception>
    internal Fund Fund(string? code)
    {
        var codes = string.Join(", ", MasterData.Funds.Select(fund => fund.Code));
        if (code is null)
        {
            return MasterData.Funds.Count == 1
                ? MasterData.Funds[0]
                : throw new CommandException(ExitCode.Usage, $"The books have {MasterData.Funds.Count} funds: name one by --fund ({codes}).");
        }

        return MasterData.Funds.FirstOrDefault(fund => fund.Code.Text == code)
            ?? throw new CommandException(ExitCode.Usage, $"The books have no fund '{code}'; they have {codes}.");
    }

    /// <summary>Until when the books are meant to be recorded: an edition's symbol becomes the entries that it was made from.</summary>
    /// <exception cref="CommandException">The books have no recorded instants, or nothing of what was said.</exception>
    internal async Task<KnownAt?> ResolveAsync(KnownAt? knownAt, CancellationToken cancellation)
    {
        if (knownAt is null)
        {
            return null;
        }

        if (!IsStored)
        {
            throw new CommandException(ExitCode.Usage,
                "CSV books do not say when an entry was recorded, so they cannot be read as they were at an instant. Import them into an SQLite file first.");
        }

        var head = await Books.ReadHeadAsync(cancellation).ConfigureAwait(false);
        if (knownAt.Sequence > head.Sequence)
        {
            throw new CommandException(ExitCode.Usage, FormattableString.Invariant($"There is no entry {knownAt.Text}; the books have {head.Sequence}."));
        }

        if (!knownAt.IsSymbol)
        {
            return knownAt;
        }

        var named = (await Books.ReadEditionsAsync(cancellation).ConfigureAwait(false)).Where(posted => IsNamed(posted.Event.Edition!, knownAt.Text)).ToList();
        return named.Select(posted => posted.Event.Edition!.Head.Sequence).Distinct().ToList() switch
        {
            [var sequence] => knownAt with { Sequence = sequence },
            [] => throw new CommandException(ExitCode.Usage,
                $"'{knownAt.Text}' is no instant (2017-03-31T12:00:00Z), no entry (#1234), and the symbol of no edition that is registered."),
            _ => throw new CommandException(ExitCode.Usage,
                $"The editions {string.Join(", ", named.Select(posted => posted.Event.Edition))} were made from different entries: name one with its language, such as '{named[0].Event.Edition}'."),
        };
    }

    /// <summary>The selected entries in their order, streamed.</summary>
    internal IAsyncEnumerable<PostedEntry> ReadEntriesAsync(EntrySelection selection, CancellationToken cancellation) =>
        _stored?.ReadEntriesAsync(selection, cancellation) ?? _streamed!.ReadAsync(selection, cancellation);

    /// <summary>The edition that a command line names by its symbol, with its language where there are several.</summary>
    /// <exception cref="CommandException">There is none, or there are several.</exception>
    internal async Task<PostedEvent> EditionAsync(string named, CancellationToken cancellation)
    {
        var editions = await Books.ReadEditionsAsync(cancellation).ConfigureAwait(false);
        return editions.Where(posted => IsNamed(posted.Event.Edition!, named)).ToList() switch
        {
            [var only] => only,
            [] => throw new CommandException(ExitCode.Usage, editions.Count == 0
                ? $"There is no edition '{named}': the books have none. Register one: trustfund register."
                : $"There is no edition '{named}'; the books have {string.Join(", ", editions.Select(posted => posted.Event.Edition))}."),
            var several => throw new CommandException(ExitCode.Usage, $"There are several: name one of {string.Join(", ", several.Select(posted => $"'{posted.Event.Edition}'"))}."),
        };
    }

    private static bool IsNamed(Edition edition, string text) => edition.Symbol.Text == text || edition.ToString() == text;

    /// <summary>The end of the journal as it was recorded until then; as it is now where nothing is said.</summary>
    internal ValueTask<JournalHead> ReadHeadAsync(KnownAt? knownAt, CancellationToken cancellation) => knownAt switch
    {
        // CSV books have all their entries and no chain.
        _ when !IsStored => ValueTask.FromResult(new JournalHead(Count, default)),
        { Sequence: { } sequence } => Books.ReadHeadAsync(sequence, cancellation),
        { Instant: { } instant } => Books.ReadHeadAsync(instant, cancellation),
        _ => Books.ReadHeadAsync(cancellation),
    };


    public ValueTask DisposeAsync() => _stored?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static OpenedBooks OpenFolder(string path, Terminal terminal)
    {
        var balances = CsvBalances.Read(path);
        if (balances.Problems.Count > 0)
        {
            throw new CommandException(ExitCode.Unreadable, [.. balances.Problems.Select(ProblemText.Of)]);
        }

        if (balances.Refusals.Count > 0)
        {
            throw new CommandException(ExitCode.Differences, [.. balances.Refusals.Select(refusal => refusal.Text)]);
        }

        return new OpenedBooks(balances, new StreamedEntries(path, terminal.Clock), new BooksIdentity(
            NameOf(path, balances.MasterData), balances.Count, balances.Fingerprint.ToString(), balances.MasterData.IsIllustrative));
    }

    private static string NameOf(string path, MasterData masterData) =>
        masterData.Title.Length > 0 ? masterData.Title : Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
}

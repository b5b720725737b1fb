using System.CommandLine;
using TrustFund.Cli.Rendering;
using TrustFund.Interchange;
using TrustFund.Sqlite;
using TrustFund.Storage;

namespace TrustFund.Cli.Commands;

/// <summary><c>import BOOKS FOLDER-or-FILE</c>: takes in CSV books or a journal of hledger, all of it or nothing.</summary>
internal static class ImportCommand
{
    // More than anybody reads at once; the rest is counted.
    private const int ShownRefusals = 1000;

    internal static Command Create(Terminal terminal)
    {
        var books = new Argument<string>("BOOKS") { Description = "The SQLite file to import into (see init)." };
        var source = new Argument<string>("FOLDER-or-FILE")
        {
            Description = "A folder of CSV books (accounts.csv, funds.csv, donors.csv, books.csv, journal.csv), or a journal of hledger.",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read and check everything; write nothing." };
        var restore = new Option<bool>("--restore")
        {
            Description = "Make BOOKS from a CSV export as they were: same numbers, instants of recording and hashes, each proved.",
        };
        var command = new Command("import", "Import CSV books or a journal of hledger: everything or, where anything is refused, nothing. Example: trustfund import books.db csv-books")
        {
            books, source, dryRun, restore,
        };
        command.Run(terminal, (result, cancellation) =>
        {
            var (path, from, isDryRun) = (result.GetRequiredValue(books), result.GetRequiredValue(source), result.GetValue(dryRun));
            return result.GetValue(restore)
                ? RestoreAsync(terminal, path, from, isDryRun, cancellation)
                : ImportAsync(terminal, path, from, isDryRun, cancellation);
        });
        return command;
    }

    private static async Task<ExitCode> ImportAsync(
        Terminal terminal, string path, string source, bool isDryRun, CancellationToken cancellation)
    {
        RequireSource(source);
        if (!File.Exists(path))
        {
            throw new CommandException(ExitCode.Usage, $"There are no books '{path}'. Make them first: trustfund init {path}");
        }

        await using var books = OpenedBooks.Stored(path, terminal);
        var known = await books.ReadMasterDataAsync(cancellation).ConfigureAwait(false);
        IIncomingBooks incoming = Directory.Exists(source) ? CsvBooks.Open(source) : HledgerJournal.Read(source, known);
        var tally = new JournalTally();
        var gate = new ApprovalGate(MasterDataRules.Merge(known, incoming.MasterData).Merged.Settings);
        var outcome = await AddAsync(terminal, incoming, progress => books.ImportAsync(
            incoming.MasterData,
            gate.Watch(tally.Counted(progress.Counted(incoming.Entries, () => (incoming.RowsRead, incoming.BytesRead)), entry => entry)),
            keep: () => !isDryRun && incoming.Problems.Count == 0 && gate.Faults.Count == 0, cancellation)).ConfigureAwait(false);
        if (incoming is IncomingCsvBooks { HasEvents: true })
        {
            terminal.Message("events.csv was left out: periods, funds and editions stay as they are here. import --restore takes it in.");
        }

        return Tell(terminal, incoming, outcome, gate.Faults, tally, isDryRun, "Imported", incoming.MasterData.Settings.Where(setting => !known.Settings.ContainsKey(setting.Key)));
    }

    private static async Task<ExitCode> RestoreAsync(
        Terminal terminal, string path, string source, bool isDryRun, CancellationToken cancellation)
    {
        RequireSource(source);
        if (!Directory.Exists(source))
        {
            throw new CommandException(ExitCode.Usage, $"'{source}' is no folder: books are restored from an export to csv.");
        }

        var isNew = !File.Exists(path);
        var isKept = false;
        try
        {
            await using var books = isNew ? SqliteBooks.Create(path, terminal.Clock) : OpenedBooks.Stored(path, terminal);
            var incoming = CsvBooks.Open(source);
            var events = incoming.ReadEvents();
            var tally = new JournalTally();
            var outcome = await AddAsync(terminal, incoming, progress => books.RestoreAsync(
                incoming.MasterData,
                tally.Counted(progress.Counted(incoming.Journal, () => (incoming.RowsRead, incoming.BytesRead)), posted => posted.Entry),
                events, keep: () => !isDryRun && incoming.Problems.Count == 0, cancellation)).ConfigureAwait(false);
            isKept = outcome.IsKept;
            return Tell(terminal, incoming, outcome, [], tally, isDryRun, "Restored");
        }
        finally
        {
            if (isNew && !isKept)
            {
                File.Delete(path);
            }
        }
    }

    private static async Task<AppendResult> AddAsync(
        Terminal terminal, IIncomingBooks incoming, Func<Progress, ValueTask<AppendResult>> add)
    {
        AppendResult? outcome = null;
        await terminal.ProgressAsync("rows", incoming.Length, async progress => outcome = await add(progress).ConfigureAwait(false))
            .ConfigureAwait(false);
        return outcome!;
    }

    private static ExitCode Tell(
        Terminal terminal, IIncomingBooks incoming, AppendResult outcome, IReadOnlyList<string> unapproved, JournalTally tally, bool isDryRun, string done,
        IEnumerable<KeyValuePair<string, string>>? settings = null)
    {
        // Where something could not be read, what the books refuse may follow from that alone.
        if (incoming.Problems is { Count: > 0 } problems)
        {
            throw new CommandException(ExitCode.Unreadable,
                [.. problems.Select(ProblemText.Of), $"{JournalTally.Count(problems.Count, "problem", "problems")}; nothing was imported."]);
        }

        string[] refusals = [.. outcome.Refusals.Select(refusal => refusal.Text), .. unapproved];
        if (refusals.Length > 0)
        {
            throw new CommandException(ExitCode.Differences,
                [.. refusals.Take(ShownRefusals), $"{JournalTally.Count(refusals.Length, "refusal", "refusals")}; nothing was imported."]);
        }

        var already = outcome.AlreadyPosted > 0 ? FormattableString.Invariant($", {outcome.AlreadyPosted} were there already") : "";
        var entries = JournalTally.Count(outcome.Posted, "entry", "entries");
        terminal.Output.Write(
            (isDryRun
                ? $"{entries} can be imported{already}; nothing was imported (--dry-run).\n"
                : $"{done} {entries}{already}; fingerprint of the books {outcome.Head.Hash}\n")
            + tally.ToText(terminal.Clock.GetCurrentInstant().InUtc().Date)
            + string.Concat((settings ?? []).Select(setting => $"  setting{(isDryRun ? "" : " registered:")} {setting.Key} = {setting.Value}\n")) + (incoming.MasterData.IsIllustrative ? "** ILLUSTRATIVE **\n" : ""));
        return ExitCode.Done;
    }

    private static void RequireSource(string source)
    {
        if (!Path.Exists(source))
        {
            throw new CommandException(ExitCode.Usage, $"There is no folder '{source}' of CSV books, and no journal of that name.");
        }
    }
}

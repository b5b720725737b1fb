using System.Globalization;
using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>Reads the events of an export back, with the statements that were registered and the bytes of their files.</summary>
internal sealed class EventsReader(string folder, Register<Account> accounts, Register<Fund> funds, Register<Donor> donors, IReadOnlyDictionary<string, string> settings)
{
    private readonly CsvTable _events = new(Path.Combine(folder, "events.csv"));
    private readonly CsvTable _registered = new(Path.Combine(folder, "registered.csv"));
    private readonly CsvTable _editions = new(Path.Combine(folder, "editions.csv"));
    private readonly CsvTable _files = new(Path.Combine(folder, "edition-files.csv"));
    private readonly Dictionary<long, EventDraft> _drafts = [];
    private readonly HashSet<(string Noun, string Code)> _named = [];

    /// <summary>Whether a folder has events.</summary>
    internal static bool Has(string folder) => File.Exists(Path.Combine(folder, "events.csv"));

    /// <summary>The files that are read.</summary>
    internal IEnumerable<CsvTable> Tables => [_events, _registered, _editions, _files];

    /// <summary>Reads them; where there are problems, what comes of it is of no use.</summary>
    internal IReadOnlyList<RestoredEvent> Read()
    {
        ReadEvents();
        ReadRegistered();
        if (_drafts.Values.Any(draft => draft.Change.Kind == BooksEventKind.StatementRegistered))
        {
            ReadFiles();
            ReadEditions();
        }

        return Tables.All(table => table.Problems.IsEmpty) ? [.. _drafts.Values.OrderBy(draft => draft.Number).Select(draft => draft.ToRestored())] : [];
    }

    private void ReadEvents()
    {
        var last = 0L;
        var isBroken = false;
        foreach (var row in Sound(_events, CsvColumns.Events).Where(_ => !isBroken))
        {
            var number = Count(row, "number");
            var isEscaped = row["escaped"].Length > 0 && Word(row, "escaped", EventWords.Answers, out var answer) && answer;
            if (last > 0 && number == last && row["kind"].Length == 0 && _drafts.TryGetValue(last, out var before))
            {
                before.Reason.Add(Text(row, "reason", isEscaped));
            }
            else if (number is { } known && known != last + 1)
            {
                // Which events the rows below are of is not told: one break is reported, and they are read past.
                row.Problem("number", EventComplaints.OutOfOrder, Cells.Shown(row["number"]), (last + 1).ToString(CultureInfo.InvariantCulture));
                isBroken = true;
            }
            else
            {
                last++;
                if (DraftOf(row, last, isEscaped) is { } draft)
                {
                    _drafts.Add(last, draft);
                }
            }
        }

        foreach (var draft in _drafts.Values.Where(draft => draft.Change.Kind == BooksEventKind.PeriodReopened && string.IsNullOrWhiteSpace(draft.JoinedReason)))
        {
            _events.Problem(new TextPlace(draft.Line, _events.IndexOf("reason") + 1), EventComplaints.NotNamed, "reason");
        }
    }

    private static EventDraft? DraftOf(CsvRow row, long number, bool isEscaped)
    {
        var isRead = Word(row, "kind", EventWords.Kinds, out var kind) & row.TryOptionalCode<Fund>(row.At("fund"), out var fund)
            & row.TryOptionalPeriod(row.At("period"), out var period);
        var (after, afterHash) = (Count(row, "after"), row.Hash("after_hash", EventComplaints.NotAHash));
        var (recorded, hash) = (row.Recorded(), row.Hash("hash", EventComplaints.NotAHash));
        if (!isRead || !Names(row, kind) || after is null || afterHash is null || recorded is null || hash is null)
        {
            return null;
        }

        var draft = new EventDraft
        {
            Number = number,
            Line = row.Line,
            Recorded = recorded.Value,
            Hash = hash.Value,
            Change = new BooksEvent(kind, new JournalHead(after.Value, afterHash.Value), MasterData.Empty)
            {
                Fund = fund,
                Period = period,
                PreparedBy = Text(row, "prepared_by", isEscaped),
                ApprovedBy = Text(row, "approved_by", isEscaped),
                Authority = Text(row, "authority", isEscaped),
            },
        };
        draft.Reason.Add(Text(row, "reason", isEscaped));
        return draft;
    }

    // A text as it was before it was written; null where there is none. A line of a reason may be blank.
    private static string? Text(CsvRow row, string column, bool isEscaped)
    {
        var text = row.Text(row.At(column));
        var isStated = column == "reason" ? text.Length > 0 : !text.IsWhiteSpace();
        if (!isStated || !isEscaped)
        {
            return isStated ? text.ToString() : null;
        }

        if (EscapedText.Undo(text) is { } read)
        {
            return read;
        }

        row.Problem(column, EventComplaints.NotEscaped, Cells.Shown(text));
        return null;
    }

    // Whether it names what an event of its kind does, and no more; its reason is judged with all its lines.
    private static bool Names(CsvRow row, BooksEventKind kind)
    {
        bool Named(string column, bool isNeeded)
        {
            var isStated = row[column].Length > 0;
            if (isStated != isNeeded)
            {
                row.Problem(column, isNeeded ? EventComplaints.NotNamed : EventComplaints.NotOfItsKind, isNeeded ? [column] : [Cells.Shown(row[column]), column]);
            }

            return isStated == isNeeded;
        }

        return Named("fund", kind != BooksEventKind.Registration)
            & Named("period", kind is not (BooksEventKind.Registration or BooksEventKind.FundClosed));
    }

    private void ReadRegistered()
    {
        foreach (var row in Sound(_registered, CsvColumns.Registered))
        {
            var draft = DraftOf(row, BooksEventKind.Registration);
            if (Word(row, "noun", EventWords.Nouns, out var noun) && draft is not null)
            {
                var code = row["code"];
                if (!_named.Add((noun, code)))
                {
                    row.Problem("code", EventComplaints.RegisteredTwice, noun, Cells.Shown(code));
                }
                else if (!TryRegister(draft, noun, code))
                {
                    row.Problem("code", JournalComplaints.UnknownReference, noun, Cells.Shown(code), FileOf(noun));
                }
            }
        }

        if (_registered.Problems.IsEmpty && _events.Problems.IsEmpty)
        {
            NeverRegistered("account", accounts.Items.Select(account => account.Code.Text));
            NeverRegistered("fund", funds.Items.Select(fund => fund.Code.Text));
            NeverRegistered("donor", donors.Items.Select(donor => donor.Code.Text));
            NeverRegistered("setting", settings.Keys);
        }
    }

    private bool TryRegister(EventDraft draft, string noun, string code)
    {
        switch (noun)
        {
            case "account" when accounts.TryFind(code, out var account):
                draft.Accounts.Add(account);
                return true;
            case "fund" when funds.TryFind(code, out var fund):
                draft.Funds.Add(fund);
                return true;
            case "donor" when donors.TryFind(code, out var donor):
                draft.Donors.Add(donor);
                return true;
            case "setting" when settings.TryGetValue(code, out var value):
                draft.Settings.Add(code, value);
                return true;
            default:
                return false;
        }
    }

    private void NeverRegistered(string noun, IEnumerable<string> codes)
    {
        foreach (var code in codes.Where(code => !_named.Contains((noun, code))))
        {
            _registered.Problem(new TextPlace(1, 1), EventComplaints.NeverRegistered, noun, Cells.Shown(code), FileOf(noun));
        }
    }

    private void ReadFiles()
    {
        foreach (var row in Sound(_files, CsvColumns.EditionFiles))
        {
            var draft = DraftOf(row, BooksEventKind.StatementRegistered);
            var hash = row.Hash("sha256", EventComplaints.NotAHash);
            if (Word(row, "role", EventWords.Roles, out var role) && draft is not null && hash is { } registered && BytesOf(row, registered) is { } bytes)
            {
                if (Built(row, "name", () => new EditionContents(role, row.Text(row.At("name")).ToString(), row.Text(row.At("format")).ToString(), bytes)) is { } contents)
                {
                    draft.Files.Add(contents);
                }
            }
        }
    }

    private byte[]? BytesOf(CsvRow row, Sha256Hash registered)
    {
        var path = Path.Combine(folder, "editions", registered.ToString());
        if (!File.Exists(path))
        {
            row.Problem("sha256", EventComplaints.NoFile, registered.ToString());
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        if (Sha256Hash.Of(bytes) is var found && found != registered)
        {
            row.Problem("sha256", EventComplaints.FileDiffers, registered.ToString(), found.ToString());
            return null;
        }

        return bytes;
    }

    private void ReadEditions()
    {
        var met = new HashSet<EventDraft>();
        foreach (var row in Sound(_editions, CsvColumns.Editions))
        {
            if (DraftOf(row, BooksEventKind.StatementRegistered) is not { } draft)
            {
                continue;
            }

            if (!met.Add(draft))
            {
                row.Problem("event", EventComplaints.EditionTwice, Cells.Shown(row["event"]));
                continue;
            }

            draft.Edition = EditionOf(row, draft);
        }

        foreach (var draft in _drafts.Values.Where(draft => _editions.IsWhole && draft.Change.Kind == BooksEventKind.StatementRegistered && !met.Contains(draft)))
        {
            _editions.Problem(new TextPlace(1, 1), EventComplaints.NoEdition, draft.Number.ToString(CultureInfo.InvariantCulture));
        }
    }

    private Edition? EditionOf(CsvRow row, EventDraft draft)
    {
        var isRead = Word(row, "status", EventWords.Statuses, out var status) & Word(row, "closing", EventWords.Closings, out var closing)
            & Word(row, "restated", EventWords.Answers, out var isRestated) & row.TryOptionalDate(row.At("authorized_on"), out var authorizedOn);
        var (date, through) = (row.Date(row.At("date")), row.Date(row.At("through")));
        var (symbol, sequence, head) = (row.Code<Edition>(row.At("symbol")), Count(row, "sequence"), row.Hash("head", EventComplaints.NotAHash));
        var corrects = row["corrects"].Length == 0 ? null : Count(row, "corrects");
        if (!isRead || date is null || through is null || symbol is null || sequence is null || head is null
            || (row["corrects"].Length > 0 && corrects is null) || !_files.Problems.IsEmpty)
        {
            return null;
        }

        return Built(row, "symbol", () => new Edition(
            symbol.Value, row["language"], date.Value, status,
            new LedgerCutoff(through.Value, Closing: closing, AsRestated: isRestated) { Sequence = sequence.Value },
            new JournalHead(sequence.Value, head.Value), row.Text(row.At("template")).ToString(), draft.Files.Select(contents => contents.File))
        {
            AuthorizedOn = authorizedOn,
            AuthorizedBy = row.OptionalText(row.At("authorized_by")),
            Corrects = corrects,
        });
    }

    private EventDraft? DraftOf(CsvRow row, BooksEventKind kind)
    {
        if (Count(row, "event") is { } number && _drafts.TryGetValue(number, out var draft) && draft.Change.Kind == kind)
        {
            return draft;
        }

        // Where events could not be read, which of them these are of is not told.
        if (_events.Problems.IsEmpty)
        {
            row.Problem("event", EventComplaints.NoSuchEvent, Cells.Shown(row["event"]), EventWords.Of(EventWords.Kinds, kind));
        }

        return null;
    }

    private static TItem? Built<TItem>(CsvRow row, string column, Func<TItem> build)
        where TItem : class
    {
        try
        {
            return build();
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            row.Problem(column, EventComplaints.NotAnEdition, Cells.Shown(row[column]), exception.Message);
            return null;
        }
    }

    private static IEnumerable<CsvRow> Sound(CsvTable table, CsvColumns columns) =>
        table.Rows(columns.Check).Where(row => row.Fault == CsvRowFault.None);

    private static bool Word<TValue>(CsvRow row, string column, (string Word, TValue Value)[] words, out TValue value)
    {
        var text = row[column];
        var index = Array.FindIndex(words, pair => pair.Word == text);
        value = words[Math.Max(index, 0)].Value;
        if (index < 0)
        {
            row.Problem(column, EventComplaints.UnknownWord, Cells.Shown(text), string.Join(", ", words.Select(pair => pair.Word)));
        }

        return index >= 0;
    }

    private static long? Count(CsvRow row, string column)
    {
        if (long.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        row.Problem(column, EventComplaints.NotACount, Cells.Shown(row[column]));
        return null;
    }

    private static string FileOf(string noun) => noun == "setting" ? "books.csv" : noun + "s.csv";
}

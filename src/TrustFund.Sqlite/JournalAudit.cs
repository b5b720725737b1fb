using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>
/// One pass over the journal: every entry built again and hashed, what it refers to, what it counts, and
/// whether its periods were open, the balances rolled up from it.
/// </summary>
internal sealed class JournalAudit
{
    private readonly Session _session;
    private readonly Findings _findings;
    private readonly RollupAudit _rollups;
    private readonly ChainAudit _chain;
    private readonly PeriodWalk _periods;
    private JournalHead _head = new(0, default);
    private Instant _recorded = Instant.MinValue;
    private long _entries;
    private long _postings;
    private long _details;

    private JournalAudit(Session session, Findings findings, ChainAudit chain)
    {
        (_session, _findings, _chain) = (session, findings, chain);
        _rollups = new RollupAudit(session, findings);
        _periods = new PeriodWalk(Changes(session));
    }

    internal static (long Entries, JournalHead Head) Run(Session session, Findings findings, CancellationToken cancellation)
    {
        try
        {
            using var chain = new ChainAudit();
            var audit = new JournalAudit(session, findings, chain);
            audit.Run(cancellation);
            return (audit._entries, audit._head);
        }
        catch (BooksException exception) when (exception.Failure == BooksFailure.Corrupt)
        {
            findings.Add("reference", null, null, exception.Message);
            return (session.Scalar("SELECT count(*) FROM entry"), new JournalHead(0, default));
        }
    }

    private void Run(CancellationToken cancellation)
    {
        var after = long.MinValue;
        while (TryRun(ref after, cancellation))
        {
            // An entry that cannot be built ends the reading; it goes on after it.
        }

        _chain.Finish(_findings);
        _rollups.Finish();
        if (_session.Scalar("SELECT count(*) FROM posting") != _postings
            || _session.Scalar("SELECT (SELECT count(*) FROM entry_detail) + (SELECT count(*) FROM posting_detail) + (SELECT count(*) FROM voucher)") != _details)
        {
            Leftovers();
        }
    }

    private bool TryRun(ref long after, CancellationToken cancellation)
    {
        try
        {
            var reader = new EntryReader(_session);
            foreach (var posted in reader.Read(EntrySelection.All, after))
            {
                cancellation.ThrowIfCancellationRequested();
                Check(posted, reader);
            }

            return false;
        }
        catch (UnreadableEntryException exception)
        {
            Find("balance", exception.Sequence, exception.Id, $"It is not an entry that could have been posted: {exception.Message}");
            _entries++;
            _rollups.Stop(exception.Sequence);
            after = exception.Sequence;
            _head = new JournalHead(after, exception.Hash);
            return true;
        }
    }

    private void Check(PostedEntry posted, EntryReader reader)
    {
        var (sequence, id) = (posted.Sequence, posted.Entry.Id.Text);
        _entries++;
        if (sequence != _head.Sequence + 1)
        {
            Find("sequence", sequence, id, FormattableString.Invariant($"It is number {sequence} where number {_head.Sequence + 1} was expected: an entry is missing or was put in."));
        }

        if (posted.Recorded < _recorded)
        {
            Find("recorded", sequence, id, "It was recorded before the entry before it.");
        }

        _chain.Add(posted, _head.Hash);
        CheckRows(posted.Entry, reader, sequence, id);
        CheckPeriods(posted.Entry, _periods.Before(sequence), sequence);

        // What follows is held against the hash that stands here, so that one change is one finding.
        (_head, _recorded) = (new JournalHead(sequence, posted.Hash), posted.Recorded);
    }

    private void CheckRows(JournalEntry entry, EntryReader reader, long sequence, string id)
    {
        var raw = reader.Raw;
        if (raw.PostingCount != raw.Postings.Count || raw.DetailCount != reader.DetailsRead)
        {
            Find("reference", sequence, id, "It does not have the postings, details and vouchers that it counts.");
        }

        if (reader.IsOutOfLine)
        {
            Find("sequence", sequence, id, "A posting or voucher is not on the line that it was written on.");
        }

        if (entry.Reverses is { } reverses
            && _session.Prepare("SELECT count(*) FROM entry WHERE id = ? AND sequence < ?").Bind(reverses.Text).Bind(sequence).Scalar() == 0)
        {
            Find("reference", sequence, id, $"It reverses {reverses}, which is not among the entries before it.");
        }

        (_postings, _details) = (_postings + raw.Postings.Count, _details + reader.DetailsRead);
        _rollups.Add(entry, raw);
    }

    private void CheckPeriods(JournalEntry entry, PeriodStates states, long sequence)
    {
        if (ReferenceEquals(states, PeriodStates.Open) || states.Fault(entry) is null)
        {
            return;
        }

        foreach (var fund in entry.Postings.Select(posting => posting.Fund.Code).Distinct())
        {
            if (states.FundClosed(fund) is { } closed)
            {
                Find("period", sequence, entry.Id.Text, FormattableString.Invariant(
                    $"It posts to fund {fund}, which event {closed.Number} had closed before it was recorded: it was put in past the books' rules."));
            }
            else if (states.Hindrance(fund, entry.Date, entry.Kind) is { } live)
            {
                var done = live.Event.Kind == BooksEventKind.PeriodClosed ? "closed" : "begun to close";
                Find("period", sequence, entry.Id.Text, FormattableString.Invariant(
                    $"It posts to fund {fund}, whose period {live.Event.Period} event {live.Number} had {done} before it was recorded: it was put in past the books' rules."));
            }
        }
    }

    // Events that could never have been recorded are named by their own audit.
    private static IReadOnlyList<PostedEvent> Changes(Session session)
    {
        try
        {
            return EventReader.ReadChanges(session);
        }
        catch (BooksException exception) when (exception.Failure == BooksFailure.Corrupt)
        {
            return [];
        }
    }

    private void Leftovers()
    {
        var rows = _session.Prepare(
            """
            SELECT 'posting', sequence FROM posting WHERE sequence NOT IN (SELECT sequence FROM entry)
            UNION SELECT 'entry_detail', sequence FROM entry_detail WHERE sequence NOT IN (SELECT sequence FROM entry)
            UNION SELECT 'voucher', sequence FROM voucher WHERE sequence NOT IN (SELECT sequence FROM entry)
            UNION SELECT 'posting_detail', sequence FROM posting_detail AS d
                WHERE NOT EXISTS (SELECT 1 FROM posting AS p WHERE p.sequence = d.sequence AND p.line = d.line)
            ORDER BY 2
            """);
        while (rows.Step())
        {
            Find("reference", rows.Long(1), null, FormattableString.Invariant(
                $"A row of the table {rows.Text(0)} for number {rows.Long(1)} belongs to nothing: it was put in from outside and counts for nothing."));
        }
    }

    private void Find(string check, long sequence, string? id, string text) => _findings.Add(check, sequence, id, text);
}

using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>
/// Fills empty books with a journal and the events beside it, in one transaction: the entries up to an
/// event, the event, the entries after it. Each meets the rules of the books as they stood then.
/// </summary>
/// <param name="session">A session in a transaction to write, triggers off.</param>
/// <param name="events">The events in the order of their numbers; none where master data is registered now.</param>
/// <param name="clock">Tells when what no event registered is registered.</param>
internal sealed class Restoration(Session session, IReadOnlyList<RestoredEvent> events, IClock clock)
{
    private readonly List<Refusal> _refusals = [];
    private readonly JournalHead _before = Journal.ReadHead(session).Head;
    private List<PostedEvent>? _editions;
    private Append? _append;
    private long _posted;
    private int _next;

    internal AppendResult Run(MasterData masterData, IEnumerable<PostedEntry> journal, Func<bool>? keep, CancellationToken cancellation)
    {
        if (events.Count == 0)
        {
            _refusals.AddRange(Registration.Add(session, masterData, clock));
        }

        var merged = MasterDataRules.Merge(session.Tables().MasterData, masterData).Merged;
        _append = events.Count == 0 ? new Append(session, merged, isBulk: true, _refusals) : Begin();
        _append.RequireEmpty();
        foreach (var posted in journal)
        {
            cancellation.ThrowIfCancellationRequested();
            Take(posted);
        }

        End();
        RestoreEvents(through: long.MaxValue);
        if (_refusals.Count == 0)
        {
            _refusals.AddRange(Registration.Add(session, masterData, clock));
        }

        var isKept = _refusals.Count == 0 && (keep?.Invoke() ?? true);
        return new AppendResult(
            _refusals.Count == 0 ? _posted : 0, 0, _refusals, isKept ? Journal.ReadHead(session).Head : _before, isKept);
    }

    // Once something is refused, what follows is only read, so that whoever reads can tell all that is wrong with it.
    private void Take(PostedEntry posted)
    {
        if (_next < events.Count && events[_next].Posted.Event.After.Sequence < posted.Sequence && _append is not null)
        {
            End();
            RestoreEvents(posted.Sequence - 1);
            _append = _refusals.Count == 0 ? Begin() : null;
        }

        _append?.Restore(posted);
    }

    private Append Begin() => new(session, session.Tables().MasterData, isBulk: true, []);

    private void End()
    {
        if (_append?.Result(keep: null) is { } result)
        {
            _refusals.AddRange(result.Refusals.Except(_refusals));
            _posted += result.Posted;
        }

        _append = null;
    }

    private void RestoreEvents(long through)
    {
        for (; _refusals.Count == 0 && _next < events.Count && events[_next].Posted.Event.After.Sequence <= through; _next++)
        {
            session.WithTriggers(true, () => Restore(events[_next]));
        }
    }

    private bool Restore(RestoredEvent restored)
    {
        var (number, hash, recorded) = EventWriter.Last(session);
        _editions ??= [.. EventReader.Editions(session)];
        if (RestoreRules.Fault(
            restored, recorded is null ? null : (number, hash, recorded.Value), Journal.ReadHead(session).Head, session.Periods(), session.Tables().MasterData,
            _editions, sequence => Journal.ReadHead(session, sequence).Head) is { } fault)
        {
            _refusals.Add(fault);
            return false;
        }

        if (restored.Posted.Event.Edition is { } edition)
        {
            Editions.Insert(session, edition, restored.Posted.Number, restored.Contents);
            _editions.Add(restored.Posted);
        }

        Registration.Insert(session, restored.Posted.Event.Registered, restored.Posted.Number);
        EventWriter.Add(session, restored.Posted);
        return true;
    }
}

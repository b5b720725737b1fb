using System.Collections.Concurrent;
using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>
/// Posts single entries of callers that come at the same time in one commit: a caller that finds nobody
/// committing commits at once, on its own thread; those that come meanwhile wait, and are posted together
/// in the next commit. A refused entry keeps none of the others out. Nobody is answered before the commit.
/// </summary>
internal sealed class SharedCommit(Database database, IClock clock)
{
    private const int Most = 1000;

    private readonly ConcurrentQueue<Waiting> _queue = new();
    private int _isCommitting;

    internal ValueTask<AppendResult> AppendAsync(JournalEntry entry)
    {
        var waiting = new Waiting(entry, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _queue.Enqueue(waiting);
        if (TryBegin())
        {
            while (!waiting.Answer.Task.IsCompleted)
            {
                CommitWaiting();
            }

            End();
        }

        return new(waiting.Answer.Task);
    }

    private bool TryBegin() => Interlocked.CompareExchange(ref _isCommitting, 1, 0) == 0;

    // Who came after the last look into the queue, and found somebody committing, is not left waiting.
    private void End()
    {
        Volatile.Write(ref _isCommitting, 0);
        if (!_queue.IsEmpty && TryBegin())
        {
            _ = Task.Run(() =>
            {
                CommitWaiting();
                End();
            });
        }
    }

    private void CommitWaiting()
    {
        var taken = new List<Waiting>();
        while (taken.Count < Most && _queue.TryDequeue(out var next))
        {
            taken.Add(next);
        }

        try
        {
            foreach (var (waiting, result) in taken.Zip(Commit(taken)))
            {
                waiting.Answer.SetResult(result);
            }
        }
        catch (Exception exception)
        {
            // All of them were in the transaction that failed; each caller is told.
            taken.ForEach(waiting => waiting.Answer.SetException(exception));
        }
    }

    private List<AppendResult> Commit(List<Waiting> taken) => database.Write(session =>
    {
        var append = new Append(session, session.Tables().MasterData, isBulk: false, []);
        var results = new List<AppendResult>(taken.Count);
        foreach (var waiting in taken)
        {
            var before = (append.RefusalCount, append.Posted);
            append.Add(waiting.Entry, clock.GetCurrentInstant());
            results.Add(append.ResultOfOne(before.RefusalCount, before.Posted));
        }

        return (results, append.Posted > 0);
    });

    private sealed record Waiting(JournalEntry Entry, TaskCompletionSource<AppendResult> Answer);
}

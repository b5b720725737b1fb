using System.Collections.Concurrent;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>
/// Holds every entry against its hash and the hash before it. Each stored hash is proved by itself, so this
/// goes on beside the reading, on a thread of its own; what it finds is told when it has ended.
/// </summary>
internal sealed class ChainAudit : IDisposable
{
    // Few at a time, so that the entries die young.
    private const int BatchSize = 64;

    private const int MostBatches = 4;

    private readonly BlockingCollection<List<(PostedEntry Posted, Sha256Hash Before)>> _batches = new(MostBatches);
    private readonly Findings _found = new();
    private readonly Task _checking;
    private List<(PostedEntry Posted, Sha256Hash Before)> _batch = new(BatchSize);

    internal ChainAudit() => _checking = Task.Factory.StartNew(
        Check, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Has an entry checked.</summary>
    /// <param name="posted">The entry with the hash that stands in the books.</param>
    /// <param name="before">The hash that stands there of the entry before it, so that one change is one finding.</param>
    internal void Add(PostedEntry posted, Sha256Hash before)
    {
        _batch.Add((posted, before));
        if (_batch.Count == BatchSize)
        {
            Send();
        }
    }

    /// <summary>Waits until all are checked, and tells what was found.</summary>
    internal void Finish(Findings findings)
    {
        Send();
        _batches.CompleteAdding();
        _checking.GetAwaiter().GetResult();
        findings.Add(_found);
    }

    public void Dispose()
    {
        _batches.CompleteAdding();
        ((IAsyncResult)_checking).AsyncWaitHandle.WaitOne();
        _batches.Dispose();
    }

    private void Send()
    {
        // Where checking has failed, nobody takes what is sent any more; Finish tells why.
        while (!_batches.TryAdd(_batch, millisecondsTimeout: 100) && !_checking.IsCompleted)
        {
            // The checking is behind.
        }

        _batch = new(BatchSize);
    }

    private void Check()
    {
        var encoder = new EntryEncoder();
        foreach (var batch in _batches.GetConsumingEnumerable())
        {
            foreach (var (posted, before) in batch)
            {
                encoder.Encode(posted.Entry);
                var expected = encoder.Link(before, posted.Sequence, posted.Recorded);
                if (posted.Hash != expected)
                {
                    _found.Add("chain", posted.Sequence, posted.Entry.Id.Text, $"Its hash is {posted.Hash}; its contents and the entry before it give {expected}. The entry was changed, or the one before it.");
                }
            }
        }
    }
}

using System.Collections.Concurrent;

namespace TrustFund.Interchange;

/// <summary>
/// Reads on a thread of its own, a little ahead of who asks: making entries of text takes about as long
/// as storing them, and this way goes on beside it. What reading throws is thrown to who asks.
/// </summary>
internal static class ReadAhead
{
    private const int BatchSize = 64;

    private const int MostBatches = 4;

    /// <summary>The same items in the same order. Once enumeration has ended, however it ended, nothing is read any more.</summary>
    internal static IEnumerable<TItem> Of<TItem>(IEnumerable<TItem> items)
    {
        using var batches = new BlockingCollection<List<TItem>>(MostBatches);
        using var ending = new CancellationTokenSource();
        var reading = Task.Factory.StartNew(
            () => Read(items, batches, ending.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var batch in batches.GetConsumingEnumerable())
            {
                foreach (var item in batch)
                {
                    yield return item;
                }
            }

            reading.GetAwaiter().GetResult();
        }
        finally
        {
            ending.Cancel();
            ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
        }
    }

    private static void Read<TItem>(IEnumerable<TItem> items, BlockingCollection<List<TItem>> batches, CancellationToken ending)
    {
        try
        {
            var batch = new List<TItem>(BatchSize);
            foreach (var item in items)
            {
                batch.Add(item);
                if (batch.Count == BatchSize)
                {
                    batches.Add(batch, ending);
                    batch = new List<TItem>(BatchSize);
                }
            }

            batches.Add(batch, ending);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Nobody asks any more.
        }
        finally
        {
            batches.CompleteAdding();
        }
    }
}

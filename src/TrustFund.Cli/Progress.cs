using System.Runtime.CompilerServices;

namespace TrustFund.Cli;

/// <summary>Tells how far long work has come; without a terminal it tells nobody.</summary>
/// <param name="report">Told how many items, and how far of the whole.</param>
internal sealed class Progress(Action<long, long>? report)
{
    // Often enough for the eye, and so rarely that it costs nothing.
    private const long Every = 1 << 10;

    private long _count;

    /// <summary>The same items, counted: each is one part of the whole.</summary>
    internal async IAsyncEnumerable<TItem> Counted<TItem>(
        IAsyncEnumerable<TItem> items, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var item in items.WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (++_count % Every == 0)
            {
                report?.Invoke(_count, _count);
            }

            yield return item;
        }
    }

    /// <summary>The same items; how far they have come is asked for now and then.</summary>
    internal IEnumerable<TItem> Counted<TItem>(IEnumerable<TItem> items, Func<(long Count, long Done)> position)
    {
        foreach (var item in items)
        {
            if (++_count % Every == 0 && report is not null)
            {
                var (count, done) = position();
                report(count, done);
            }

            yield return item;
        }
    }
}

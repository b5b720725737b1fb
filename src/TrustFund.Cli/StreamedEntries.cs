using System.Runtime.CompilerServices;
using NodaTime;
using TrustFund.Interchange;
using TrustFund.Storage;

namespace TrustFund.Cli;

/// <summary>The entries of a folder of CSV books, read again each time, numbered and chained as if they were recorded now.</summary>
internal sealed class StreamedEntries(string folder, IClock clock)
{
    internal async IAsyncEnumerable<PostedEntry> ReadAsync(
        EntrySelection selection, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var encoder = new EntryEncoder();
        var recorded = clock.GetCurrentInstant();
        var (sequence, previous) = (0L, default(Sha256Hash));
        foreach (var entry in CsvBooks.Open(folder).Entries)
        {
            cancellation.ThrowIfCancellationRequested();
            encoder.Encode(entry);
            previous = encoder.Link(previous, ++sequence, recorded);
            if (selection.Selects(entry))
            {
                yield return new PostedEntry(sequence, recorded, previous, entry);
            }
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }
}

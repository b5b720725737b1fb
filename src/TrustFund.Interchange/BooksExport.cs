using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>Writes books into a folder of their own, for other programs and for safe-keeping.</summary>
public static class BooksExport
{
    private const string Unfinished = ".unfinished";

    /// <summary>
    /// Writes books. They are written beside the folder first and moved there when all is written: where
    /// anything stops it, nothing is there.
    /// </summary>
    /// <param name="folder">The folder: none yet, or an empty one.</param>
    /// <param name="format">What to write.</param>
    /// <param name="masterData">Accounts, funds, donors, settings.</param>
    /// <param name="journal">The journal from its first entry, streamed.</param>
    /// <param name="isRecorded">Whether the books have recorded instants and a chain to write.</param>
    /// <param name="events">What happened besides entries, which CSV books hold with the entries; null for none, or to leave it out.</param>
    /// <param name="cancellation">Stops the writing; nothing is then there.</param>
    /// <exception cref="IOException">The folder is not empty, or the disk failed.</exception>
    /// <exception cref="ExportException">The format cannot hold what the books hold.</exception>
    public static async Task WriteAsync(
        string folder, ExportFormat format, MasterData masterData, IAsyncEnumerable<PostedEntry> journal, bool isRecorded,
        BooksEvents? events = null, CancellationToken cancellation = default)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        RequireEmpty(target);
        var unfinished = target + Unfinished;
        if (Directory.Exists(unfinished))
        {
            // Left by an export that was killed.
            Directory.Delete(unfinished, recursive: true);
        }

        Directory.CreateDirectory(unfinished);
        try
        {
            await (format switch
            {
                ExportFormat.Csv => CsvBooksWriter.WriteAsync(unfinished, masterData, journal, isRecorded, cancellation),
                ExportFormat.Hledger => HledgerWriter.WriteAsync(unfinished, masterData, journal, cancellation),
                _ => BeancountWriter.WriteAsync(unfinished, masterData, journal, cancellation),
            }).ConfigureAwait(false);
            if (format == ExportFormat.Csv && events is not null)
            {
                await CsvEventsWriter.WriteAsync(unfinished, events).ConfigureAwait(false);
            }

            RequireEmpty(target);
            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(unfinished, target);
        }
        catch
        {
            Directory.Delete(unfinished, recursive: true);
            throw;
        }
    }

    /// <summary>Whether books can be exported into a folder: there is none, or it is empty.</summary>
    /// <param name="folder">The folder.</param>
    public static bool IsFree(string folder) =>
        !File.Exists(folder) && (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any());

    private static void RequireEmpty(string folder)
    {
        if (!IsFree(folder))
        {
            throw new IOException($"{Path.GetFileName(folder)} is there already and not empty; it was left as it is.");
        }
    }
}

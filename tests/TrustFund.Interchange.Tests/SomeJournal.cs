using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Interchange.Tests;

/// <summary>Entries as books would hold them, and folders they are exported to.</summary>
internal static class SomeJournal
{
    /// <summary>Numbers, instants and hashes for entries, as a store gives them.</summary>
    internal static IReadOnlyList<PostedEntry> Recorded(IEnumerable<JournalEntry> entries)
    {
        var journal = new List<PostedEntry>();
        foreach (var entry in entries)
        {
            var sequence = journal.Count + 1;
            var recorded = Instant.FromUtc(2017, 3, 31, 12, 0) + Duration.FromNanoseconds(123_456_789L * sequence);
            var hash = CanonicalEncoding.Link(journal.LastOrDefault()?.Hash ?? default, sequence, recorded, CanonicalEncoding.Encode(entry));
            journal.Add(new PostedEntry(sequence, recorded, hash, entry));
        }

        return journal;
    }

    /// <summary>Exports books into a folder below another, and says which.</summary>
    internal static string Export(
        BooksFolder below, string name, ExportFormat format, MasterData masterData, IEnumerable<PostedEntry> journal, bool isRecorded = true)
    {
        var folder = below[name];
        BooksExport.WriteAsync(folder, format, masterData, journal.ToAsyncEnumerable(), isRecorded).GetAwaiter().GetResult();
        return folder;
    }

    internal static IEnumerable<string> Encoded(IEnumerable<JournalEntry> entries) =>
        entries.Select(entry => $"{entry}: {Convert.ToHexString(CanonicalEncoding.Encode(entry))}");

    /// <summary>All files of a folder with their contents.</summary>
    internal static IReadOnlyDictionary<string, string> Files(string folder) =>
        Directory.EnumerateFiles(folder).ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
}

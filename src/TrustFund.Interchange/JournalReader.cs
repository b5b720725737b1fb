using System.Globalization;

namespace TrustFund.Interchange;

/// <summary>Reads <c>journal.csv</c>: one row a posting, the rows of an entry together.</summary>
internal static class JournalReader
{
    /// <summary>The entries that can be read, in the order of the file, one at a time.</summary>
    /// <param name="table">The file.</param>
    /// <param name="columns">Told its header.</param>
    /// <param name="assembler">Makes entries of rows.</param>
    internal static IEnumerable<JournalEntry> Read(CsvTable table, JournalColumns columns, EntryAssembler assembler)
    {
        foreach (var rows in EntryRows.Of(table, columns))
        {
            if (assembler.Assemble(rows) is { } entry)
            {
                yield return entry;
            }
        }
    }

    /// <summary>The same with the number, instant and hash that other books gave them.</summary>
    /// <param name="table">The file.</param>
    /// <param name="columns">Told its header.</param>
    /// <param name="assembler">Makes entries of rows.</param>
    internal static IEnumerable<PostedEntry> ReadPosted(CsvTable table, JournalColumns columns, EntryAssembler assembler)
    {
        foreach (var rows in EntryRows.Of(table, columns))
        {
            var entry = assembler.Assemble(rows);
            var first = rows.Rows[0];
            if (!rows.HasFirst || first.Fault != CsvRowFault.None)
            {
                continue;
            }

            var (sequence, recorded, hash) = (SequenceOf(first), first.Recorded(), first.Hash("hash", JournalComplaints.NotAnEntryHash));
            if (entry is not null && sequence is not null && recorded is not null && hash is not null)
            {
                yield return new PostedEntry(sequence.Value, recorded.Value, hash.Value, entry);
            }
        }
    }

    private static long? SequenceOf(CsvRow row)
    {
        if (long.TryParse(row["sequence"], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence > 0)
        {
            return sequence;
        }

        row.Problem("sequence", JournalComplaints.NotASequence, Cells.Shown(row["sequence"]));
        return null;
    }
}

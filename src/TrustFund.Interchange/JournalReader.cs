namespace TrustFund.Interchange;

/// <summary>Reads <c>journal.csv</c>: one row a posting, the rows of an entry together.</summary>
internal static class JournalReader
{
    /// <summary>The entries that can be read, in the order of the file, one at a time.</summary>
    /// <param name="table">The file.</param>
    /// <param name="assembler">Makes entries of rows.</param>
    internal static IEnumerable<JournalEntry> Read(CsvTable table, EntryAssembler assembler)
    {
        foreach (var rows in EntryRows.Of(table))
        {
            if (assembler.Assemble(rows) is { } entry)
            {
                yield return entry;
            }
        }
    }
}

using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>
/// Reads <c>journal.csv</c>: one row a posting, the rows of an entry together. An entry with a row that
/// cannot be read is left out, and only what is wrong with the row is reported.
/// </summary>
internal sealed class JournalReader(MasterData masterData, List<ReadingProblem> problems)
{
    private readonly PostingReader _postings = new(masterData);
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>The entries in the order of the file, streamed.</summary>
    internal IEnumerable<JournalEntry> Read(string path)
    {
        var rows = new List<CsvRow>();
        foreach (var row in CsvTable.Open(path, problems).Rows(CsvColumns.Journal.Check))
        {
            if (rows.Count > 0 && rows[0]["entry"] != row["entry"])
            {
                if (Entry(rows) is { } entry)
                {
                    yield return entry;
                }

                rows.Clear();
            }

            rows.Add(row);
        }

        if (rows.Count > 0 && Entry(rows) is { } last)
        {
            yield return last;
        }
    }

    private JournalEntry? Entry(List<CsvRow> rows)
    {
        var header = EntryHeader.Read(rows);
        var postings = rows.Select(_postings.Read).ToList();
        var first = rows[0];
        var id = first["entry"];
        if (id.Length > 0 && !_lines.TryAdd(id, first.Line))
        {
            first.Problem("entry", $"entry '{Cells.Shown(id)}' a second time (first in line {_lines[id]})", "the rows of an entry together, and each entry once",
                "Put the rows together, or give the second entry an id of its own.");
            return null;
        }

        if (header is null || postings.Contains(null))
        {
            return null;
        }

        try
        {
            return header.ToEntry(postings!);
        }
        catch (UnbalancedEntryException exception)
        {
            first.Problem("entry", exception.Message.TrimEnd('.'), "debits equal to credits in each fund", "Correct the amounts, or add the posting that is missing.");
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            first.Problem("entry", exception.Message.TrimEnd('.'), "an entry that the books can keep", "Correct the entry.");
        }

        return null;
    }
}

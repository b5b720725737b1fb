namespace TrustFund.Interchange;

/// <summary>The rows of <c>journal.csv</c> that stand together under one entry id.</summary>
/// <param name="Id">The id as written.</param>
/// <param name="Rows">The rows of the right shape, in the order of the file.</param>
/// <param name="HasFirst">Whether the entry begins with them: not where a row before them, one that cannot be read, may be the first.</param>
/// <param name="AreAll">Whether these are all rows of the entry: the same for rows before, among and after them.</param>
internal sealed record EntryRows(string Id, IReadOnlyList<CsvRow> Rows, bool HasFirst, bool AreAll)
{
    /// <summary>Puts rows together that follow each other under one id.</summary>
    /// <param name="table">The journal.</param>
    internal static IEnumerable<EntryRows> Of(CsvTable table)
    {
        var rows = new List<CsvRow>();
        var strays = new List<string>();
        var (hasFirst, areAll) = (true, true);
        foreach (var row in table.Rows(CsvColumns.Journal.Check))
        {
            var id = row["entry"];
            if (row.Fault == CsvRowFault.Shape || IsNameless(row))
            {
                strays.Add(id);
            }
            else if (rows.Count > 0 && rows[0]["entry"] == id)
            {
                areAll &= strays.Count == 0;
                rows.Add(row);
                strays.Clear();
            }
            else
            {
                // A stray row that names one of its two neighbours is taken for that one's.
                var before = rows.Count > 0 ? rows[0]["entry"] : null;
                if (before is not null)
                {
                    yield return new EntryRows(before, rows, hasFirst, areAll && strays.TrueForAll(stray => stray == id));
                }

                hasFirst = areAll = strays.TrueForAll(stray => stray == before);
                rows = [row];
                strays.Clear();
            }
        }

        if (rows.Count > 0)
        {
            yield return new EntryRows(rows[0]["entry"], rows, hasFirst, areAll && strays.Count == 0 && table.IsWhole);
        }
    }

    private static bool IsNameless(CsvRow row)
    {
        if (row["entry"].Length > 0)
        {
            return false;
        }

        row.Problem("entry", CellComplaints.NoCode, "entry");
        return true;
    }
}

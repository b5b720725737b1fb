namespace TrustFund.Interchange;

/// <summary>The rows of <c>journal.csv</c> that stand together under one entry id.</summary>
/// <param name="Id">The id as written.</param>
/// <param name="Rows">The rows of the right shape, in the order of the file; good until the next entry is asked for.</param>
/// <param name="HasFirst">Whether the entry begins with them: not where a row before them, one that cannot be read, may be the first.</param>
/// <param name="AreAll">Whether these are all rows of the entry: the same for rows before, among and after them.</param>
internal readonly record struct EntryRows(string Id, List<CsvRow> Rows, bool HasFirst, bool AreAll)
{
    /// <summary>Puts rows together that follow each other under one id.</summary>
    /// <param name="table">The journal.</param>
    /// <param name="columns">Told its header.</param>
    internal static IEnumerable<EntryRows> Of(CsvTable table, JournalColumns columns)
    {
        var rows = new List<CsvRow>();
        var before = "";
        var strays = new List<string>();
        var (hasFirst, areAll) = (true, true);
        foreach (var row in table.Rows(columns.Take))
        {
            if (row.Fault == CsvRowFault.Shape || IsNameless(row, columns))
            {
                strays.Add(row.Cell(columns.Entry).ToString());
                table.GiveBack(row);
            }
            else if (rows.Count > 0 && row.Cell(columns.Entry).SequenceEqual(before))
            {
                areAll &= strays.Count == 0;
                rows.Add(row);
                strays.Clear();
            }
            else
            {
                // A stray row that names one of its two neighbours is taken for that one's.
                var id = row.Cell(columns.Entry).ToString();
                if (rows.Count > 0)
                {
                    yield return new EntryRows(before, rows, hasFirst, areAll && AreAllOf(strays, id));
                }

                hasFirst = areAll = AreAllOf(strays, rows.Count > 0 ? before : null);
                foreach (var one in rows)
                {
                    table.GiveBack(one);
                }

                rows.Clear();
                strays.Clear();
                rows.Add(row);
                before = id;
            }
        }

        if (rows.Count > 0)
        {
            yield return new EntryRows(before, rows, hasFirst, areAll && strays.Count == 0 && table.IsWhole);
        }
    }

    private static bool AreAllOf(List<string> strays, string? id)
    {
        foreach (var stray in strays)
        {
            if (stray != id)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNameless(CsvRow row, JournalColumns columns)
    {
        if (row.Cell(columns.Entry).Length > 0)
        {
            return false;
        }

        row.Problem(columns.Entry, CellComplaints.NoCode, "entry");
        return true;
    }
}

namespace TrustFund.Reconciliation.Statements;

/// <summary>Parts lines that hold the same statement twice, one below the other, without a title between.</summary>
internal static class RepeatedCaptions
{
    private const int FewestLines = 3;

    /// <summary>The lines of each statement. Takes time in proportion to the lines.</summary>
    /// <param name="rows">Lines in order.</param>
    /// <param name="figures">Those that hold figures.</param>
    internal static IEnumerable<List<TextRow>> Split(List<TextRow> rows, IReadOnlySet<TextRow> figures)
    {
        var lines = rows.Index().Where(row => figures.Contains(row.Item)).Select(row => (row.Index, Caption: CaptionText.Fold(row.Item.Filled[0].Text))).ToList();
        var (from, row) = (0, 0);
        while (Length(lines, from) is { } length)
        {
            // The headings between the two belong to the second.
            var end = lines[from + length - 1].Index + 1;
            yield return rows[row..end];
            (from, row) = (from + length, end);
        }

        yield return rows[row..];
    }

    // Captions all different, and then all of them again in the same order.
    private static int? Length(List<(int Index, string Caption)> lines, int from)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var length = 0;
        while (from + length < lines.Count && seen.Add(lines[from + length].Caption))
        {
            length++;
        }

        return length >= FewestLines && from + (2 * length) <= lines.Count
            && Enumerable.Range(from, length).All(index => lines[index].Caption == lines[index + length].Caption)
            ? length
            : null;
    }
}

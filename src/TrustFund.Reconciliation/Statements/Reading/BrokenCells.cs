using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// A row between pipes whose cells hold several lines each, set off by <c>&lt;br&gt;</c>: where the amounts are as many in each
/// cell that has any, it is as many rows. Takes time in proportion to the line.
/// </summary>
internal static partial class BrokenCells
{
    /// <summary>The rows; null where the line is no such row.</summary>
    /// <param name="line">The line.</param>
    /// <param name="number">Its number in the document.</param>
    internal static List<TextRow>? Split(string line, int number)
    {
        if (!line.AsSpan().TrimStart().StartsWith('|') || !line.Contains("<br", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var cells = Cells(line);
        var counts = cells.FindAll(parts => parts.Count > 0 && parts.TrueForAll(part => part.IsAmountLike)).ConvertAll(parts => parts.Count);
        if (counts.Count == 0 || counts[0] < 2 || counts.Exists(count => count != counts[0]) || cells.Exists(parts => parts.Exists(part => part.IsAmountLike) && parts.Exists(part => !part.IsAmountLike)))
        {
            return null;
        }

        return [.. Enumerable.Range(0, counts[0]).Select(row => new TextRow(number, [.. cells.Select((parts, position) => CellOf(parts, row, counts[0], position))], TextSplit.Separators))];
    }

    // The lines of each cell.
    private static List<List<TextCell>> Cells(string line)
    {
        var from = line.IndexOf('|', StringComparison.Ordinal) + 1;
        var end = line.AsSpan().TrimEnd() is [.., '|'] ? line.AsSpan().TrimEnd().Length - 1 : line.Length;
        var cells = new List<List<TextCell>>();
        for (var start = from; start <= end;)
        {
            var pipe = line.IndexOf('|', start) is var at && at >= start && at < end ? at : end;
            cells.Add([.. Part().Matches(line[start..pipe]).Select(part => new TextCell(part.Value.Trim(), start + part.Index + part.Value.Length - part.Value.TrimStart().Length, cells.Count)).Where(cell => cell.Text.Length > 0)]);
            start = pipe + 1;
        }

        return cells;
    }

    // A caption of so many lines has one for each row; one that wraps begins each with a capital; else it is that of all.
    private static TextCell CellOf(List<TextCell> parts, int row, int rows, int position)
    {
        if (parts.Count == 0)
        {
            return new TextCell("", 0, position);
        }

        if (parts.Count == rows)
        {
            return parts[row];
        }

        var begins = parts.Index().Where(part => char.IsUpper(part.Item.Text[0])).Select(part => part.Index).ToList();
        var (from, to) = begins.Count == rows && begins[0] == 0 ? (begins[row], row + 1 < rows ? begins[row + 1] : parts.Count) : (0, parts.Count);
        return parts[from].Saying(string.Join(' ', parts[from..to].Select(part => part.Text)));
    }

    [GeneratedRegex(@"(?<=^|<br ?/?>)(?:(?!<br ?/?>).)+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Part();
}

using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Tells, from lines between figures, whether the table goes on: a title or headings printed once more with
/// anything new among them begin another table, without it another page.
/// </summary>
internal sealed partial class TableBreaks
{
    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _headings = new(StringComparer.Ordinal);

    internal void Title(IEnumerable<TextRow> title) => _titles.UnionWith(title.Select(row => CaptionText.Fold(row.Text)));

    /// <summary>Takes up what stands between the title and the first figures.</summary>
    internal void Begin(IReadOnlyList<TextRow> above)
    {
        _words.UnionWith(above.Where(row => !row.HasColumns).Select(row => CaptionText.Fold(row.Text)));
        foreach (var heading in above.Where(row => row.HasColumns))
        {
            _headings.Add(CaptionText.Fold(heading.Text));
            _headings.Add(Columns(heading));
            _headings.Add(Years(heading));
        }
    }

    /// <summary>Whether a row heads columns by the words, or by the years, that headed them before.</summary>
    internal bool IsHeading(TextRow row) => _headings.Contains(CaptionText.Fold(row.Text)) || (row.HasColumns && _headings.Contains(Columns(row)))
        || (Years(row) is { Length: > 0 } years && _headings.Contains(years));

    internal TableBreak Between(TextRow before, List<TextRow> between, TextRow after, bool statesUnit)
    {
        if (between.Count == 0)
        {
            return TableBreak.None;
        }

        var known = between.Exists(row => _titles.Contains(CaptionText.Fold(row.Text)) || (row.HasColumns && IsHeading(row)));
        if (!known && !statesUnit && !HeadsOtherColumns(before, between, after))
        {
            return TableBreak.None;
        }

        return between.TrueForAll(row => CaptionText.Fold(row.Text) is var words && (_titles.Contains(words) || _headings.Contains(words) || _words.Contains(words) || IsOfPage(row)))
            ? TableBreak.NewPage
            : TableBreak.NewTable;
    }

    // A page may say the number of its document beside its own, as 17-12345 and 12/34.
    private static bool IsOfPage(TextRow row) => AccountingWords.Says(row.Text, WordKind.Page)
        || (Array.TrueForAll(row.Filled, cell => PageNumber().IsMatch(cell.Text) || DocumentNumber().IsMatch(cell.Text)) && row.Filled.Count(cell => PageNumber().IsMatch(cell.Text)) < 2);

    private static string Columns(TextRow heading) => "\t" + string.Join('\t', heading.Filled.Skip(1).Select(cell => CaptionText.Fold(cell.Text)));

    // The years that columns are headed by, where nothing but a word for the captions or the notes stands beside them.
    private static string Years(TextRow heading) => heading.Filled.Where(cell => PrintedAmount.IsYear(cell.Text)).Select(cell => cell.Text).ToList() is { Count: > 1 } years
        && heading.Filled.Count(cell => cell.IsAmountLike) <= years.Count ? "\t\t" + string.Join('\t', years) : "";

    // Words over the columns of the amounts, below a title of their own.
    private static bool HeadsOtherColumns(TextRow before, List<TextRow> between, TextRow after)
    {
        var heading = between.FindIndex(row => row.HasColumns && row.Split == after.Split && row.Split != TextSplit.Counted
            && row.Filled.Skip(1).Count(cell => StandsOverAmount(cell, after, row.Split)) >= Math.Min(2, Amounts(after).Count()));
        return heading > 0 && !between[heading - 1].HasColumns && Amounts(before).Any();
    }

    private static bool StandsOverAmount(TextCell cell, TextRow row, TextSplit split) => Amounts(row).Any(amount =>
        split == TextSplit.Separators ? amount.Position == cell.Position : amount.Start < cell.End && cell.Start < amount.End);

    private static IEnumerable<TextCell> Amounts(TextRow row) => row.Filled.Skip(1).Where(cell => cell.IsAmountLike);

    [GeneratedRegex("^[-–—]? ?[0-9]{1,3}(?: ?/ ?[0-9]{1,3})? ?[-–—]?$", RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex("^[0-9]{2}-[0-9]{4,6}(?: ?\\([A-Z]\\))?$|^[A-Z]{1,8}(?:[/.][A-Za-z0-9.]+){2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentNumber();
}

namespace TrustFund.Reconciliation.Statements;

/// <summary>What a page that was made into text leaves in the cells of a table: line breaks as <c>&lt;br&gt;</c>, and backticks.</summary>
internal static class CellMarkup
{
    private static readonly string[] Breaks = ["<br>", "<br/>", "<br />"];

    /// <summary>The cell without; it begins where its text does.</summary>
    internal static TextCell Without(TextCell cell)
    {
        if (!cell.Text.AsSpan().ContainsAny('<', '`'))
        {
            return cell;
        }

        var (start, text) = (cell.Start, cell.Text);
        while (Lead(text) is var lead and > 0)
        {
            (start, text) = (start + lead, text[lead..]);
        }

        text = text.Replace('`', ' ');
        foreach (var mark in Breaks)
        {
            text = text.Replace(mark, " ", StringComparison.OrdinalIgnoreCase);
        }

        return cell.Saying(string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries))) with { Start = start };
    }

    private static int Lead(string text) => text.Length == 0 ? 0
        : text[0] == '`' || char.IsWhiteSpace(text[0]) ? 1
        : Array.Find(Breaks, mark => text.StartsWith(mark, StringComparison.OrdinalIgnoreCase))?.Length ?? 0;
}

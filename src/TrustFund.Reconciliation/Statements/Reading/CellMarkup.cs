namespace TrustFund.Reconciliation.Statements;

/// <summary>What a page that was made into text leaves in the cells of a table: line breaks as <c>&lt;br&gt;</c>, backticks, and the end of a row of leader dots.</summary>
internal static class CellMarkup
{
    private const int FewestDots = 3;

    private static readonly string[] Breaks = ["<br>", "<br/>", "<br />"];

    /// <summary>The cell without; it begins where its text does.</summary>
    internal static TextCell Without(TextCell cell)
    {
        cell = WithoutLeader(cell);
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

    /// <summary>The cell without the leader dots that lead to its amount; dots alone may say that there is none.</summary>
    internal static TextCell WithoutLeader(TextCell cell)
    {
        if (cell.Text.Length == 0 || cell.Text[0] != '.')
        {
            return cell;
        }

        var amount = cell.Text.AsSpan().IndexOfAnyExcept('.', ' ');
        return amount <= FewestDots ? cell : cell.Saying(cell.Text[amount..]) with { Start = cell.Start + amount };
    }

    private static int Lead(string text) => text.Length == 0 ? 0
        : text[0] == '`' || char.IsWhiteSpace(text[0]) ? 1
        : Array.Find(Breaks, mark => text.StartsWith(mark, StringComparison.OrdinalIgnoreCase))?.Length ?? 0;
}

using System.Net;
using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// What a page that was made into text leaves in the cells of a table: line breaks as <c>&lt;br&gt;</c>, tags of emphasis,
/// characters by name as <c>&amp;nbsp;</c>, backticks, and the end of a row of leader dots. Of titles it takes off the marks of
/// headings and of bold; asterisks and underscores around the text of a cell are taken off by <see cref="LineCells"/>.
/// </summary>
internal static partial class CellMarkup
{
    private const int FewestDots = 3;

    private static readonly string[] Breaks = ["<br>", "<br/>", "<br />"];

    /// <summary>The cell without all of these; it begins where its text does.</summary>
    internal static TextCell Without(TextCell cell)
    {
        cell = WithoutLeader(cell);
        if (!cell.Text.AsSpan().ContainsAny('<', '`', '&'))
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

        text = WebUtility.HtmlDecode(Tag().Replace(Raised().Replace(text, "^${marker}"), ""));
        return cell.Saying(string.Join(' ', text.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))) with { Start = start };
    }

    /// <summary>The cell without the leader dots that lead to its amount; dots alone may say that there is none.</summary>
    internal static TextCell WithoutLeader(TextCell cell)
    {
        // The last dot of a row, read as a comma perhaps, may stand before a sign of currency.
        if (cell.Text is ['.' or ',', ' ', _, ..] && BeforeCurrency().IsMatch(cell.Text))
        {
            return cell.Saying(cell.Text[2..]) with { Start = cell.Start + 2 };
        }

        if (cell.Text.Length == 0 || cell.Text[0] != '.')
        {
            return cell;
        }

        var amount = cell.Text.AsSpan().IndexOfAnyExcept('.', ' ');
        return amount <= FewestDots ? cell : cell.Saying(cell.Text[amount..]) with { Start = cell.Start + amount };
    }

    /// <summary>A line of a title without the marks that make it a heading, or print it in bold.</summary>
    internal static string WithoutMarks(string title)
    {
        var text = title.TrimStart('#').Trim();
        return text.Length > 4 && text.StartsWith("**", StringComparison.Ordinal) && text.EndsWith("**", StringComparison.Ordinal) ? text[2..^2] : text;
    }

    private static int Lead(string text) => text.Length == 0 ? 0
        : text[0] == '`' || char.IsWhiteSpace(text[0]) ? 1
        : Array.Find(Breaks, mark => text.StartsWith(mark, StringComparison.OrdinalIgnoreCase))?.Length ?? 0;

    // A word may begin as a sign does.
    [GeneratedRegex(@"^[.,] " + PrintedAmount.CurrencySign + "(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeCurrency();

    [GeneratedRegex("<sup>(?<marker>[A-Za-z0-9]{1,2})</sup>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Raised();

    [GeneratedRegex("</?(?:b|i|u|em|strong|sup|sub|small|span)(?: [^<>]*)?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}

using System.Globalization;
using System.Text;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>How a made statement is printed: what sets its cells apart, and how its numbers are written.</summary>
internal sealed record MadeLayout(string Form, string Thousands, bool HasParentheses, string Nil)
{
    private const int CaptionWidth = 46;
    private const int ColumnWidth = 16;

    internal string Name => $"{Form}, '{Thousands}'{(HasParentheses ? " ()" : " -")} {Nil}";

    /// <summary>A layout by chance; forms that lose empty cells are none for tables that have them.</summary>
    internal static MadeLayout Of(Random random, int kind)
    {
        var keepsCells = kind is 10 or 13;
        var forms = keepsCells ? ["tabs", "pipes", "blanks"] : new[] { "tabs", "pipes", "blanks", "single blanks", "a cell a line" };
        var form = forms[random.Next(forms.Length)];
        string[] thousands = form == "single blanks" ? [","] : [",", " ", ","];
        string[] nils = ["-", "–", "0"];
        return new MadeLayout(form, thousands[random.Next(thousands.Length)], random.Next(3) > 0, nils[random.Next(nils.Length)]);
    }

    internal string Print(MadeTable table)
    {
        var text = new StringBuilder();
        text.Append(table.Title).Append(Form == "a cell a line" ? "\n" : "\n(United States dollars)\n");
        Append(text, "", 0, table.Headings);
        foreach (var row in table.Rows)
        {
            Append(text, row.Caption, row.Indent, [.. row.Amounts.Select(Cell)]);
        }

        return text.ToString();
    }

    private void Append(StringBuilder text, string caption, int indent, IReadOnlyList<string> cells)
    {
        var lead = new string(' ', indent * 2);
        switch (Form)
        {
            case "tabs":
                text.Append(caption).Append(cells.Count > 0 ? "\t" : "").AppendJoin('\t', cells).Append('\n');
                break;
            case "pipes":
                text.Append("| ").Append(caption).Append(" | ").AppendJoin(" | ", cells).Append(" |\n");
                break;
            case "blanks":
                text.Append((lead + caption).PadRight(CaptionWidth)).AppendJoin("", cells.Select(cell => cell.PadLeft(ColumnWidth))).Append('\n');
                break;
            case "single blanks":
                text.AppendJoin(' ', cells.Prepend(caption).Where(cell => cell.Length > 0)).Append('\n');
                break;
            default:
                text.AppendJoin('\n', cells.Prepend(caption).Where(cell => cell.Length > 0)).Append('\n');
                break;
        }
    }

    private string Cell(decimal? amount)
    {
        if (amount is not { } printed)
        {
            return "";
        }

        if (printed == 0)
        {
            return Nil;
        }

        var digits = Math.Abs(printed).ToString(printed.Scale > 0 ? FormattableString.Invariant($"N{printed.Scale}") : "N0", CultureInfo.InvariantCulture).Replace(",", Thousands, StringComparison.Ordinal);
        return printed > 0 ? digits : HasParentheses ? $"({digits})" : $"-{digits}";
    }
}

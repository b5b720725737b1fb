using System.Text;
using System.Text.RegularExpressions;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>The tables of a document as printed, each figure with its mark; wide tables in bands of columns.</summary>
internal static partial class FigureTables
{
    private const int LeastCaption = 24;
    private const int MostCaption = 44;
    private const int MostIndent = 8;
    private const int NoteAmount = 16;

    internal static void Append(StringBuilder text, ReconciliationReport report, int page)
    {
        var marks = report.Figures.ToDictionary(finding => finding.Figure, finding => Letter(finding.Marks));
        foreach (var table in report.Document.Tables.Where(table => table.Lines.Any(line => line.Figures.Count > 0)))
        {
            if (report.Document.Tables.Count > 1 && table.Title.Length > 0 && table.Title != report.Document.Title)
            {
                text.AppendJoin('\n', Prose.Wrap(table.Title, page)).Append('\n');
            }

            Append(text, table, marks, page);
            text.Append('\n');
        }

        var amountAt = Math.Min(MostCaption, page - NoteAmount - 4);
        foreach (var note in report.Document.Notes.Where(note => note.Amounts.Count > 0))
        {
            text.Append("Note ").Append(note.Marker).Append('\n');
            foreach (var amount in note.Amounts)
            {
                text.Append("  ").Append(amount.Caption.PadRight(amountAt)).Append(Shown(amount).PadLeft(NoteAmount)).Append(' ').Append(marks[amount]).Append('\n');
            }
        }

        foreach (var finding in report.Narrative)
        {
            text.Append(finding.Figure.Caption.PadRight(amountAt + 2)).Append(Shown(finding.Figure).PadLeft(NoteAmount)).Append(' ').Append(Letter(finding.Marks)).Append('\n');
        }
    }

    private static void Append(StringBuilder text, PublishedTable table, Dictionary<PublishedFigure, char> marks, int page)
    {
        var lines = table.Lines.ToList();
        var label = TakeHeadings(table, lines);
        var end = lines.FindLastIndex(line => line.Figures.Count > 0) + 1;
        var outermost = lines.Where(line => line.Figures.Count > 0).Min(line => line.Caption.Length > 0 ? line.Indent : int.MaxValue);
        string Caption(PublishedLine line) => new string(' ', Math.Clamp(line.Indent - outermost, 0, MostIndent)) + line.Caption;
        var captionWidth = Math.Clamp(lines.Where(line => line.Figures.Count > 0).Max(line => Caption(line).Length), Math.Min(LeastCaption, page / 2), Math.Min(MostCaption, page / 2));
        var isFirst = true;
        foreach (var band in ColumnBand.Of(table, captionWidth, page, Shown))
        {
            text.Append(isFirst ? "" : "\n");
            band.AppendHeadings(text, label, captionWidth, page);
            foreach (var line in lines.Take(end))
            {
                if (line.Figures.Count > 0)
                {
                    Append(text, line, Caption(line), captionWidth, band, marks);
                }
                else if (isFirst || line.Caption.Length <= captionWidth)
                {
                    text.AppendJoin('\n', Prose.Wrap(Caption(line), page)).Append('\n');
                }
            }

            isFirst = false;
        }

        foreach (var line in lines.Skip(end))
        {
            text.AppendJoin('\n', Prose.Wrap(line.Caption, page)).Append('\n');
        }
    }

    // Lines that repeat the headings of the columns go; what else stands in them heads the captions.
    private static string TakeHeadings(PublishedTable table, List<PublishedLine> lines)
    {
        var words = table.Columns.SelectMany(heading => heading.Split(' ')).ToHashSet(StringComparer.Ordinal);
        var label = new List<string>();
        while (lines.Count > 0 && lines[0].Figures.Count == 0)
        {
            var others = lines[0].Caption.Split(' ').Where(word => !words.Contains(word)).ToList();
            var repeated = lines[0].Caption.Split(' ').Length - others.Count;
            if (repeated < others.Count && repeated < table.Columns.Count)
            {
                break;
            }

            label.AddRange(others);
            lines.RemoveAt(0);
        }

        return string.Join(' ', label);
    }

    private static void Append(
        StringBuilder text, PublishedLine line, string caption, int captionWidth, ColumnBand band, Dictionary<PublishedFigure, char> marks)
    {
        var captions = Prose.Wrap(caption, captionWidth).ToList();
        foreach (var above in captions.SkipLast(1))
        {
            text.Append(above).Append('\n');
        }

        var row = new StringBuilder(captions[^1].PadRight(captionWidth));
        foreach (var (column, width) in band.Columns)
        {
            if (FigureIn(line, column) is not { } figure)
            {
                row.Append(' ', width);
            }
            else
            {
                row.Append(Shown(figure).PadLeft(width - ColumnBand.MarkWidth)).Append(' ').Append(marks[figure]);
            }
        }

        text.Append(row.ToString().TrimEnd()).Append('\n');
    }

    private static PublishedFigure? FigureIn(PublishedLine line, int column)
    {
        foreach (var figure in line.Figures)
        {
            if (figure.Column == column)
            {
                return figure;
            }
        }

        return null;
    }

    // As printed: 2.80 is not 2.8, and 0.00 is not a dash.
    private static string Shown(PublishedFigure figure) => figure.State == FigureState.Blank ? ""
        : figure.Printed.AsSpan().IndexOfAnyInRange('A', 'Z') < 0 ? figure.Printed
        : CurrencyCode().Replace(figure.Printed, "");

    [GeneratedRegex("^[A-Z]{3} | [A-Z]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex CurrencyCode();

    // One letter a figure, the gravest.
    private static char Letter(WorkMark marks) =>
        marks.HasFlag(WorkMark.Exception) ? 'X'
        : marks.HasFlag(WorkMark.RoundingDifference) ? 'R'
        : marks.HasFlag(WorkMark.AgreedToBooks) ? 'B'
        : marks.HasFlag(WorkMark.Footed) ? 'F'
        : marks.HasFlag(WorkMark.AgreedToText) ? 'T'
        : 'U';
}

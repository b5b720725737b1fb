using System.Text;
using System.Text.RegularExpressions;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>The tables of a document as printed, each figure with its mark; wide tables in bands of columns.</summary>
internal static partial class FigureTables
{
    private const int Width = Terminal.Width;
    private const int LeastCaption = 24;
    private const int MostCaption = 44;
    private const int MarkWidth = 2;
    private const int Gap = 2;
    private const int MostHeading = 16;

    internal static string Of(ReconciliationReport report)
    {
        var marks = report.Figures.ToDictionary(finding => finding.Figure, finding => Letter(finding.Marks));
        var text = new StringBuilder();
        foreach (var table in report.Document.Tables.Where(table => table.Lines.Any(line => line.Figures.Count > 0)))
        {
            if (report.Document.Tables.Count > 1)
            {
                text.AppendJoin('\n', WorkingPaper.Wrap(table.Title.Length > 0 ? table.Title : table.Id, Width)).Append('\n');
            }

            Append(text, table, marks);
            text.Append('\n');
        }

        foreach (var note in report.Document.Notes.Where(note => note.Amounts.Count > 0))
        {
            text.Append("Note ").Append(note.Marker).Append('\n');
            foreach (var amount in note.Amounts)
            {
                text.Append("  ").Append(amount.Caption.PadRight(MostCaption)).Append(Shown(amount).PadLeft(16)).Append(' ').Append(marks[amount]).Append('\n');
            }
        }

        foreach (var finding in report.Narrative)
        {
            text.Append(finding.Figure.Caption.PadRight(MostCaption + 2)).Append(Shown(finding.Figure).PadLeft(16)).Append(' ').Append(Letter(finding.Marks)).Append('\n');
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, PublishedTable table, Dictionary<PublishedFigure, char> marks)
    {
        // The headings stand over the columns already.
        var words = table.Columns.SelectMany(heading => heading.Split(' ')).ToHashSet(StringComparer.Ordinal);
        var lines = table.Lines.SkipWhile(line => line.Figures.Count == 0 && Array.TrueForAll(line.Caption.Split(' '), words.Contains)).ToList();
        var outermost = table.Lines.Min(line => line.Indent);
        string Caption(PublishedLine line) => new string(' ', Math.Min(8, line.Indent - outermost)) + line.Caption;
        var captionWidth = Math.Clamp(table.Lines.Max(line => Caption(line).Length), LeastCaption, MostCaption);
        var figures = table.Lines.SelectMany(line => line.Figures).ToLookup(figure => figure.Column);
        var columns = Enumerable.Range(0, Math.Max(table.Columns.Count, figures.Max(column => column.Key) + 1)).Where(figures.Contains).ToList();
        var headings = columns.ToDictionary(column => column, column => column < table.Columns.Count
            ? WorkingPaper.Wrap(table.Columns[column], MostHeading).ToList() : [""]);
        var widths = columns.ToDictionary(column => column, column => Gap + MarkWidth
            + Math.Max(figures[column].Max(figure => Shown(figure).Length), headings[column].Max(heading => Math.Min(heading.Length, MostHeading))));
        for (var next = 0; next < columns.Count;)
        {
            var band = new List<int>();
            for (var width = captionWidth; next < columns.Count && (band.Count == 0 || width + widths[columns[next]] <= Width); next++)
            {
                band.Add(columns[next]);
                width += widths[columns[next]];
            }

            var depth = band.Max(column => headings[column].Count);
            for (var row = 0; row < depth; row++)
            {
                var line = new StringBuilder().Append(' ', captionWidth);
                foreach (var column in band)
                {
                    var heading = row - (depth - headings[column].Count) is >= 0 and var at ? headings[column][at] : "";
                    line.Append((heading.Length > MostHeading ? heading[..MostHeading] : heading).PadLeft(widths[column] - MarkWidth)).Append(' ', MarkWidth);
                }

                text.Append(line.ToString().TrimEnd()).Append('\n');
            }

            foreach (var line in lines)
            {
                Append(text, line, Caption(line), captionWidth, band, widths, marks);
            }
        }
    }

    private static void Append(
        StringBuilder text, PublishedLine line, string caption, int captionWidth, List<int> band, Dictionary<int, int> widths,
        Dictionary<PublishedFigure, char> marks)
    {
        var captions = WorkingPaper.Wrap(caption, captionWidth).ToList();
        foreach (var above in captions.SkipLast(1))
        {
            text.Append(above).Append('\n');
        }

        var row = new StringBuilder(captions[^1].PadRight(captionWidth));
        foreach (var column in band)
        {
            var figure = line.Figures.FirstOrDefault(figure => figure.Column == column);
            row.Append(figure is null
                ? new string(' ', widths[column])
                : $"{Shown(figure).PadLeft(widths[column] - MarkWidth)} {marks[figure]}");
        }

        text.Append(row.ToString().TrimEnd()).Append('\n');
    }

    // As printed: 2.80 is not 2.8, and 0.00 is not a dash.
    private static string Shown(PublishedFigure figure) => figure.State == FigureState.Blank ? "" : CurrencyCode().Replace(figure.Printed, "");

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

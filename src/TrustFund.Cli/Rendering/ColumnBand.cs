using System.Text;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>As many columns of a table as fit beside its captions on a page, each with its width.</summary>
/// <param name="Columns">The columns by number, left to right, each with its width: gap, figure and mark.</param>
/// <param name="Headings">The headings over them, each in lines.</param>
internal sealed record ColumnBand(IReadOnlyList<(int Column, int Width)> Columns, IReadOnlyList<IReadOnlyList<string>> Headings)
{
    /// <summary>What a mark takes behind a figure: a blank and a letter.</summary>
    internal const int MarkWidth = 2;

    private const int Gap = 2;
    private const int MostHeading = 16;

    internal static IEnumerable<ColumnBand> Of(PublishedTable table, int captionWidth, int width, Func<PublishedFigure, string> shown)
    {
        var widest = new SortedDictionary<int, int>();
        foreach (var figure in table.Lines.SelectMany(line => line.Figures))
        {
            widest[figure.Column] = Math.Max(widest.GetValueOrDefault(figure.Column), shown(figure).Length);
        }

        var columns = widest.Select(figures =>
        {
            var heading = figures.Key < table.Columns.Count ? Prose.Wrap(table.Columns[figures.Key], MostHeading).Select(Cut).ToList() : [""];
            return (Column: figures.Key, Heading: heading, Width: Gap + MarkWidth + Math.Max(figures.Value, heading.Max(line => line.Length)));
        }).ToList();
        for (var next = 0; next < columns.Count;)
        {
            var (first, taken) = (next, captionWidth);
            do
            {
                taken += columns[next++].Width;
            }
            while (next < columns.Count && taken + columns[next].Width <= width);

            yield return new ColumnBand([.. columns[first..next].Select(column => (column.Column, column.Width))], [.. columns[first..next].Select(column => column.Heading)]);
        }
    }

    /// <summary>The headings, down to the last line, which the label of the captions shares where it fits.</summary>
    internal void AppendHeadings(StringBuilder text, string label, int captionWidth, int page)
    {
        if (label.Length > captionWidth)
        {
            text.AppendJoin('\n', Prose.Wrap(label, page)).Append('\n');
            label = "";
        }

        var depth = Headings.Max(heading => heading.Count);
        for (var row = 0; row < depth; row++)
        {
            var line = new StringBuilder((row == depth - 1 ? label : "").PadRight(captionWidth));
            foreach (var (heading, (_, width)) in Headings.Zip(Columns))
            {
                var at = row - (depth - heading.Count);
                line.Append((at >= 0 ? heading[at] : "").PadLeft(width - MarkWidth)).Append(' ', MarkWidth);
            }

            if (line.ToString().TrimEnd() is { Length: > 0 } said)
            {
                text.Append(said).Append('\n');
            }
        }
    }

    private static string Cut(string heading) => heading.Length > MostHeading ? heading[..MostHeading] : heading;
}

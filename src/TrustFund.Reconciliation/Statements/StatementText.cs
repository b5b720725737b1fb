using System.Text;

namespace TrustFund.Reconciliation.Statements;

/// <summary>Prints a reproduced statement as text.</summary>
public static class StatementText
{
    private const int IndentWidth = 2;
    private const int ColumnGap = 3;

    /// <summary>Prints a statement in aligned columns, ready for a memo.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="thousands">What stands between groups of three digits in the table instead of the
    /// template's: a plain, no-break (U+00A0) or narrow no-break space (U+202F); null for the template's.</param>
    /// <param name="page">How many characters a line holds: columns that do not fit stand in blocks one below the other, each with
    /// the captions before it; null for one block, however wide.</param>
    public static string Aligned(Statement statement, string? thousands = null, int? page = null)
    {
        var rows = statement.Lines.Where(line => line.IsPrinted).Select(line => (
            Caption: new string(' ', line.Template.Indent * IndentWidth) + line.Caption,
            Cells: line.Cells.Select((cell, column) => Cell(statement, line, cell, column, thousands)).ToList())).ToList();
        var captionWidth = rows.Select(row => row.Caption.Length).DefaultIfEmpty().Max();
        var widths = Enumerable.Range(0, statement.Headings.Count)
            .Select(column => rows.Where(row => row.Cells.Count > 0).Select(row => row.Cells[column].Amount.Length)
                .Append(statement.Headings[column].Length).Max()).ToList();
        // A marker stands beside its figure and moves no column.
        var markers = Enumerable.Range(0, statement.Headings.Count)
            .Select(column => rows.Where(row => row.Cells.Count > 0).Select(row => row.Cells[column].Marker.Length).DefaultIfEmpty().Max()).ToList();

        var text = Heading(statement);
        var hasHeadings = statement.Headings.Any(heading => heading.Length > 0);
        var room = page ?? int.MaxValue;
        foreach (var (index, block) in ColumnBlocks.Of(captionWidth, [.. widths.Zip(markers, (width, marker) => ColumnGap + width + marker)], room).Index())
        {
            text.Append(index > 0 ? "\n" : "");
            if (hasHeadings)
            {
                var line = new StringBuilder().Append(' ', captionWidth);
                foreach (var column in block)
                {
                    line.Append(' ', ColumnGap).Append(statement.Headings[column].PadLeft(widths[column])).Append(' ', markers[column]);
                }

                text.Append(line.ToString().TrimEnd()).Append('\n');
            }

            foreach (var (caption, cells) in rows)
            {
                var line = new StringBuilder(caption.PadRight(captionWidth));
                foreach (var column in block.Where(_ => cells.Count > 0))
                {
                    line.Append(' ', ColumnGap).Append(cells[column].Amount.PadLeft(widths[column])).Append(cells[column].Marker.PadRight(markers[column]));
                }

                text.Append(line.ToString().TrimEnd()).Append('\n');
            }
        }

        return text.Append(Notes(statement)).ToString();
    }

    /// <summary>Prints a statement with a tab before each amount, as word processors take it.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="thousands">As for <see cref="Aligned"/>.</param>
    public static string Tabbed(Statement statement, string? thousands = null)
    {
        var text = Heading(statement);
        foreach (var line in statement.Lines.Where(line => line.IsPrinted))
        {
            text.Append(line.Caption);
            for (var column = 0; column < line.Cells.Count; column++)
            {
                var (amount, marker) = Cell(statement, line, line.Cells[column], column, thousands);
                text.Append('\t').Append(amount).Append(marker);
            }

            text.Append('\n');
        }

        return text.Append(Notes(statement)).ToString();
    }

    private static (string Amount, string Marker) Cell(
        Statement statement, StatementLine line, StatementCell cell, int column, string? thousands) => (
        thousands is null || cell.Rounded == 0
            ? cell.Printed
            : cell.Printed.Replace(statement.Template.Style.Thousands, thousands, StringComparison.Ordinal),
        column == 0 && statement.NoteOf(line) is { } note ? $" ^{note}" : "");

    private static StringBuilder Heading(Statement statement) =>
        new StringBuilder().Append(statement.Title).Append("\n\n").Append(statement.Template.UnitLine).Append("\n\n");

    private static string Notes(Statement statement) => statement.Notes.Count == 0
        ? ""
        : "\n" + string.Concat(statement.Notes.Select(note => $"^{note.Marker} {note.Text}\n"));
}

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
    public static string Aligned(Statement statement, string? thousands = null)
    {
        var rows = statement.Lines.Select(line => (
            Caption: new string(' ', line.Template.Indent * IndentWidth) + line.Caption,
            Cells: line.Cells.Select((cell, column) => Cell(statement, line, cell, column, thousands)).ToList())).ToList();
        var captionWidth = rows.Max(row => row.Caption.Length);
        var widths = Enumerable.Range(0, statement.Headings.Count)
            .Select(column => rows.Where(row => row.Cells.Count > 0).Select(row => row.Cells[column].Amount.Length)
                .Append(statement.Headings[column].Length).Max()).ToList();
        // A marker stands beside its figure and moves no column.
        var markers = Enumerable.Range(0, statement.Headings.Count)
            .Select(column => rows.Where(row => row.Cells.Count > 0).Max(row => row.Cells[column].Marker.Length)).ToList();

        var text = Heading(statement);
        if (statement.Headings.Any(heading => heading.Length > 0))
        {
            text.Append(' ', captionWidth);
            foreach (var (heading, width, marker) in statement.Headings.Zip(widths, markers))
            {
                text.Append(' ', ColumnGap).Append(heading.PadLeft(width)).Append(' ', marker);
            }

            text.Length -= markers[^1];
            text.Append('\n');
        }

        foreach (var (caption, cells) in rows)
        {
            var line = new StringBuilder(caption.PadRight(captionWidth));
            for (var column = 0; column < cells.Count; column++)
            {
                line.Append(' ', ColumnGap).Append(cells[column].Amount.PadLeft(widths[column])).Append(cells[column].Marker.PadRight(markers[column]));
            }

            text.Append(line.ToString().TrimEnd()).Append('\n');
        }

        return text.Append(Notes(statement)).ToString();
    }

    /// <summary>Prints a statement with a tab before each amount, as word processors take it.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="thousands">As for <see cref="Aligned"/>.</param>
    public static string Tabbed(Statement statement, string? thousands = null)
    {
        var text = Heading(statement);
        foreach (var line in statement.Lines)
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
        column == 0 && line.Template.Note is { } note ? $" ^{note}" : "");

    private static StringBuilder Heading(Statement statement) =>
        new StringBuilder().Append(statement.Title).Append("\n\n").Append(statement.Template.UnitLine).Append("\n\n");

    private static string Notes(Statement statement) => statement.Notes.Count == 0
        ? ""
        : "\n" + string.Concat(statement.Notes.Select(note => $"^{note.Marker} {note.Text}\n"));
}

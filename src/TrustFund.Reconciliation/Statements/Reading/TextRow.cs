namespace TrustFund.Reconciliation.Statements;

/// <summary>A line of text in its cells, or the part of a run-on line that is a line of the table.</summary>
internal sealed record TextRow
{
    /// <summary>Creates a row.</summary>
    /// <param name="number">The number of the line in the document; of several lines joined, the last.</param>
    /// <param name="cells">Its cells in order, blank ones included; one at least.</param>
    /// <param name="split">What set them apart.</param>
    internal TextRow(int number, TextCell[] cells, TextSplit split) => (Number, Cells, Split) = (number, cells, split);

    internal int Number { get; init; }

    internal TextCell[] Cells
    {
        get;
        init => (field, Filled) = (value, Array.TrueForAll(value, IsFilled) ? value : Array.FindAll(value, IsFilled));
    }

    internal TextSplit Split { get; init; }

    /// <summary>The cells that hold anything.</summary>
    internal TextCell[] Filled { get; private init; } = [];

    /// <summary>The text of the cells, a blank between them.</summary>
    internal string Text => Filled.Length == 1 ? Filled[0].Text : string.Join(' ', Filled.Select(cell => cell.Text));

    internal TextPlace Place => PlaceOf(Filled[0]);

    internal TextPlace PlaceOf(TextCell cell) => new(cell.Line > 0 ? cell.Line : Number, cell.Start + 1);

    /// <summary>Whether more than one cell holds anything, as in the headings over columns.</summary>
    internal bool HasColumns => Filled.Length > 1;

    /// <summary>The line as it is printed; null where the row is not one line.</summary>
    internal string? Line { get; init; }

    /// <summary>The first of several lines that make the row; null where it is one.</summary>
    internal int? FirstLine { get; init; }

    /// <summary>
    /// Whether it prints fewer amounts than the table has columns and nothing shows in which of them they stand,
    /// so that a neighbouring column may be meant.
    /// </summary>
    internal bool IsAdrift { get; init; }

    /// <summary>Whether an empty cell stands where its caption was.</summary>
    internal bool HasLostCaption { get; init; }

    /// <summary>Whether the columns above it have ended, so that its amounts are of another table.</summary>
    internal bool BeginsTable { get; init; }

    private static bool IsFilled(TextCell cell) => cell.Text.Length > 0;
}

namespace TrustFund.Reconciliation.Statements;

/// <summary>A line of text in its cells.</summary>
/// <param name="Number">The number of the line in the document.</param>
/// <param name="Cells">Its cells in order, blank ones included; one at least.</param>
/// <param name="Split">What set them apart.</param>
internal sealed record TextRow(int Number, IReadOnlyList<TextCell> Cells, TextSplit Split)
{
    /// <summary>The cells that hold anything.</summary>
    internal IEnumerable<TextCell> Filled => Cells.Where(cell => cell.Text.Length > 0);

    /// <summary>The text of the cells, a blank between them.</summary>
    internal string Text => string.Join(' ', Filled.Select(cell => cell.Text));

    internal TextPlace Place => new(Number, Filled.First().Start + 1);

    /// <summary>Whether more than one cell holds anything, as in the headings over columns.</summary>
    internal bool HasColumns => Filled.Skip(1).Any();
}

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// A line of a table: a caption and its figures, or a heading with none. A caption wrapped over
/// two lines is one line here.
/// </summary>
/// <param name="Caption">The caption, white space folded, without note markers.</param>
/// <param name="Place">Where the caption begins.</param>
/// <param name="Indent">Leading white space and list marks, in characters: deeper lines are more.</param>
/// <param name="Markers">Note markers on caption or figures, as <c>a</c>, <c>*</c>, <c>1/</c>.</param>
/// <param name="Figures">The cells that are printed, left to right; empty for a heading.</param>
public sealed record PublishedLine(
    string Caption, TextPlace Place, int Indent,
    IReadOnlyList<string> Markers, IReadOnlyList<PublishedFigure> Figures)
{
    /// <summary>
    /// Whether the line prints fewer figures than the table has columns and nothing shows in which of them
    /// they stand, as in a table run on in one line: another column may be meant.
    /// </summary>
    public bool IsAdrift { get; init; }

    /// <summary>Whether the text shows that it had a caption, which is lost: it is no total without one.</summary>
    internal bool HasLostCaption { get; init; }

    /// <summary>The figure in a column; null where the line prints none.</summary>
    internal PublishedFigure? FigureIn(int column)
    {
        for (var index = 0; index < Figures.Count; index++)
        {
            if (Figures[index].Column == column)
            {
                return Figures[index];
            }
        }

        return null;
    }
}

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// A statement as read from a document: its tables, its notes and what could not be read. Holds
/// what is printed and where; says nothing of what it should be.
/// </summary>
public sealed class PublishedStatement
{
    /// <summary>Creates a statement from what was read.</summary>
    /// <param name="source">The document's name for reports, without a folder.</param>
    /// <param name="sha256">SHA-256 of the document's bytes, lower-case hexadecimal.</param>
    /// <param name="title">The title printed above the first table; empty where there is none.</param>
    /// <param name="tables">The tables in the order of the document.</param>
    /// <param name="notes">The notes below the tables, in the order of the document.</param>
    /// <param name="problems">What could not be read.</param>
    /// <param name="lines">What each line of the document was taken for, the first line first.</param>
    public PublishedStatement(
        string source, string sha256, string title, IReadOnlyList<PublishedTable> tables,
        IReadOnlyList<PublishedNote> notes, IReadOnlyList<ReadingProblem> problems, IReadOnlyList<LineRole> lines)
    {
        Source = source;
        Sha256 = sha256;
        Title = title;
        Tables = [.. tables];
        Notes = [.. notes];
        Problems = [.. problems];
        Lines = [.. lines];
    }

    /// <summary>The document's name for reports.</summary>
    public string Source { get; }

    /// <summary>SHA-256 of the document's bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>The title printed above the first table; empty where there is none.</summary>
    public string Title { get; }

    /// <summary>The tables in the order of the document.</summary>
    public IReadOnlyList<PublishedTable> Tables { get; }

    /// <summary>The notes in the order of the document.</summary>
    public IReadOnlyList<PublishedNote> Notes { get; }

    /// <summary>What could not be read, in the order of the document.</summary>
    public IReadOnlyList<ReadingProblem> Problems { get; }

    /// <summary>What each line of the document was taken for, the first line first; empty where the document is no text.</summary>
    public IReadOnlyList<LineRole> Lines { get; }

    /// <summary>What to call a figure: its caption, with column and line where the caption alone does not tell.</summary>
    /// <param name="figure">A figure; one of another document goes by its caption.</param>
    public string NameOf(PublishedFigure figure) => Names.Of(figure);

    /// <summary>Where each figure stands.</summary>
    internal FigureNames Names => field ??= new FigureNames(this);

    /// <summary>Every figure: of the tables line by line, then of the notes.</summary>
    public IEnumerable<PublishedFigure> Figures =>
        Tables.SelectMany(table => table.Lines).SelectMany(line => line.Figures)
            .Concat(Notes.SelectMany(note => note.Amounts));
}

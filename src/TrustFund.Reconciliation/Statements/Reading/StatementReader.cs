namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Reads a published statement from text: as typed, with tabs, pipes, commas, columns of blanks or single
/// blanks, a cell a line, or run on in one line. Every line is accounted for; no input makes it throw.
/// </summary>
public static class StatementReader
{
    /// <summary>Reads a document.</summary>
    /// <param name="bytes">Its bytes: text in UTF-8.</param>
    /// <param name="source">Its name for reports.</param>
    /// <param name="options">What is known of it beforehand.</param>
    public static PublishedStatement Read(ReadOnlySpan<byte> bytes, string source, ReadingOptions options)
    {
        var text = DocumentText.Of(bytes, source);
        var ledger = new LineLedger(text.Lines);
        var rows = DocumentRows.Of(text.Lines, ledger);
        var reading = new StatementReading(source, options with { Mark = DecimalMarks.Of(rows.OfType<TextRow>().SelectMany(DecimalMarks.NumbersOf)) }, ledger);
        foreach (var row in rows)
        {
            reading.Add(row);
        }

        return reading.Finish(text);
    }

    /// <summary>A document whose file could not be opened: nothing is read of it, and that is told.</summary>
    /// <param name="source">Its name for reports.</param>
    public static PublishedStatement Unopened(string source) => new(
        source, "", "", [], [],
        [new ReadingProblem(source, new TextPlace(1, 1), "a file that cannot be opened", "a file that can be read", "Let it be read by you, and close it in other programs.")],
        []);
}

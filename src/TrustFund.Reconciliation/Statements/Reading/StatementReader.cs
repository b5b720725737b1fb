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
}

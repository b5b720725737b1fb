namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Reads a published statement from text: as typed, with tabs, columns of blanks or Markdown pipes. Every
/// line is accounted for, as title, heading, figures, note or problem; no input makes it throw.
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
        var reading = new StatementReading(source, options);
        for (var index = 0; index < text.Lines.Count; index++)
        {
            reading.Line(text.Lines[index], index + 1);
        }

        return reading.Finish(text);
    }
}

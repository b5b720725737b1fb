namespace TrustFund.Reconciliation.Statements;

/// <summary>The text that speaks of a statement, by paragraphs and sentences.</summary>
/// <param name="Source">The document's name for reports.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="Paragraphs">The paragraphs in order.</param>
/// <param name="Problems">What could not be read.</param>
public sealed record Narrative(
    string Source, string Sha256, IReadOnlyList<NarrativeParagraph> Paragraphs, IReadOnlyList<ReadingProblem> Problems)
{
    /// <summary>Every amount stated, in order.</summary>
    public IEnumerable<PublishedFigure> Amounts =>
        Paragraphs.SelectMany(paragraph => paragraph.Sentences).SelectMany(sentence => sentence.Amounts);
}

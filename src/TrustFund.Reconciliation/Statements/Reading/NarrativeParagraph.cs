namespace TrustFund.Reconciliation.Statements;

/// <summary>A paragraph of a narrative.</summary>
/// <param name="Number">Its number as printed; where none is printed, its place in the text, from 1.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="Sentences">Its sentences in order.</param>
public sealed record NarrativeParagraph(string Number, TextPlace Place, IReadOnlyList<NarrativeSentence> Sentences);

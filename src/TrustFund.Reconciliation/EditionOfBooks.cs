namespace TrustFund.Reconciliation;

/// <summary>What the books know of a document that is registered in them.</summary>
/// <param name="Name">Symbol and language: <c>A/72/99 (en)</c>.</param>
/// <param name="Through">The number of the last entry that it was made from.</param>
public sealed record EditionOfBooks(string Name, long Through);

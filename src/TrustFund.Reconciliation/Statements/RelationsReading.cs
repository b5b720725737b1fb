namespace TrustFund.Reconciliation.Statements;

/// <summary>What came of reading a relations file.</summary>
/// <param name="Relations">The relations; null where the file has problems.</param>
/// <param name="Problems">Everything that keeps the file from being one; empty where it is.</param>
public sealed record RelationsReading(DeclaredRelations? Relations, IReadOnlyList<ReadingProblem> Problems);

namespace TrustFund.Reconciliation.Statements;

/// <summary>What came of reading a template file.</summary>
/// <param name="Template">The template; null where the file has problems.</param>
/// <param name="Problems">Everything that keeps the file from being a template; empty where it is one.</param>
public sealed record TemplateReading(StatementTemplate? Template, IReadOnlyList<ReadingProblem> Problems);

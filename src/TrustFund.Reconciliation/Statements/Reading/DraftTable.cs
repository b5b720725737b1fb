namespace TrustFund.Reconciliation.Statements;

/// <summary>A table as read, before its figures have their names.</summary>
internal sealed record DraftTable(
    string Title, string? Currency, decimal Unit, IReadOnlyList<string> Columns, IReadOnlyList<DraftLine> Lines);

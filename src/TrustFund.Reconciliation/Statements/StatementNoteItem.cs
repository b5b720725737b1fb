namespace TrustFund.Reconciliation.Statements;

/// <summary>A donor's amount in a note of a reproduced statement.</summary>
/// <param name="Donor">The donor; null for what no donor is named for.</param>
/// <param name="Name">The name as printed.</param>
/// <param name="Cell">The amount.</param>
public sealed record StatementNoteItem(Donor? Donor, string Name, StatementCell Cell);

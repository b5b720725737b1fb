namespace TrustFund.Reconciliation;

/// <summary>Which books a statement was reconciled to.</summary>
/// <param name="Name">Their name: the file or folder, without a path.</param>
/// <param name="Entries">How many entries they hold; null for an extract.</param>
/// <param name="Fingerprint">The hash that stands for their contents, hexadecimal.</param>
/// <param name="IsIllustrative">Whether they are marked illustrative: then everything made from them says so.</param>
public sealed record BooksIdentity(string Name, long? Entries, string Fingerprint, bool IsIllustrative);

namespace TrustFund.Storage;

/// <summary>Something that does not fit.</summary>
/// <param name="Check">The check that found it: <c>chain</c>, <c>balance</c>, <c>reference</c>, <c>sequence</c>, <c>schema</c> ...</param>
/// <param name="Sequence">The first sequence number concerned; null where it concerns no entry.</param>
/// <param name="Entry">That entry's id; null where it concerns no entry, or it cannot be read.</param>
/// <param name="Text">What was found and what was expected.</param>
public sealed record AuditFinding(string Check, long? Sequence, string? Entry, string Text);

namespace TrustFund.Storage;

/// <summary>Something the books refused: a value, collected with the others, not an exception.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Subject">What was refused: the id of an entry, the code of an account ...</param>
/// <param name="Text">The same for a person: what was found and what to do.</param>
public sealed record Refusal(RefusalReason Reason, string Subject, string Text);

namespace TrustFund.Storage;

/// <summary>What came of adding entries.</summary>
/// <param name="Posted">How many entries were added.</param>
/// <param name="AlreadyPosted">How many were there already with the same contents.</param>
/// <param name="Refusals">Why nothing was added; empty where all went in.</param>
/// <param name="Head">The end of the journal after the call.</param>
public sealed record AppendResult(long Posted, long AlreadyPosted, IReadOnlyList<Refusal> Refusals, JournalHead Head)
{
    /// <summary>Whether anything was refused; then nothing was added.</summary>
    public bool IsRefused => Refusals.Count > 0;
}

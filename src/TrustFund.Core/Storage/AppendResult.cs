namespace TrustFund.Storage;

/// <summary>What came of adding entries.</summary>
/// <param name="Posted">How many entries were added or, where <paramref name="IsKept"/> says no, would have been; 0 where any was refused.</param>
/// <param name="AlreadyPosted">How many were there already with the same contents; 0 where any was refused.</param>
/// <param name="Refusals">Why nothing was added; empty where nothing was refused.</param>
/// <param name="Head">The end of the journal after the call.</param>
/// <param name="IsKept">Whether what was posted is in the books.</param>
public sealed record AppendResult(
    long Posted, long AlreadyPosted, IReadOnlyList<Refusal> Refusals, JournalHead Head, bool IsKept)
{
    /// <summary>Whether anything was refused; then nothing was added.</summary>
    public bool IsRefused => Refusals.Count > 0;
}

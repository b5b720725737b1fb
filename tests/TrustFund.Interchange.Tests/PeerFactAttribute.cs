namespace TrustFund.Interchange.Tests;

/// <summary>A test that asks another ledger; skipped, and said so, where that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute(string tool)
    {
        if (!Peer.IsInstalled(tool))
        {
            Skip = $"{tool} is not installed here: what it makes of our export was not tried.";
        }
    }
}

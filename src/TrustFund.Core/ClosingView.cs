namespace TrustFund;

/// <summary>Whether balances are meant before or after the close of the period that ends at the cutoff.</summary>
public enum ClosingView
{
    /// <summary>Leaves out the closing entries dated on the cutoff's own day, and no others.</summary>
    BeforeClosing,

    /// <summary>Includes every closing entry.</summary>
    AfterClosing,
}

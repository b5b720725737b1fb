namespace TrustFund;

/// <summary>Whether balances are meant before or after the close of the period that ends at the cutoff.</summary>
public enum ClosingView
{
    /// <summary>Leaves out the closing entries dated on the cutoff's own day or, where the cutoff is of a period, in the period; and no others.</summary>
    BeforeClosing,

    /// <summary>Includes every closing entry.</summary>
    AfterClosing,
}

namespace TrustFund;

/// <summary>The five elements of financial statements that an account can belong to.</summary>
public enum AccountType
{
    /// <summary>A resource controlled by the fund. Normal side: debit.</summary>
    Asset = 1,

    /// <summary>A present obligation. Normal side: credit.</summary>
    Liability = 2,

    /// <summary>Accumulated surplus and reserves. Normal side: credit.</summary>
    NetAssets = 3,

    /// <summary>An increase in net assets other than one recorded there directly. Normal side: credit.</summary>
    Revenue = 4,

    /// <summary>A decrease in net assets other than one recorded there directly. Normal side: debit.</summary>
    Expense = 5,
}

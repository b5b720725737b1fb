namespace TrustFund.Practice;

/// <summary>
/// A chart for a trust fund that reports on the accrual basis: contributions by donor, investment and
/// other exchange revenue, expenses by nature, depreciation and amortization, accumulated surplus and
/// reserves, and the assets and liabilities these need. Any other chart serves as well; this one
/// spares a beginning.
/// </summary>
public static class StandardChart
{
    /// <summary>11010, asset.</summary>
    public static Account CashAtBank { get; } = Asset("11010", "Cash at bank");

    /// <summary>11020, asset.</summary>
    public static Account CashPool { get; } = Asset("11020", "Share of the cash pool");

    /// <summary>12010, asset.</summary>
    public static Account ContributionsReceivable { get; } = Asset("12010", "Voluntary contributions receivable");

    /// <summary>12090, asset with a credit balance.</summary>
    public static Account AllowanceForDoubtfulReceivables { get; } = Asset("12090", "Allowance for doubtful receivables");

    /// <summary>13010, asset.</summary>
    public static Account AccruedInvestmentRevenue { get; } = Asset("13010", "Accrued investment revenue");

    /// <summary>14010, asset.</summary>
    public static Account Advances { get; } = Asset("14010", "Advances");

    /// <summary>15010, asset.</summary>
    public static Account PropertyPlantAndEquipment { get; } = Asset("15010", "Property, plant and equipment");

    /// <summary>15090, asset with a credit balance.</summary>
    public static Account AccumulatedDepreciation { get; } = Asset("15090", "Accumulated depreciation");

    /// <summary>16010, asset.</summary>
    public static Account IntangibleAssets { get; } = Asset("16010", "Intangible assets");

    /// <summary>16090, asset with a credit balance.</summary>
    public static Account AccumulatedAmortization { get; } = Asset("16090", "Accumulated amortization");

    /// <summary>19010, asset.</summary>
    public static Account DueFromOtherFunds { get; } = Asset("19010", "Due from other funds");

    /// <summary>19900, asset: what is not yet known where it belongs; nil at every close.</summary>
    public static Account Suspense { get; } = Asset("19900", "Suspense account");

    /// <summary>21010, liability.</summary>
    public static Account AccountsPayable { get; } = Liability("21010", "Accounts payable");

    /// <summary>21020, liability.</summary>
    public static Account AccruedExpenses { get; } = Liability("21020", "Accrued expenses");

    /// <summary>22010, liability.</summary>
    public static Account EmployeeBenefitsPayable { get; } = Liability("22010", "Employee benefits payable");

    /// <summary>23010, liability.</summary>
    public static Account ConditionalContributions { get; } = Liability("23010", "Conditional contributions received in advance");

    /// <summary>29010, liability.</summary>
    public static Account DueToOtherFunds { get; } = Liability("29010", "Due to other funds");

    /// <summary>31010, net assets.</summary>
    public static Account AccumulatedSurplusUnrestricted { get; } = NetAssets("31010", "Accumulated surplus - unrestricted");

    /// <summary>31020, net assets.</summary>
    public static Account AccumulatedSurplusRestricted { get; } = NetAssets("31020", "Accumulated surplus - restricted");

    /// <summary>32010, net assets.</summary>
    public static Account OperatingReserve { get; } = NetAssets("32010", "Operating reserve");

    /// <summary>41010, revenue, by donor.</summary>
    public static Account VoluntaryContributions { get; } = Revenue("41010", "Voluntary contributions");

    /// <summary>41020, revenue, by donor.</summary>
    public static Account VoluntaryContributionsInKind { get; } = Revenue("41020", "Voluntary contributions in kind");

    /// <summary>41090, revenue with a debit balance, by donor.</summary>
    public static Account RefundsToDonors { get; } = Revenue("41090", "Refunds to donors");

    /// <summary>42010, revenue.</summary>
    public static Account InvestmentRevenue { get; } = Revenue("42010", "Investment revenue");

    /// <summary>43010, revenue.</summary>
    public static Account OtherExchangeRevenue { get; } = Revenue("43010", "Other exchange revenue");

    /// <summary>44010, revenue.</summary>
    public static Account TransfersFromOtherFunds { get; } = Revenue("44010", "Transfers from other funds");

    /// <summary>51010, expense.</summary>
    public static Account StaffCosts { get; } = Expense("51010", "Staff costs");

    /// <summary>51020, expense.</summary>
    public static Account Consultants { get; } = Expense("51020", "Consultants and contractors");

    /// <summary>51030, expense.</summary>
    public static Account Travel { get; } = Expense("51030", "Travel");

    /// <summary>51040, expense.</summary>
    public static Account ContractualServices { get; } = Expense("51040", "Contractual services");

    /// <summary>51050, expense.</summary>
    public static Account Supplies { get; } = Expense("51050", "Supplies and materials");

    /// <summary>51060, expense.</summary>
    public static Account GeneralOperatingExpenses { get; } = Expense("51060", "General operating expenses");

    /// <summary>51070, expense.</summary>
    public static Account GrantsToPartners { get; } = Expense("51070", "Grants and transfers to implementing partners");

    /// <summary>51080, expense.</summary>
    public static Account ProgrammeSupportCosts { get; } = Expense("51080", "Programme support costs");

    /// <summary>51090, expense.</summary>
    public static Account ExchangeLosses { get; } = Expense("51090", "Exchange losses");

    /// <summary>51100, expense.</summary>
    public static Account DoubtfulReceivables { get; } = Expense("51100", "Doubtful receivables expense");

    /// <summary>52010, expense.</summary>
    public static Account Depreciation { get; } = Expense("52010", "Depreciation");

    /// <summary>52020, expense.</summary>
    public static Account Amortization { get; } = Expense("52020", "Amortization");

    /// <summary>53010, expense.</summary>
    public static Account TransfersToOtherFunds { get; } = Expense("53010", "Transfers to other funds");

    /// <summary>All of the above.</summary>
    public static ChartOfAccounts Accounts { get; } = new(
    [
        CashAtBank, CashPool, ContributionsReceivable, AllowanceForDoubtfulReceivables, AccruedInvestmentRevenue,
        Advances, PropertyPlantAndEquipment, AccumulatedDepreciation, IntangibleAssets, AccumulatedAmortization,
        DueFromOtherFunds, Suspense, AccountsPayable, AccruedExpenses, EmployeeBenefitsPayable, ConditionalContributions,
        DueToOtherFunds, AccumulatedSurplusUnrestricted, AccumulatedSurplusRestricted, OperatingReserve,
        VoluntaryContributions, VoluntaryContributionsInKind, RefundsToDonors, InvestmentRevenue,
        OtherExchangeRevenue, TransfersFromOtherFunds, StaffCosts, Consultants, Travel, ContractualServices,
        Supplies, GeneralOperatingExpenses, GrantsToPartners, ProgrammeSupportCosts, ExchangeLosses,
        DoubtfulReceivables, Depreciation, Amortization, TransfersToOtherFunds,
    ]);

    private static Account Asset(string code, string name) => new(code, name, AccountType.Asset);

    private static Account Liability(string code, string name) => new(code, name, AccountType.Liability);

    private static Account NetAssets(string code, string name) => new(code, name, AccountType.NetAssets);

    private static Account Revenue(string code, string name) => new(code, name, AccountType.Revenue);

    private static Account Expense(string code, string name) => new(code, name, AccountType.Expense);
}

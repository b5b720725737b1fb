namespace TrustFund.Interchange;

/// <summary>What can be wrong with a trial balance extract.</summary>
internal static class ExtractComplaints
{
    internal static Complaint UnknownColumn { get; } = new(
        "a column '{0}'", "account, name, fund, donor, currency, and debit and credit or balance",
        "Remove the column or give it one of these names; nothing is passed over in silence.");

    internal static Complaint ColumnTwice { get; } = new(
        "a second column for {0}: '{1}'", "each once", "Remove one of the two.");

    internal static Complaint NoAccountColumn { get; } = new(
        "no column for the account", "a column account", "Take the extract again with the codes of the accounts.");

    internal static Complaint AmountColumns { get; } = new(
        "{0}", "either debit and credit or balance", "Take the extract again with these columns, and no other amounts.");

    internal static Complaint NoRows { get; } = new(
        "a header without rows", "a row for each account", "Take the extract again.");

    internal static Complaint NoAccount { get; } = new(
        "an empty cell", "the code of an account",
        "Give the account, or remove the row: a total is computed, not read.");

    internal static Complaint NoFund { get; } = new(
        "an empty cell", "the code of a fund, as in other rows", "Give the fund, or remove the column.");

    internal static Complaint NotAnAmount { get; } = new(
        "'{0}'", "{1}", "Write all amounts of the file alike, and nothing else in their columns.");

    internal static Complaint OtherSide { get; } = new(
        "'{0}' in a column of {1}s", "an amount without CR or DR", "Move the amount to the other column, or remove the suffix.");

    internal static Complaint BothSides { get; } = new(
        "a debit and a credit in one row", "one of the two in each row", "Give the net balance in one of the columns.");

    internal static Complaint NoAmount { get; } = new(
        "no amount", "a debit, a credit or a balance; 0 where it is nil", "Write the balance, or remove the row.");

    internal static Complaint Ambiguous { get; } = new(
        "'{0}', which is {1} or {2}", "an amount that tells whether the {3} stands before decimals or between thousands, here or in another row",
        "Write the amounts with their decimals and without thousands separators.");

    internal static Complaint TwoNotations { get; } = new(
        "'{0}', with a decimal {1}, where line {2} has '{3}'", "one way of writing decimals in the whole file",
        "Write all amounts of the file alike.");

    internal static Complaint TooManyDecimals { get; } = new(
        "'{0}'", "at most {1} decimals in {2}, the currency of the row", "Correct the amount or the currency.");

    internal static Complaint TwoCurrencies { get; } = new(
        "{0}, where line {1} has {2}", "one currency{3}", "Take an extract in the fund's own currency.");

    internal static Complaint Unbalanced { get; } = new(
        "{0} greater by {1}{2}", "a trial balance: debits equal to credits", "Take the extract again with all accounts, on one day.");

    internal static Complaint NotYesOrNo { get; } = new(
        "'{0}'", "yes, no or an empty cell", "Say whether the books that the extract was taken from are illustrative.");
}

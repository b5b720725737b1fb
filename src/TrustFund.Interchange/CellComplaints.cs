namespace TrustFund.Interchange;

/// <summary>What can be wrong with a cell by itself.</summary>
internal static class CellComplaints
{
    internal static Complaint NoCode { get; } = new(
        "an empty cell", "a code of 1 to 64 characters", "Give the {0} a code.");

    internal static Complaint NotACode { get; } = new(
        "'{0}': {1}", "a code of 1 to 64 characters", "Give the {2} another code, here and wherever it is named.");

    internal static Complaint NoDate { get; } = new(
        "an empty cell", "a date as 2016-12-31", "State the date.");

    internal static Complaint NotADate { get; } = new(
        "'{0}'", "a date as 2016-12-31", "Write year, month and day in this order, a day that exists.");

    internal static Complaint NotAPostingDate { get; } = new(
        "'{0}'", "a posting date of the years 2 to 9997", "Correct the year: no accounting year can be made around this one.");

    internal static Complaint NotAPeriod { get; } = new(
        "'{0}'", "a period as 2016, 2016-06 or 2015-07-01..2016-06-30", "Write the period in one of these forms.");

    internal static Complaint NoCurrency { get; } = new(
        "an empty cell", "a currency code of ISO 4217 as USD", "State the currency.");

    internal static Complaint NotACurrency { get; } = new(
        "'{0}'", "a currency code of ISO 4217 as USD", "Write the three capital letters of the currency.");

    internal static Complaint NotANumber { get; } = new(
        "'{0}'", "{1}", "Write digits, and a point before the decimals.");

    internal static Complaint Separators { get; } = new(
        "'{0}'", "{1}", "Remove the thousands separators, and write a point before the decimals.");

    internal static Complaint NegativeRate { get; } = new(
        "'{0}'", "{1}", "A rate has no sign; the amounts it carries stand on one side.");

    internal static Complaint NegativeAmount { get; } = new(
        "'{0}'", "{1}", "A negative debit is a credit: write it in the other column.");

    internal static Complaint NegativeTransactionAmount { get; } = new(
        "'{0}'", "{1}", "Remove the sign: a transaction amount stands on the side of its posting.");

    internal static Complaint TooManyDecimals { get; } = new(
        "'{0}'", "at most {1} decimals in {2}", "Round the amount where it arose; the books do not.");

    internal static Complaint TooLarge { get; } = new(
        "'{0}'", "an amount that 64 bits of minor units hold", "Look for a digit too many.");

    internal static Complaint RateTooLong { get; } = new(
        "'{0}'", "a rate of at most 28 digits", "Write the rate as it was published.");

    internal static Complaint ZeroRate { get; } = new(
        "a rate of zero", "a rate above zero", "Write the units of the fund's currency for one of the transaction's.");

    internal static Complaint NotAHash { get; } = new(
        "'{0}'", "a SHA-256 hash of 64 hexadecimal digits", "Take the hash of the voucher's bytes again, or leave the cell empty.");
}

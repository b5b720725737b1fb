namespace TrustFund.Interchange;

/// <summary>What can be wrong with a journal of hledger, or lie outside of what is read of it.</summary>
internal static class HledgerComplaints
{
    internal static Complaint Directive { get; } = new(
        "'{0}'", "transactions, comments, and the directives account, commodity and decimal-mark",
        "Remove the line, or let hledger write the journal out plainly: hledger print.");

    internal static Complaint Indented { get; } = new(
        "an indented line that belongs to no transaction", "a transaction above it", "Remove the blanks before it, or the line.");

    internal static Complaint CommentNotClosed { get; } = new(
        "a comment that does not end", "a line 'end comment'", "Add the line where the comment ends.");

    internal static Complaint NotADate { get; } = new(
        "'{0}'", "a date as 2016-12-31", "Write year, month and day in this order, a day that exists.");

    internal static Complaint NoDescription { get; } = new(
        "a transaction without a description", "what happened, after the date", "Say what happened.");

    internal static Complaint Virtual { get; } = new(
        "'{0}', a virtual posting", "postings to accounts that balance", "Post to an account without parentheses or brackets, or remove the posting.");

    internal static Complaint Cost { get; } = new(
        "'{0}', a cost or a lot", "one amount in the fund's currency",
        "Write that amount, and state the other as tags: ; transaction:100.00 EUR, rate:1.0625.");

    internal static Complaint Assignment { get; } = new(
        "'{0}', a balance assignment", "an amount, and a balance assertion behind it if you want one", "Write the amount that was posted.");

    internal static Complaint PostingDate { get; } = new(
        "'{0}', a date of its own for a posting", "postings of the transaction's date", "Remove the tag, or make two transactions of it.");

    internal static Complaint NotAnAmount { get; } = new(
        "'{0}'", "an amount with its currency, as 1304208.33 USD", "Write digits with a decimal mark, and the currency beside them.");

    internal static Complaint Ambiguous { get; } = new(
        "'{0}', which can be read in two ways", "amounts whose decimal mark is known",
        "Add a line 'decimal-mark .' or 'decimal-mark ,' at the top of the journal.");

    internal static Complaint NotACurrency { get; } = new(
        "'{0}', which is no currency code of ISO 4217", "a currency code as USD",
        "Write the code, or say at the top which one is meant: ; trustfund commodity:{0}, currency:USD.");

    internal static Complaint SecondMissing { get; } = new(
        "a second posting without an amount", "one at most", "Write the amount.");

    internal static Complaint NothingMissing { get; } = new(
        "a posting without an amount where none is left for it in fund {0}", "an amount", "Write the amount, or remove the posting.");

    internal static Complaint NoType { get; } = new(
        "account '{0}', of which nothing tells the type", "an account whose type is declared, or named as hledger does in English",
        "Declare it: account {0}  ; type:A (A asset, L liability, E net assets, R revenue, X expense).");

    internal static Complaint NotAType { get; } = new(
        "type '{0}'", "A, L, E, R, X, C or V", "Correct the tag of the account.");

    internal static Complaint NotACode { get; } = new(
        "account '{0}', which is no code: {1}", "a name of 1 to 64 characters, or a code by tag",
        "Declare it with a code: account {0}  ; code:1000.");

    internal static Complaint CodeTwice { get; } = new(
        "code '{0}' a second time", "each code once", "Give one of the two accounts another code.");

    internal static Complaint NoFund { get; } = new(
        "a posting that names no fund", "a tag fund, on the posting or on the transaction, or books with one fund",
        "Add the tag, or declare the one fund at the top: ; trustfund fund:CODE, name:NAME, currency:USD.");

    internal static Complaint OtherCurrency { get; } = new(
        "an amount in {0}", "{1}, the currency of fund {2}",
        "Write the amount in the fund's currency, and state the other as tags: ; transaction:100.00 {0}, rate:1.0625.");

    internal static Complaint NotADeclaration { get; } = new(
        "'{0}'", "a declaration that is complete: of an account, or ; trustfund fund:, donor:, setting: or commodity:",
        "Correct the line: a fund has name and currency, a donor a name, a setting a value, a commodity a currency; each once.");

    internal static Complaint NotAnEntry { get; } = new(
        "a transaction that cannot be an entry ({0})", "an entry that the books can hold", "Correct the transaction, or what it names.");

    internal static Complaint AssertionFails { get; } = new(
        "a balance of {0} on account {1}", "{2}, as asserted", "Look for what is missing, twice or misdated up to here, or correct the assertion.");
}

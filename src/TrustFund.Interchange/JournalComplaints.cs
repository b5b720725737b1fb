namespace TrustFund.Interchange;

/// <summary>What can be wrong with postings and entries.</summary>
internal static class JournalComplaints
{
    internal static Complaint EntryTwice { get; } = new(
        "entry '{0}' a second time (first in line {1})", "the rows of an entry together, and each entry once",
        "Put the rows together, or give the second entry an id of its own.");

    internal static Complaint Disagrees { get; } = new(
        "{0} '{1}'", "{2} as in the first row of the entry",
        "State it alike in every row of the entry, or in the first alone.");

    internal static Complaint NothingRecorded { get; } = new(
        "no column '{0}'", "the columns sequence, recorded and hash, as an export has them",
        "Restore from an export, or import without restoring: the entries are then recorded anew.");

    internal static Complaint NotASequence { get; } = new(
        "'{0}'", "the number of the entry in the journal, 1 or more", "Take the export again; it was changed.");

    internal static Complaint NotAnInstant { get; } = new(
        "'{0}'", "an instant as 2017-03-31T12:00:00Z", "Take the export again; it was changed.");

    internal static Complaint NotAnEntryHash { get; } = new(
        "'{0}'", "the hash of the entry, 64 hexadecimal digits", "Take the export again; it was changed.");

    internal static Complaint UnknownKind { get; } = new(
        "'{0}'", "{1}", "Write one of these words, or leave the cell empty for ordinary.");

    internal static Complaint NoDescription { get; } = new(
        "an empty cell", "a description of the entry", "Say in the entry's first row what happened.");

    internal static Complaint NoRestatedPeriod { get; } = new(
        "a restatement that names no period", "the period that it restates, as 2015",
        "Name the period in column restates, or give the entry another kind.");

    internal static Complaint NoReversedEntry { get; } = new(
        "a reversal that names no entry", "the id of the entry that it reverses",
        "Name the entry in column reverses, or give this one another kind.");

    internal static Complaint NotARestatement { get; } = new(
        "'{0}' in an entry that is no restatement", "an empty cell, or kind restatement",
        "Only a restatement names a period that it restates; where the entry belongs to, column period says.");

    internal static Complaint NotAReversal { get; } = new(
        "'{0}' in an entry that is no reversal", "an empty cell, or kind reversal",
        "Only a reversal names an entry that it reverses, and a closing entry the one it takes back.");

    internal static Complaint HashWithoutVoucher { get; } = new(
        "a hash without a voucher", "the name of the voucher beside it", "Name the voucher in column voucher.");

    internal static Complaint NoReference { get; } = new(
        "an empty cell", "the code of {1}", "Each posting names its {0}.");

    internal static Complaint UnknownReference { get; } = new(
        "{0} '{1}'", "a code that {2} holds", "Add the {0} to {2}, or correct the code.");

    internal static Complaint OtherCurrency { get; } = new(
        "{0}", "{1}, the currency of fund {2}",
        "Post the amount in the fund's currency, and state the other as transaction_amount with its currency and rate.");

    internal static Complaint BothSides { get; } = new(
        "a debit and a credit", "one of the two in each row", "Write two rows, or the difference in one of the columns; leave the other cell empty.");

    internal static Complaint NoSide { get; } = new(
        "neither a debit nor a credit", "one of the two in each row", "Write the amount, or remove the row.");

    internal static Complaint Nil { get; } = new(
        "'{0}': no amount", "an amount above zero, or a transaction amount that comes to less than half a unit",
        "Write the amount, or remove the row.");

    internal static Complaint TransactionInPart { get; } = new(
        "{0} alone", "transaction_amount, transaction_currency and rate together", "Fill all three or none.");

    internal static Complaint TransactionNil { get; } = new(
        "'{0}': no amount", "a transaction amount above zero", "Write the amount, or leave transaction_amount, transaction_currency and rate empty.");

    internal static Complaint TransactionInOwnCurrency { get; } = new(
        "{0}, the fund's own currency", "the other currency in which the posting arose",
        "Leave transaction_amount, transaction_currency and rate empty where the posting arose in the fund's currency.");

    internal static Complaint RateDoesNotCarry { get; } = new(
        "{0} at {1}, which comes to {2}, not to the {3} posted",
        "a transaction amount that its rate carries to the amount, to the minor unit",
        "Correct the amount, the transaction amount or the rate.");

    internal static Complaint NotOpen { get; } = new(
        "a posting dated {0} to {1} {2}, open {3}", "a date on which account and fund are open",
        "Correct the date or the {1}, or the days in {4}.");

    internal static Complaint OnePosting { get; } = new(
        "entry {0} with one posting", "two postings or more", "Add the row of the other side.");

    internal static Complaint Unbalanced { get; } = new(
        "entry {0}, which does not balance: {1}", "debits equal to credits in each fund",
        "Correct the amounts, or add the posting that is missing.");
}

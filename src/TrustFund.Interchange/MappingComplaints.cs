namespace TrustFund.Interchange;

/// <summary>What can be wrong with a mapping of accounts to lines.</summary>
internal static class MappingComplaints
{
    internal static Complaint NotAccounts { get; } = new(
        "'{0}'", "an account code, or a range first..last", "Write one code, or two with two points between them.");

    internal static Complaint Reversed { get; } = new(
        "'{0}', a range that ends before it begins", "a range first..last", "Write the lower code first.");

    internal static Complaint UnlikeEnds { get; } = new(
        "'{0}', whose ends are not alike", "a range between two numbers, or between two codes of the same length with letters",
        "Write one row for each form of code.");

    internal static Complaint NoLine { get; } = new(
        "an empty cell", "the name of a line of the template, or -",
        "Write - for accounts that the statement does not present.");

    internal static Complaint Twice { get; } = new(
        "'{0}' a second time (first in line {1})", "each account once", "Remove one of the two rows.");

    internal static Complaint Overlap { get; } = new(
        "'{0}', which overlaps {1} in line {2}", "each account once", "Make the ranges end where others begin.");
}

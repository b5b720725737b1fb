namespace TrustFund.Interchange;

/// <summary>What can be wrong with accounts, funds, donors and settings.</summary>
internal static class MasterDataComplaints
{
    internal static Complaint CodeTwice { get; } = new(
        "'{0}' a second time (first in line {1})", "each {2} once", "Remove the row, or correct its {2}.");

    internal static Complaint NoName { get; } = new(
        "an empty cell", "the name of the {0}", "Give the {0} the name that statements and listings show.");

    internal static Complaint UnknownType { get; } = new(
        "'{0}'", "{1}", "Write one of these words.");

    internal static Complaint ClosedBefore { get; } = new(
        "'{0}', before {1}", "a last day that is not before the first", "Correct one of the two days.");

    internal static Complaint NoKey { get; } = new(
        "an empty cell", "the name of a setting", "Name the setting or remove the row.");

    internal static Complaint KeyInCapitals { get; } = new(
        "'{0}'", "the name of a setting in small letters", "Write '{1}': in capitals the setting would have no effect.");

    internal static Complaint NotYesOrNo { get; } = new(
        "'{0}'", "yes or no", "Say whether the books are illustrative.");
}

namespace TrustFund.Interchange;

/// <summary>What can be wrong with the events and editions of an export.</summary>
internal static class EventComplaints
{
    private const string Changed = "Take the export again; it was changed.";

    internal static Complaint OutOfOrder { get; } = new(
        "'{0}'", "{1}, the number of the next event, or the one before it and no more than a reason", Changed);

    internal static Complaint NotACount { get; } = new("'{0}'", "a number of digits alone", Changed);

    internal static Complaint NotAHash { get; } = new("'{0}'", "a hash of 64 hexadecimal digits", Changed);

    internal static Complaint UnknownWord { get; } = new("'{0}'", "one of these words: {1}", Changed);

    internal static Complaint NotEscaped { get; } = new("'{0}'", "a text in which a backslash stands before another, or before u and four hexadecimal digits", Changed);

    internal static Complaint NotNamed { get; } = new("an empty cell", "the {0} that such an event names", Changed);

    internal static Complaint NotOfItsKind { get; } = new("'{0}'", "an empty cell: such an event names no {1}", Changed);

    internal static Complaint NoSuchEvent { get; } = new("'{0}'", "the number of an event of events.csv that is a {1}", Changed);

    internal static Complaint RegisteredTwice { get; } = new("{0} '{1}' a second time", "each {0} registered by one event", Changed);

    internal static Complaint NeverRegistered { get; } = new(
        "no row for the {0} '{1}'", "a row for everything that {2} holds", "Take the export again, or import without restoring: what is new is then registered.");

    internal static Complaint EditionTwice { get; } = new("event {0} a second time", "one edition for each event that registers a statement", Changed);

    internal static Complaint NoEdition { get; } = new("no row for event {0}", "an edition for each event that registers a statement", Changed);

    internal static Complaint NotAnEdition { get; } = new("'{0}'", "an edition that could have been registered", "{1} " + Changed);

    internal static Complaint NoFile { get; } = new("no file editions/{0}", "the bytes of each file of an edition", Changed);

    internal static Complaint FileDiffers { get; } = new("a file editions/{0} of the SHA-256 {1}", "the bytes that were registered", Changed);
}

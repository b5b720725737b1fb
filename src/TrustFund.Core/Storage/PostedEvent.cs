using NodaTime;

namespace TrustFund.Storage;

/// <summary>An event as the books hold it.</summary>
/// <param name="Number">Its place in the chain of events: 1, 2, 3 ... without a gap.</param>
/// <param name="Recorded">When it was recorded; never earlier than the event before it.</param>
/// <param name="Hash">The hash over the hash before it, number, recorded instant and contents.</param>
/// <param name="Event">The event.</param>
public sealed record PostedEvent(long Number, Instant Recorded, Sha256Hash Hash, BooksEvent Event);

using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>What happened to books besides entries, to be written beside them.</summary>
/// <param name="Events">The events in the order of their numbers.</param>
/// <param name="ReadFile">Gives the bytes of a file of an edition: the number of its event, and the file.</param>
public sealed record BooksEvents(IReadOnlyList<PostedEvent> Events, Func<long, EditionFile, ValueTask<byte[]?>> ReadFile);

namespace TrustFund.Storage;

/// <summary>An event as other books held it, to be restored.</summary>
/// <param name="Posted">The event with its number, recorded instant and hash.</param>
/// <param name="Contents">The files of the edition that it registered; empty where it registered none.</param>
public sealed record RestoredEvent(PostedEvent Posted, IReadOnlyList<EditionContents> Contents);

using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>An entry in the file that could never have been posted.</summary>
internal sealed class UnreadableEntryException(long sequence, string id, Sha256Hash hash, string name, Exception cause)
    : Exception(cause.Message, cause)
{
    internal long Sequence { get; } = sequence;

    internal string Id { get; } = id;

    /// <summary>The hash that stands there; the default where none can be read.</summary>
    internal Sha256Hash Hash { get; } = hash;

    internal BooksException ToBooksException() => new(BooksFailure.Corrupt, FormattableString.Invariant(
        $"Entry {Id} (number {Sequence}) of the books {name} is not one that could have been posted: {Message} Run an audit: the file was changed from outside."), this);
}

using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>An entry in the file that could never have been posted.</summary>
internal sealed class UnreadableEntryException(long sequence, string id, string name, Exception cause) : Exception(cause.Message, cause)
{
    internal long Sequence { get; } = sequence;

    internal string Id { get; } = id;

    internal BooksException ToBooksException() => new(BooksFailure.Corrupt, FormattableString.Invariant(
        $"Entry {Id} (number {Sequence}) of the books {name} is not one that could have been posted: {Message} Run an audit: the file was changed from outside."), this);
}

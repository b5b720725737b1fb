namespace TrustFund.Storage;

/// <summary>
/// The store failed: locked, full, read-only, corrupt, of a newer schema, or no books at all. The books
/// are as they were.
/// </summary>
public sealed class BooksException : IOException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">What kind of failure.</param>
    /// <param name="message">What happened and what to do, for a person.</param>
    /// <param name="innerException">The cause; null where there is none.</param>
    public BooksException(BooksFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>What kind of failure.</summary>
    public BooksFailure Failure { get; }
}

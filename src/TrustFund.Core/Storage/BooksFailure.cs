namespace TrustFund.Storage;

/// <summary>How a store can fail.</summary>
public enum BooksFailure
{
    /// <summary>There are no books at the place named.</summary>
    Missing,

    /// <summary>Books are there already where new ones were to be made.</summary>
    Exists,

    /// <summary>Another process keeps the books locked.</summary>
    Locked,

    /// <summary>No room to write.</summary>
    Full,

    /// <summary>The books may be read only.</summary>
    ReadOnly,

    /// <summary>The file is damaged, or holds what could never have been posted.</summary>
    Corrupt,

    /// <summary>The file holds something else than books of this program.</summary>
    NotBooks,

    /// <summary>The books were written by a newer version.</summary>
    NewerSchema,

    /// <summary>Any other failure to read or write.</summary>
    InputOutput,
}

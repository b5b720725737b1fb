namespace TrustFund;

/// <summary>An entry whose debits do not equal its credits in every fund.</summary>
public sealed class UnbalancedEntryException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="entry">The entry's id.</param>
    /// <param name="differences">The funds in which it does not balance, each with its difference.</param>
    public UnbalancedEntryException(Code<JournalEntry> entry, IReadOnlyList<FundDifference> differences)
        : base($"Entry {entry} does not balance: {string.Join("; ", differences)}.")
        => (Entry, Differences) = (entry, [.. differences]);

    /// <summary>The entry's id.</summary>
    public Code<JournalEntry> Entry { get; }

    /// <summary>The funds in which it does not balance.</summary>
    public IReadOnlyList<FundDifference> Differences { get; }
}

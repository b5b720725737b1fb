namespace TrustFund.Sqlite;

/// <summary>What a scan of the journal meets: one object, filled anew for every entry.</summary>
internal sealed class ScannedEntry
{
    internal long Sequence { get; set; }

    internal Month Month { get; set; }

    internal int Day { get; set; }

    internal EntryKind Kind { get; set; }

    internal long PostingCount { get; set; }

    internal long DetailCount { get; set; }

    internal (long Seconds, long Nanoseconds) Recorded { get; set; }

    /// <summary>The last day of the period it restates; null for anything but a restatement.</summary>
    internal NodaTime.LocalDate? RestatesEnd { get; set; }

    /// <summary>Whether it is a reclassification, which counts as restated or nowhere.</summary>
    internal bool IsReclassification { get; set; }

    internal List<ScannedPosting> Postings { get; } = [];
}

/// <summary>A posting by the numbers that name its account, fund and donor; donor 0 for none.</summary>
internal readonly record struct ScannedPosting(long Line, long Account, long Fund, long Donor, long Amount);

using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>An event of <c>events.csv</c> as far as it is read; what it registered stands in other files.</summary>
internal sealed class EventDraft
{
    internal required long Number { get; init; }

    /// <summary>The line of its first row.</summary>
    internal required int Line { get; init; }

    internal required BooksEvent Change { get; init; }

    internal required Instant Recorded { get; init; }

    internal required Sha256Hash Hash { get; init; }

    /// <summary>The lines of its reason, each null where its cell is empty.</summary>
    internal List<string?> Reason { get; } = [];

    /// <summary>Its reason with all its lines; null where it states none.</summary>
    internal string? JoinedReason => Reason is [null] ? null : string.Join('\n', Reason);

    internal List<Account> Accounts { get; } = [];

    internal List<Fund> Funds { get; } = [];

    internal List<Donor> Donors { get; } = [];

    internal Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    internal List<EditionContents> Files { get; } = [];

    internal Edition? Edition { get; set; }

    /// <summary>The event as it is to be restored.</summary>
    internal RestoredEvent ToRestored() => new(
        new PostedEvent(Number, Recorded, Hash, Change with
        {
            Registered = Accounts.Count + Funds.Count + Donors.Count + Settings.Count == 0
                ? MasterData.Empty
                : new MasterData(new ChartOfAccounts(Accounts), Funds, Donors, Settings),
            Reason = JoinedReason,
            Edition = Edition,
        }),
        Files);
}

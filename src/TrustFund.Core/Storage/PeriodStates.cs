using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace TrustFund.Storage;

/// <summary>
/// What the events of books come to: which periods of which funds are closed or closing, which funds are
/// closed, and what is refused for it. The one rule of a closed period, for every store. Immutable.
/// </summary>
public sealed class PeriodStates
{
    private readonly ImmutableDictionary<Code<Fund>, ImmutableList<PostedEvent>> _live;
    private readonly ImmutableDictionary<Code<Fund>, PostedEvent> _closedFunds;

    // No entry dated after it meets a rule, so that what is posted in time asks no further.
    private readonly LocalDate _last;

    private PeriodStates(
        ImmutableDictionary<Code<Fund>, ImmutableList<PostedEvent>> live, ImmutableDictionary<Code<Fund>, PostedEvent> closedFunds)
    {
        (_live, _closedFunds) = (live, closedFunds);
        var ends = live.Values.SelectMany(events => events).Select(PeriodOf).Select(period => period.End);
        _last = closedFunds.IsEmpty ? ends.Append(LocalDate.MinIsoValue).Max() : LocalDate.MaxIsoValue;
    }

    /// <summary>Everything is open.</summary>
    public static PeriodStates Open { get; } = new(
        ImmutableDictionary<Code<Fund>, ImmutableList<PostedEvent>>.Empty, ImmutableDictionary<Code<Fund>, PostedEvent>.Empty);

    /// <summary>What events come to.</summary>
    /// <param name="events">The events in the order of their numbers; those that concern no period count for nothing.</param>
    public static PeriodStates Of(IEnumerable<PostedEvent> events) => events.Aggregate(Open, (states, posted) => states.With(posted));

    /// <summary>The states after one more event. A period that is reopened opens the periods within it that end on its last day.</summary>
    /// <param name="posted">The event.</param>
    public PeriodStates With(PostedEvent posted)
    {
        if (posted.Event is not { Fund: { } fund } change)
        {
            return this;
        }

        return change.Kind switch
        {
            BooksEventKind.PeriodClosed or BooksEventKind.PeriodClosing =>
                new(_live.SetItem(fund, LiveOf(fund).RemoveAll(live => live.Event.Period == change.Period).Add(posted)), _closedFunds),
            BooksEventKind.PeriodReopened => new(_live.SetItem(fund, LiveOf(fund).RemoveAll(live => IsOpenedBy(live, change.Period!.Value))), _closedFunds),
            BooksEventKind.FundClosed => new(_live, _closedFunds.SetItem(fund, posted)),
            _ => this,
        };
    }

    /// <summary>How far a period of a fund is closed by an event of its own; a month of a closed year may be open for itself, and takes no entry.</summary>
    public PeriodState StateOf(Code<Fund> fund, ReportingPeriod period) => LiveEvent(fund, period)?.Event.Kind switch
    {
        BooksEventKind.PeriodClosed => PeriodState.Closed,
        BooksEventKind.PeriodClosing => PeriodState.Closing,
        _ => PeriodState.Open,
    };

    /// <summary>The event that closed a period, or began to close it; null where it is open. Tells who did, and when.</summary>
    public PostedEvent? LiveEvent(Code<Fund> fund, ReportingPeriod period) =>
        LiveOf(fund).Find(live => live.Event.Period == period);

    /// <summary>The events that closed what is closed or closing in a fund, in the order of their numbers.</summary>
    public IReadOnlyList<PostedEvent> LiveOf(Code<Fund> fund, PeriodState state) => LiveOf(fund).FindAll(live => StateBy(live) == state);

    /// <summary>The last day that a closed period of the fund covers; null where none is closed.</summary>
    public LocalDate? ClosedThrough(Code<Fund> fund) =>
        LiveOf(fund, PeriodState.Closed).Max(live => (LocalDate?)PeriodOf(live).End);

    /// <summary>The event that closed a fund for good; null where it is open.</summary>
    public PostedEvent? FundClosed(Code<Fund> fund) => _closedFunds.GetValueOrDefault(fund);

    /// <summary>
    /// What keeps an entry out; null where nothing does. A fund takes no entry that is dated on or before the end of
    /// a period closed. While a period that holds it is closing, its last day takes adjusting, reversing and
    /// closing entries all the same; of other kinds no entry dated on or before its end is taken.
    /// </summary>
    /// <param name="entry">The entry to be added.</param>
    public Refusal? Fault(JournalEntry entry)
    {
        if (entry.Date > _last)
        {
            return null;
        }

        Fund? asked = null;
        foreach (var posting in entry.Postings)
        {
            if (!ReferenceEquals(posting.Fund, asked) && Fault(entry, posting.Fund.Code) is { } fault)
            {
                return fault;
            }

            asked = posting.Fund;
        }

        return null;
    }

    /// <summary>The event whose closed period, or else whose closing one, keeps an entry of a kind and day out of a fund; null where none does.</summary>
    public PostedEvent? Hindrance(Code<Fund> fund, LocalDate date, EntryKind kind)
    {
        if (date > _last)
        {
            return null;
        }

        var live = LiveOf(fund);
        var isLate = kind is EntryKind.Adjusting or EntryKind.Reversal or EntryKind.Closing;
        bool Covers(PostedEvent one, PeriodState state) => StateBy(one) == state && date <= PeriodOf(one).End;
        return live.Find(closed => Covers(closed, PeriodState.Closed) && !(isLate && live.Exists(closing => Holds(closing, PeriodOf(closed), date))))
            ?? (isLate ? null : live.Find(closing => Covers(closing, PeriodState.Closing)));
    }

    /// <summary>What keeps a change of a period or fund from being made; null where nothing does.</summary>
    /// <param name="change">The change.</param>
    /// <param name="head">The end of the journal as it stands.</param>
    /// <param name="masterData">What is registered.</param>
    /// <exception cref="ArgumentException">The event is no such change, or lacks the fund, the period or the reason that it must name.</exception>
    public Refusal? Fault(BooksEvent change, JournalHead head, MasterData masterData)
    {
        var isReopening = change.Kind == BooksEventKind.PeriodReopened;
        if (change.Kind is not (BooksEventKind.PeriodClosed or BooksEventKind.PeriodClosing or BooksEventKind.PeriodReopened or BooksEventKind.FundClosed)
            || change.Registered.Count > 0 || change.Fund is not { } fund || change.Period.HasValue == (change.Kind == BooksEventKind.FundClosed)
            || (isReopening && string.IsNullOrWhiteSpace(change.Reason)))
        {
            throw new ArgumentException(
                $"An event of kind {change.Kind} is not recorded so: a change of a period names fund and period, a reopening its reason too, the close of a fund the fund alone.", nameof(change));
        }

        if (change.After != head)
        {
            return new Refusal(RefusalReason.BooksMovedOn, fund.Text, FormattableString.Invariant(
                $"The books have moved on: they hold {head.Sequence} entries, not the {change.After.Sequence} that this was worked out from. Nothing was recorded; do it again."));
        }

        if (masterData.FindFund(fund) is null)
        {
            return new Refusal(RefusalReason.UnknownFund, fund.Text, $"The books have no fund {fund}. Register it first.");
        }

        if (FundClosed(fund) is { } closed)
        {
            return new Refusal(RefusalReason.FundClosed, fund.Text, $"Fund {fund} is closed already ({By(closed)}).");
        }

        return change.Period is not { } period ? null : isReopening ? ReopeningFault(fund, period) : ClosingFault(change.Kind, fund, period);
    }

    /// <summary>Refuses changes that cannot be recorded, or not together: none, a reopening that is not the first, a text that books do not take.</summary>
    /// <param name="changes">The changes in their order.</param>
    /// <exception cref="ArgumentException">They cannot.</exception>
    public static void RequireChanges(IReadOnlyList<BooksEvent> changes)
    {
        if (changes.Count == 0 || changes.Skip(1).Any(change => change.Kind == BooksEventKind.PeriodReopened))
        {
            throw new ArgumentException("Changes are recorded together where there is one, and none but the first opens a period.", nameof(changes));
        }

        foreach (var change in changes)
        {
            change.RequireTexts();
        }
    }

    private Refusal? ClosingFault(BooksEventKind kind, Code<Fund> fund, ReportingPeriod period) =>
        LiveEvent(fund, period) is { } live && (live.Event.Kind == BooksEventKind.PeriodClosed || live.Event.Kind == kind)
            ? new Refusal(RefusalReason.PeriodClosed, fund.Text, $"Period {period} of fund {fund} is {Word(live)} already ({By(live)}).")
            : null;

    private Refusal? ReopeningFault(Code<Fund> fund, ReportingPeriod period)
    {
        if (LiveEvent(fund, period) is null)
        {
            return new Refusal(RefusalReason.PeriodOpen, fund.Text, $"Period {period} of fund {fund} is open; there is nothing to reopen.");
        }

        // A year that is closed holds its months closed; what it holds does not hold it.
        var later = LiveOf(fund).Find(live => PeriodOf(live) is var other && other != period && StateBy(live) == PeriodState.Closed
            && (other.End > period.End || (other.End == period.End && other.Start < period.Start)));
        return later is null ? null : new Refusal(RefusalReason.LaterPeriodClosed, fund.Text,
            $"Period {period} of fund {fund} cannot be reopened while {PeriodOf(later)} is closed ({By(later)}). Reopen that first: {Reopening(later)}");
    }

    private Refusal? Fault(JournalEntry entry, Code<Fund> fund)
    {
        if (FundClosed(fund) is { } closed)
        {
            return new Refusal(RefusalReason.FundClosed, entry.Id.Text,
                $"Entry {entry.Id} posts to fund {fund}, which is closed ({By(closed)}): a closed fund takes no entries.");
        }

        return Hindrance(fund, entry.Date, entry.Kind) is not { } live ? null
            : StateBy(live) == PeriodState.Closed
                ? Refused(entry, live, $"is closed ({By(live)}). Date it after {Iso(ClosedThrough(fund)!.Value)}")
                : Refused(entry, live, $"is closing ({By(live)}) and takes only adjusting, reversal and closing entries. Post it as one of these, or date it after {Iso(PeriodOf(live).End)}");
    }

    private static Refusal Refused(JournalEntry entry, PostedEvent live, string fault) => new(RefusalReason.PeriodClosed, entry.Id.Text,
        $"Entry {entry.Id} of {Iso(entry.Date)} posts to fund {live.Event.Fund}, whose period {PeriodOf(live)} {fault}, or reopen the period: {Reopening(live)}");

    // A year reopened takes its last month along, in which its closing entries stand: neither could be opened before the other.
    private static bool IsOpenedBy(PostedEvent live, ReportingPeriod reopened) =>
        PeriodOf(live) is var period && period.End == reopened.End && period.Start >= reopened.Start;

    // Whether a period closing takes a late entry on its last day although a period within it is closed.
    private static bool Holds(PostedEvent closing, ReportingPeriod closed, LocalDate date) =>
        StateBy(closing) == PeriodState.Closing && PeriodOf(closing) is var year && year.End == date && year.Start <= closed.Start && closed.End <= year.End;

    private ImmutableList<PostedEvent> LiveOf(Code<Fund> fund) => _live.GetValueOrDefault(fund, []);

    private static ReportingPeriod PeriodOf(PostedEvent live) => live.Event.Period!.Value;

    private static PeriodState StateBy(PostedEvent live) =>
        live.Event.Kind == BooksEventKind.PeriodClosed ? PeriodState.Closed : PeriodState.Closing;

    private static string Word(PostedEvent live) => StateBy(live) == PeriodState.Closed ? "closed" : "closing";

    private static string By(PostedEvent posted) =>
        $"by {posted.Event.PreparedBy ?? "a person not stated"}, {InstantPattern.ExtendedIso.Format(posted.Recorded)}";

    private static string Reopening(PostedEvent live) =>
        $"trustfund reopen BOOKS --fund {live.Event.Fund} --period {PeriodOf(live)} --reason TEXT";

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}

using NodaTime;

namespace TrustFund.Interchange;

/// <summary>
/// The postings of a journal in the order of its entries, in some six bytes each, so that one reading of
/// the journal answers any question of balances and nothing else of it is held.
/// </summary>
internal sealed class PostingLog
{
    // Of an entry: its day less that of the entry before it and its kind, how many postings, and, where it
    // restates a period, the last day of that less its own day. Of a posting: the place in _keys, the amount.
    // Added to the kind of a reclassification, which counts as restated only.
    private const ulong Reclassification = 64;

    private readonly VariableBytes _bytes = new();
    private readonly Dictionary<PostingKey, int> _places = [];
    private readonly List<PostingKey> _keys = [];
    private (LocalDate Date, long Day) _last = (default, DayOf(default));

    /// <summary>How many entries there are.</summary>
    internal long Entries { get; private set; }

    /// <summary>The latest posting date; null where there is no entry.</summary>
    internal LocalDate? LastDate { get; private set; }

    /// <summary>Accounts by fund and donor, in the order in which they were met.</summary>
    internal IReadOnlyList<PostingKey> Keys => _keys;

    internal void Add(JournalEntry entry)
    {
        var day = entry.Date == _last.Date ? _last.Day : DayOf(entry.Date);
        _bytes.WriteSigned(day - _last.Day);
        _bytes.Write((ulong)entry.Kind | (entry.Nature == RestatementNature.Reclassification ? Reclassification : 0));
        _bytes.Write((ulong)entry.Postings.Count);
        if (entry.Restates is { } restated)
        {
            _bytes.WriteSigned(DayOf(restated.End) - day);
        }

        for (var index = 0; index < entry.Postings.Count; index++)
        {
            var posting = entry.Postings[index];
            _bytes.Write((ulong)PlaceOf(new PostingKey(posting.Account, posting.Fund, posting.Donor)));
            _bytes.WriteSigned(posting.Amount.MinorUnits);
        }

        _last = (entry.Date, day);
        LastDate = LastDate > entry.Date ? LastDate : entry.Date;
        Entries++;
    }

    /// <summary>Adds up what a cutoff takes in, from a day on.</summary>
    /// <param name="from">The first day taken in; null for all.</param>
    /// <param name="cutoff">The cutoff; nothing is known of when entries were recorded, so that all are taken for known.</param>
    internal PostingSums Sum(LocalDate? from, LedgerCutoff cutoff)
    {
        var (first, through) = (from is { } date ? DayOf(date) : long.MinValue, DayOf(cutoff.Through));
        var sums = new PostingSums(_keys.Count);
        var day = DayOf(default);
        var reader = _bytes.Read();
        for (var entry = 0L; entry < Entries; entry++)
        {
            day += reader.ReadSigned();
            var (mark, count) = (reader.Read(), (int)reader.Read());
            var (kind, isReclassification) = ((EntryKind)(mark & (Reclassification - 1)), mark >= Reclassification);
            var restated = kind == EntryKind.Restatement ? day + reader.ReadSigned() : day;
            var effective = cutoff.AsRestated ? restated : day;
            var isLeftOut = (isReclassification && !cutoff.AsRestated)
                || (kind == EntryKind.Closing && day == through && cutoff.Closing == ClosingView.BeforeClosing);
            var isTaken = effective >= first && effective <= through && !isLeftOut;
            for (var posting = 0; posting < count; posting++)
            {
                var (place, amount) = ((int)reader.Read(), reader.ReadSigned());
                if (isTaken)
                {
                    sums.Add(place, amount);
                }
            }
        }

        return sums;
    }

    // Ordered as days are; not counted without a gap.
    private static long DayOf(LocalDate date) => (((date.Year * 12L) + date.Month) * 32) + date.Day;

    private int PlaceOf(PostingKey key)
    {
        if (!_places.TryGetValue(key, out var place))
        {
            place = _keys.Count;
            _places.Add(key, place);
            _keys.Add(key);
        }

        return place;
    }
}

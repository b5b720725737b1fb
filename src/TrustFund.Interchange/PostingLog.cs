using System.Runtime.CompilerServices;
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

    // Before any year that a date can have, so that no day is a negative number.
    private const int FirstYear = -9999;

    private readonly VariableBytes _bytes = new();
    private readonly Dictionary<PostingKey, int> _places = [];
    private readonly List<PostingKey> _keys = [];
    private long _lastDay = DayOf(default);
    private long _latest;

    /// <summary>How many entries there are.</summary>
    internal long Entries { get; private set; }

    /// <summary>The latest posting date; null where there is no entry.</summary>
    internal LocalDate? LastDate => Entries == 0 ? null : DateOf(_latest);

    /// <summary>Accounts by fund and donor, in the order in which they were met.</summary>
    internal IReadOnlyList<PostingKey> Keys => _keys;

    internal void Add(JournalEntry entry)
    {
        var day = DayOf(entry.Date);
        AddEntry(
            day, (ulong)entry.Kind | (entry.Nature == RestatementNature.Reclassification ? Reclassification : 0), entry.Postings.Count,
            entry.Restates is { } restated ? DayOf(restated.End) : null);
        for (var index = 0; index < entry.Postings.Count; index++)
        {
            var posting = entry.Postings[index];
            AddPosting(PlaceOf(new PostingKey(posting.Account, posting.Fund, posting.Donor)), posting.Amount.MinorUnits);
        }
    }

    /// <summary>An entry that restates nothing; its postings follow by <see cref="AddPosting"/>.</summary>
    internal void AddEntry(long day, EntryKind kind, int postings) => AddEntry(day, (ulong)kind, postings, restated: null);

    internal void AddPosting(int place, long minorUnits)
    {
        _bytes.Write((ulong)place);
        _bytes.WriteSigned(minorUnits);
    }

    /// <summary>The place of an account, fund and donor among <see cref="Keys"/>.</summary>
    internal int PlaceOf(PostingKey key)
    {
        if (!_places.TryGetValue(key, out var place))
        {
            place = _keys.Count;
            _places.Add(key, place);
            _keys.Add(key);
        }

        return place;
    }

    /// <summary>Adds up what a cutoff takes in, from a day on.</summary>
    /// <param name="from">The first day taken in; null for all.</param>
    /// <param name="cutoff">The cutoff; nothing is known of when entries were recorded, so that all are taken for known.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal PostingSums Sum(LocalDate? from, LedgerCutoff cutoff)
    {
        var (first, through) = (from is { } date ? DayOf(date) : long.MinValue, DayOf(cutoff.Through));
        var closingLeftOut = cutoff.ClosingLeftOutFrom is { } leftOut ? DayOf(leftOut) : long.MaxValue;
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
                || (kind == EntryKind.Closing && day >= closingLeftOut);
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

    /// <summary>A date as a number, ordered as days are; not counted without a gap.</summary>
    internal static long DayOf(LocalDate date) => DayOf(date.Year, date.Month, date.Day);

    /// <inheritdoc cref="DayOf(LocalDate)"/>
    internal static long DayOf(int year, int month, int day) => ((((year - FirstYear) * 12L) + month - 1) * 32) + day;

    private static LocalDate DateOf(long day) => new((int)(day / (12 * 32)) + FirstYear, (int)(day / 32 % 12) + 1, (int)(day % 32));

    private void AddEntry(long day, ulong mark, int postings, long? restated)
    {
        _bytes.WriteSigned(day - _lastDay);
        _bytes.Write(mark);
        _bytes.Write((ulong)postings);
        if (restated is { } end)
        {
            _bytes.WriteSigned(end - day);
        }

        _lastDay = day;
        _latest = Entries == 0 ? day : Math.Max(_latest, day);
        Entries++;
    }
}

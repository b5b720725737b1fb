using NodaTime;
using NodaTime.Text;

namespace TrustFund.Cli.Rendering;

/// <summary>What came in: counted and added up while entries stream by.</summary>
internal sealed class JournalTally
{
    private readonly SortedDictionary<EntryKind, long> _kinds = [];
    private readonly SortedDictionary<string, (Currency Currency, Int128 Debits, Int128 Credits)> _totals = new(StringComparer.Ordinal);
    private long _entries;
    private long _postings;
    private LocalDate? _first;
    private LocalDate? _last;

    /// <summary>The same entries, counted.</summary>
    internal IEnumerable<TItem> Counted<TItem>(IEnumerable<TItem> entries, Func<TItem, JournalEntry> entryOf)
    {
        foreach (var item in entries)
        {
            Add(entryOf(item));
            yield return item;
        }
    }

    /// <summary>For a person, a line for each thing.</summary>
    internal string ToText(LocalDate today)
    {
        if (_entries == 0)
        {
            return "";
        }

        var kinds = string.Join(", ", _kinds.Select(pair => FormattableString.Invariant($"{Words.Kind(pair.Key)} {pair.Value}")));
        var totals = _totals.Values.Select(total =>
            $"  debits {Grouped(total.Debits, total.Currency)}, credits {Grouped(total.Credits, total.Currency)} {total.Currency}\n");
        return FormattableString.Invariant($"  {Count(_entries, "entry", "entries")} ({kinds}), {Count(_postings, "posting", "postings")}\n")
            + $"  dated {LocalDatePattern.Iso.Format(_first!.Value)} to {LocalDatePattern.Iso.Format(_last!.Value)}\n"
            + (_last > today ? $"  the last is dated after today, {LocalDatePattern.Iso.Format(today)}: is the date right?\n" : "")
            + string.Concat(totals);
    }

    internal static string Count(long count, string one, string many) =>
        FormattableString.Invariant($"{count} {(count == 1 ? one : many)}");

    private void Add(JournalEntry entry)
    {
        _entries++;
        _postings += entry.Postings.Count;
        _kinds[entry.Kind] = _kinds.GetValueOrDefault(entry.Kind) + 1;
        _first = _first is { } first && first < entry.Date ? first : entry.Date;
        _last = _last is { } last && last > entry.Date ? last : entry.Date;
        for (var index = 0; index < entry.Postings.Count; index++)
        {
            var amount = entry.Postings[index].Amount;
            var (_, debits, credits) = _totals.GetValueOrDefault(amount.Currency.Code);
            _totals[amount.Currency.Code] = amount.MinorUnits > 0
                ? (amount.Currency, debits + amount.MinorUnits, credits)
                : (amount.Currency, debits, credits - amount.MinorUnits);
        }
    }

    // Totals of a long journal can be more than any one amount.
    private static string Grouped(Int128 minorUnits, Currency currency) =>
        Amounts.Grouped((decimal)minorUnits / currency.MinorUnitsPerUnit, currency.MinorDigits);
}

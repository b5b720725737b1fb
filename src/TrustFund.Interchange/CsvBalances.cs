using System.Runtime.InteropServices;
using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>
/// The balances of a folder of CSV books: its journal is read once, as a stream, and what is held of it is
/// a few bytes a posting. CSV books do not say when an entry was recorded, so that all of them are taken
/// for known at any instant.
/// </summary>
public sealed class CsvBalances : IReadBalances
{
    private readonly PostingLog _log;

    private CsvBalances(string folder)
    {
        var books = CsvBooks.Open(folder);
        HashSet<Code<JournalEntry>> reversed;
        if (books.ReadPlain() is { } plain)
        {
            (_log, reversed, Fingerprint) = (plain.Log, plain.Reversed, books.FingerprintWith(plain.Hash));
        }
        else
        {
            (_log, reversed) = Read(books.Entries);
            Fingerprint = books.Fingerprint;
        }

        (MasterData, Problems) = (books.MasterData, books.Problems);
        Refusals = Problems.Count > 0 || reversed.Count == 0 ? [] : ReversalFaults(CsvBooks.Open(folder).Entries, reversed);
    }

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">Its path.</param>
    /// <exception cref="IOException">Reading failed in the middle of a file.</exception>
    public static CsvBalances Read(string folder) => new(folder);

    /// <summary>Accounts, funds, donors and settings, as far as they could be read.</summary>
    public MasterData MasterData { get; }

    /// <summary>Everything that could not be read: where there is any, the balances are of the rest alone.</summary>
    public IReadOnlyList<ReadingProblem> Problems { get; }

    /// <summary>What a store would refuse of entries that can be read: reversals that are none.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>The hash over the names and hashes of the files, in the order of their names.</summary>
    public Sha256Hash Fingerprint { get; }

    /// <summary>How many entries there are.</summary>
    public long Count => _log.Entries;

    /// <inheritdoc/>
    public ValueTask<TrialBalance> ReadTrialBalanceAsync(LedgerCutoff cutoff, CancellationToken cancellation = default) =>
        new(BalanceOf(cutoff, _log.Sum(from: null, cutoff).Balances(_log.Keys)));

    /// <inheritdoc/>
    public ValueTask<TrialBalance> ReadTrialBalanceByFundAsync(LedgerCutoff cutoff, CancellationToken cancellation = default)
    {
        // Added up before rows are made: there may be two hundred times as many with donors.
        var sums = new Dictionary<PostingKey, Int128>();
        foreach (var (key, sum) in _log.Sum(from: null, cutoff).Balances(_log.Keys))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(sums, new PostingKey(key.Account, key.Fund, null), out _) += sum;
        }

        return new(BalanceOf(cutoff, sums.Select(pair => (pair.Key, pair.Value))));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AccountMovement>> ReadMovementsAsync(
        LocalDate from, LedgerCutoff cutoff, bool byDonor, CancellationToken cancellation = default)
    {
        var sums = _log.Sum(from, cutoff);
        return ValueTask.FromResult<IReadOnlyList<AccountMovement>>([.. sums.Met
            .GroupBy(place => _log.Keys[place] is var key && byDonor ? key : new PostingKey(key.Account, key.Fund, null))
            .Select(group => new AccountMovement(
                group.Key.Account, group.Key.Fund, group.Key.Donor,
                Of(group.Aggregate((Int128)0, (sum, place) => sum + sums.Debits(place)), group.Key.Fund),
                Of(-group.Aggregate((Int128)0, (sum, place) => sum + sums.Credits(place)), group.Key.Fund)))
            .OrderBy(row => row.Account.Code).ThenBy(row => row.Fund.Code).ThenBy(row => row.Donor?.Code.Text, StringComparer.Ordinal)]);
    }

    /// <inheritdoc/>
    public ValueTask<LocalDate?> ReadLastDateAsync(CancellationToken cancellation = default) => new(_log.LastDate);

    private static (PostingLog Log, HashSet<Code<JournalEntry>> Reversed) Read(IEnumerable<JournalEntry> entries)
    {
        var log = new PostingLog();
        var reversed = new HashSet<Code<JournalEntry>>();
        foreach (var entry in entries)
        {
            log.Add(entry);
            if (entry.Reverses is { } original)
            {
                reversed.Add(original);
            }
        }

        return (log, reversed);
    }

    // Rare enough that the journal is read again where there are any, and the entries they name alone are held.
    private static List<Refusal> ReversalFaults(IEnumerable<JournalEntry> entries, HashSet<Code<JournalEntry>> reversed)
    {
        var refusals = new List<Refusal>();
        var originals = new Dictionary<Code<JournalEntry>, JournalEntry>();
        var reversals = new Dictionary<Code<JournalEntry>, Code<JournalEntry>>();
        foreach (var entry in entries)
        {
            if (entry.Reverses is { } original)
            {
                if (AppendRules.ReversalFault(entry, originals.GetValueOrDefault(original),
                    reversals.TryGetValue(original, out var by) ? by : (Code<JournalEntry>?)null) is { } fault)
                {
                    refusals.Add(fault);
                    continue;
                }

                reversals.Add(original, entry.Id);
            }

            if (reversed.Contains(entry.Id))
            {
                originals.Add(entry.Id, entry);
            }
        }

        return refusals;
    }

    private static TrialBalance BalanceOf(LedgerCutoff cutoff, IEnumerable<(PostingKey Key, Int128 Sum)> sums) => new(
        cutoff, sums.Select(row => new TrialBalanceRow(row.Key.Account, row.Key.Fund, row.Key.Donor, Of(row.Sum, row.Key.Fund))));

    private static Money Of(Int128 minorUnits, Fund fund) => new(checked((long)minorUnits), fund.Currency);
}

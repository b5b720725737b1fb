using System.Numerics;

namespace TrustFund.Sqlite;

/// <summary>Adds amounts up by account, fund and donor.</summary>
/// <param name="side">The side whose amounts are taken; null for both. A nil amount counts as a debit.</param>
internal sealed class BalanceSums(Side? side = null)
{
    private readonly (long Least, long Most) _taken = side switch
    {
        Side.Debit => (0, long.MaxValue),
        Side.Credit => (long.MinValue, -1),
        _ => (long.MinValue, long.MaxValue),
    };

    private readonly Dictionary<(long Account, long Fund), Group> _groups = [];

    /// <summary>Whether an amount is added.</summary>
    internal bool Takes(long amount) => amount >= _taken.Least && amount <= _taken.Most;

    /// <summary>The sums of an account in a fund.</summary>
    internal Group Of(long account, long fund)
    {
        if (!_groups.TryGetValue((account, fund), out var group))
        {
            _groups.Add((account, fund), group = new Group());
        }

        return group;
    }

    /// <summary>The balances in the order of a trial balance.</summary>
    internal TrialBalanceRow[] Rows(MasterDataTables tables)
    {
        var rows = new TrialBalanceRow[_groups.Values.Sum(group => group.Count)];
        var index = 0;
        foreach (var ((account, fund), group) in _groups
            .OrderBy(pair => tables.Accounts[pair.Key.Account].Code).ThenBy(pair => tables.Funds[pair.Key.Fund].Code))
        {
            var (accountOf, fundOf) = (tables.Accounts[account], tables.Funds[fund]);
            var (ranks, sums) = group.Sums(tables.DonorRanks);
            Array.Sort(ranks, sums);
            for (var place = 0; place < ranks.Length; place++)
            {
                rows[index++] = new TrialBalanceRow(
                    accountOf, fundOf, tables.DonorsByRank[ranks[place]], new Money(checked((long)sums[place]), fundOf.Currency));
            }
        }

        return rows;
    }

    /// <summary>
    /// The sums of one account in one fund by donor: in blocks of 64 donors whose numbers follow each other,
    /// made when they are met, so that adding is a matter of an index.
    /// </summary>
    internal sealed class Group
    {
        private Block?[] _blocks = [];

        /// <summary>How many donors were met.</summary>
        internal int Count
        {
            get
            {
                var count = 0;
                foreach (var block in _blocks)
                {
                    count += BitOperations.PopCount(block?.Met ?? 0);
                }

                return count;
            }
        }

        /// <summary>The sums of the 64 donors around one.</summary>
        internal Block BlockOf(long donor)
        {
            var block = donor >> Block.Bits;
            return block < _blocks.Length && _blocks[block] is { } sums ? sums : NewBlock(block);
        }

        /// <summary>The sums of the donors that were met, each with its donor's rank.</summary>
        internal (int[] Ranks, Int128[] Sums) Sums(int[] ranks)
        {
            var (met, sums) = (new int[Count], new Int128[Count]);
            var index = 0;
            for (var block = 0; block < _blocks.Length; block++)
            {
                for (var rest = _blocks[block]?.Met ?? 0; rest != 0; rest &= rest - 1)
                {
                    var place = BitOperations.TrailingZeroCount(rest);
                    met[index] = ranks[(block << Block.Bits) + place];
                    sums[index++] = _blocks[block]!.Amounts[place];
                }
            }

            return (met, sums);
        }

        private Block NewBlock(long block)
        {
            if (block >= _blocks.Length)
            {
                Array.Resize(ref _blocks, checked((int)Math.Max(block + 1, _blocks.Length * 2L)));
            }

            return _blocks[block] = new Block();
        }
    }

    /// <summary>The sums of 64 donors, and which of them were met.</summary>
    internal sealed class Block
    {
        internal const int Bits = 6;

        internal readonly Int128[] Amounts = new Int128[1 << Bits];

        internal ulong Met;

        internal void Add(long donor, long amount)
        {
            var place = (int)donor & ((1 << Bits) - 1);
            Amounts[place] += amount;
            Met |= 1UL << place;
        }
    }
}

using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>
/// The bytes of a balance: for each account and fund, in order of their numbers, both numbers and how
/// many amounts follow; for each amount, in order of donor and day, the donor's number less that of the
/// amount before it (the first: less 0) times 32 plus the day, and the amount in minor units, its sign
/// folded into the last bit (0, -1, 1, -2 ... are 0, 1, 2, 3 ...). Numbers are base 128, lowest digits
/// first, all bytes but the last with the high bit set. Debits and credits of a place are kept apart, so
/// that it stands twice where it has both, and more often where a sum is too much for one amount.
/// </summary>
internal static class BalancePage
{
    private const int DaysOfMonth = 31;

    /// <summary>The bytes of cells, which are put in order: with donors, and with the donors added together.</summary>
    internal static (byte[] ByFund, byte[] ByDonor) Encode(List<BalanceCell> cells)
    {
        cells.Sort();
        var sorted = CollectionsMarshal.AsSpan(cells);
        var (byFund, byDonor) = (new PageWriter(), new PageWriter());
        Span<Int128> debits = stackalloc Int128[DaysOfMonth + 1];
        Span<Int128> credits = stackalloc Int128[DaysOfMonth + 1];
        for (var index = 0; index < sorted.Length;)
        {
            var group = sorted[index];
            debits.Clear();
            credits.Clear();
            var met = 0U;
            while (index < sorted.Length && sorted[index].Group == group.Group)
            {
                var place = sorted[index].Place;
                var day = BalanceCell.DayOf(place);
                var (debit, credit) = ((Int128)0, (Int128)0);
                for (; index < sorted.Length && sorted[index].Group == group.Group && sorted[index].Place == place; index++)
                {
                    (sorted[index].Amount < 0 ? ref credit : ref debit) += sorted[index].Amount;
                }

                byDonor.Add(place, debit, credit);
                debits[day] += debit;
                credits[day] += credit;
                met |= 1U << day;
            }

            for (var day = 1; day <= DaysOfMonth; day++)
            {
                if ((met & (1U << day)) != 0)
                {
                    byFund.Add(BalanceCell.PlaceOf(0, day), debits[day], credits[day]);
                }
            }

            byDonor.EndGroup(group);
            byFund.EndGroup(group);
        }

        return (byFund.ToArray(), byDonor.ToArray());
    }

    /// <summary>The last day of the month on which anything was moved.</summary>
    /// <exception cref="BooksException">The bytes are not ones that were ever written.</exception>
    internal static int LastDay(ReadOnlySpan<byte> page) => AddTo(new BalanceSums(), page, 1, 0);

    /// <summary>Adds what was moved from a day of the month through another.</summary>
    /// <returns>The last day on which anything was moved.</returns>
    /// <exception cref="BooksException">The bytes are not ones that were ever written.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int AddTo(BalanceSums sums, ReadOnlySpan<byte> page, int fromDay, int throughDay)
    {
        try
        {
            var lastDay = 0;
            var at = 0;
            while (at < page.Length)
            {
                var (account, fund) = ((long)Read(page, ref at), (long)Read(page, ref at));
                var group = default(BalanceSums.Group);
                var donor = 0L;
                var block = default(BalanceSums.Block);
                var blockOf = -1L;
                for (var count = Read(page, ref at); count > 0; count--)
                {
                    var place = Read(page, ref at);
                    var folded = Read(page, ref at);
                    var amount = unchecked((long)(folded >> 1) ^ -(long)(folded & 1));
                    var day = BalanceCell.DayOf(place);
                    donor += BalanceCell.DonorOf(place);
                    lastDay = Math.Max(lastDay, day);
                    if (day >= fromDay && day <= throughDay && sums.Takes(amount))
                    {
                        // Donors follow each other, so that the block is nearly always the one before.
                        if (block is null || donor >> BalanceSums.Block.Bits != blockOf)
                        {
                            group ??= sums.Of(account, fund);
                            (block, blockOf) = (group.BlockOf(donor), donor >> BalanceSums.Block.Bits);
                        }

                        block.Add(donor, amount);
                    }
                }
            }

            return lastDay;
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or OverflowException or OutOfMemoryException)
        {
            throw new BooksException(BooksFailure.Corrupt,
                "The balances rolled up in the books cannot be read. Run an audit: the file was changed from outside.", exception);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Read(ReadOnlySpan<byte> page, ref int at)
    {
        ulong value = page[at++];
        if (value < 0x80)
        {
            return value;
        }

        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            ulong digit = page[at++];
            value |= (digit & 0x7F) << shift;
            if (digit < 0x80)
            {
                return value;
            }
        }
    }

    /// <summary>Collects the amounts of a group, then writes the group.</summary>
    private sealed class PageWriter
    {
        private readonly ArrayBufferWriter<byte> _page = new(4096);
        private readonly ArrayBufferWriter<byte> _amounts = new(1024);
        private long _donor;
        private ulong _count;

        internal void Add(ulong place, Int128 debit, Int128 credit)
        {
            if (debit != 0 || credit == 0)
            {
                Add(place, debit);
            }

            if (credit != 0)
            {
                Add(place, credit);
            }
        }

        private void Add(ulong place, Int128 sum)
        {
            var (donor, day) = (BalanceCell.DonorOf(place), BalanceCell.DayOf(place));
            do
            {
                var amount = (long)Int128.Clamp(sum, long.MinValue, long.MaxValue);
                sum -= amount;
                Write(_amounts, BalanceCell.PlaceOf(donor - _donor, day));
                Write(_amounts, unchecked((ulong)((amount << 1) ^ (amount >> 63))));
                _donor = donor;
                _count++;
            }
            while (sum != 0);
        }

        internal void EndGroup(in BalanceCell group)
        {
            Write(_page, group.Account);
            Write(_page, group.Fund);
            Write(_page, _count);
            _page.Write(_amounts.WrittenSpan);
            _amounts.ResetWrittenCount();
            (_donor, _count) = (0, 0);
        }

        internal byte[] ToArray() => _page.WrittenSpan.ToArray();

        private static void Write(ArrayBufferWriter<byte> bytes, ulong value)
        {
            var span = bytes.GetSpan(10);
            var length = 0;
            for (; value >= 0x80; value >>= 7)
            {
                span[length++] = (byte)(0x80 | (value & 0x7F));
            }

            span[length++] = (byte)value;
            bytes.Advance(length);
        }
    }
}

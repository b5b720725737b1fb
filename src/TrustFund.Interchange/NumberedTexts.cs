using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace TrustFund.Interchange;

/// <summary>
/// A number for each text: the line in which an id stands first, the place of a code. Texts are held as
/// UTF-8, one after another, with an open-addressed table of where each begins: a fifth of what a
/// dictionary of strings would take, and a journal of ten million entries is remembered as well.
/// </summary>
internal sealed class NumberedTexts
{
    // Before the bytes of a text stand its number and its length.
    private const int Prefix = 2 * sizeof(int);

    // A place in the bytes, plus one, and above it the hash of the text, so that the bytes are looked at only
    // where the texts are very likely one; 0 is free. A power of two in length, at least a third of it free.
    private ulong[] _table = new ulong[1 << 10];
    private byte[] _bytes = new byte[1 << 14];
    private int _length;
    private int _count;

    /// <summary>Remembers the number of a text; false where it has one already.</summary>
    internal bool TryAdd(string text, int number, out int firstNumber)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var isNew = TryAdd(rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)), number, out firstNumber);
        ArrayPool<byte>.Shared.Return(rented);
        return isNew;
    }

    /// <summary>The same for a text in UTF-8.</summary>
    internal bool TryAdd(ReadOnlySpan<byte> text, int number, out int firstNumber)
    {
        var hash = HashOf(text);
        if (TryFind(text, hash, out var free, out firstNumber))
        {
            return false;
        }

        Add(text, hash, number, free);
        return true;
    }

    /// <summary>The number of a text in UTF-8; false where it has none.</summary>
    internal bool TryFind(ReadOnlySpan<byte> text, out int number) => TryFind(text, HashOf(text), out _, out number);

    private bool TryFind(ReadOnlySpan<byte> text, uint hash, out int free, out int number)
    {
        for (free = SlotOf(hash); _table[free] != 0; free = (free + 1) & (_table.Length - 1))
        {
            if (_table[free] >> 32 != hash)
            {
                continue;
            }

            var entry = _bytes.AsSpan((int)(uint)(_table[free] & uint.MaxValue) - 1);
            var length = MemoryMarshal.Read<int>(entry[sizeof(int)..]);
            if (length == text.Length && entry.Slice(Prefix, length).SequenceEqual(text))
            {
                number = MemoryMarshal.Read<int>(entry);
                return true;
            }
        }

        number = 0;
        return false;
    }

    private void Add(ReadOnlySpan<byte> text, uint hash, int number, int free)
    {
        if (_length + Prefix + text.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(checked(_bytes.Length * 2), _length + Prefix + text.Length));
        }

        var entry = _bytes.AsSpan(_length);
        MemoryMarshal.Write(entry, number);
        MemoryMarshal.Write(entry[sizeof(int)..], text.Length);
        text.CopyTo(entry[Prefix..]);
        _table[free] = ((ulong)hash << 32) | (uint)(_length + 1);
        _length += Prefix + text.Length;
        _count++;
        if (_count > _table.Length / 3 * 2)
        {
            Grow();
        }
    }

    private void Grow()
    {
        var before = _table;
        _table = new ulong[before.Length * 2];
        foreach (var place in before)
        {
            if (place == 0)
            {
                continue;
            }

            var slot = SlotOf((uint)(place >> 32));
            while (_table[slot] != 0)
            {
                slot = (slot + 1) & (_table.Length - 1);
            }

            _table[slot] = place;
        }
    }

    private int SlotOf(uint hash) => (int)(hash & (uint)(_table.Length - 1));

    // Seeded by the runtime, so that no file can be made to fill one corner of the table.
    private static uint HashOf(ReadOnlySpan<byte> text)
    {
        var hash = default(HashCode);
        hash.AddBytes(text);
        return unchecked((uint)hash.ToHashCode());
    }
}

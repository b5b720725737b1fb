using System.Runtime.CompilerServices;

namespace TrustFund.Interchange;

/// <summary>Where the cells of a row of CSV stand among the bytes of a file.</summary>
/// <param name="cells">How many cells a row has.</param>
internal sealed class PlainRow(int cells)
{
    /// <summary>The row does not end within the bytes.</summary>
    internal const int Cut = -1;

    /// <summary>It is no row of so many cells, or one that has to be looked at more closely.</summary>
    internal const int NotPlain = -2;

    private readonly int[] _starts = new int[cells];
    private readonly int[] _ends = new int[cells];

    /// <summary>Whether every cell stands as it is meant, in printable ASCII.</summary>
    internal bool IsPlain { get; private set; }

    /// <summary>Whether a quote stands for itself in a cell, written twice.</summary>
    internal bool HasDoubledQuotes { get; private set; }

    /// <summary>Whether it was an empty line, which has no cells.</summary>
    internal bool IsEmpty { get; private set; }

    /// <summary>The bytes of a cell, without the quotes around it; none where there is no such column.</summary>
    internal ReadOnlySpan<byte> Cell(ReadOnlySpan<byte> bytes, int column) =>
        column < 0 ? default : bytes[_starts[column].._ends[column]];

    internal bool HasText(int column) => column >= 0 && _ends[column] > _starts[column];

    /// <summary>Finds the cells of a row.</summary>
    /// <param name="bytes">The bytes of the file.</param>
    /// <param name="at">Where the row begins.</param>
    /// <returns>Where the next row begins, <see cref="Cut"/> or <see cref="NotPlain"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal int Split(ReadOnlySpan<byte> bytes, int at)
    {
        (IsPlain, IsEmpty, HasDoubledQuotes) = (true, false, false);
        for (var count = 0; ; at++)
        {
            if (at >= bytes.Length)
            {
                return Cut;
            }

            var isQuoted = bytes[at] == '"';
            var start = isQuoted ? at + 1 : at;
            at = isQuoted ? EndOfQuoted(bytes, start) : EndOfUnquoted(bytes, start);
            if (at >= bytes.Length)
            {
                return Cut;
            }

            if (count == _starts.Length)
            {
                return NotPlain;
            }

            (_starts[count], _ends[count]) = (start, isQuoted ? at - 1 : at);
            count++;
            if (bytes[at] != ',')
            {
                IsEmpty = count == 1 && at == start && !isQuoted;
                return count == _starts.Length || IsEmpty ? EndOfLine(bytes, at) : NotPlain;
            }
        }
    }

    private static int EndOfLine(ReadOnlySpan<byte> bytes, int at) => bytes[at] switch
    {
        (byte)'\n' => at + 1,
        (byte)'\r' when at + 1 == bytes.Length => Cut,
        (byte)'\r' when bytes[at + 1] == '\n' => at + 2,
        _ => NotPlain,
    };

    // At a comma, or at what ends the line or does not belong there.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int EndOfUnquoted(ReadOnlySpan<byte> bytes, int at)
    {
        for (; at < bytes.Length; at++)
        {
            var letter = bytes[at];
            if (letter is > (byte)',' and <= (byte)'~')
            {
                continue;
            }

            if (letter is (byte)',' or < (byte)' ' or (byte)'"')
            {
                return at;
            }

            IsPlain &= letter < 0x7F;
        }

        return at;
    }

    // Behind the quote that closes the cell.
    private int EndOfQuoted(ReadOnlySpan<byte> bytes, int start)
    {
        var at = start;
        while (bytes[at..].IndexOf((byte)'"') is var next and >= 0)
        {
            at += next + 1;
            if (at == bytes.Length || bytes[at] != '"')
            {
                IsPlain &= !bytes[start..(at - 1)].ContainsAnyExceptInRange((byte)' ', (byte)'~');
                return at;
            }

            (IsPlain, HasDoubledQuotes) = (false, true);
            at++;
        }

        return bytes.Length;
    }
}

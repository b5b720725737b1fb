namespace TrustFund.Interchange;

/// <summary>
/// Numbers in as many bytes as they need: base 128, lowest digits first, all bytes but the last with the
/// high bit set; the sign of a signed one is folded into its last bit. Held in pieces, so that growing
/// copies nothing.
/// </summary>
internal sealed class VariableBytes
{
    private const int PieceSize = 1 << 18;

    // No number is of more bytes, and none stands in two pieces.
    private const int MostBytes = 10;

    private readonly List<byte[]> _pieces = [];
    private byte[] _piece = [];
    private int _length;

    internal void Write(ulong value)
    {
        if (_piece.Length - _length < MostBytes)
        {
            _piece = new byte[PieceSize];
            _pieces.Add(_piece);
            _length = 0;
        }

        for (; value >= 0x80; value >>= 7)
        {
            _piece[_length++] = unchecked((byte)(value | 0x80));
        }

        _piece[_length++] = (byte)value;
    }

    internal void WriteSigned(long value) => Write(unchecked((ulong)((value << 1) ^ (value >> 63))));

    /// <summary>Reads from the beginning; who reads knows how many numbers there are.</summary>
    internal Reader Read() => new(_pieces);

    internal struct Reader(List<byte[]> pieces)
    {
        private byte[] _piece = [];
        private int _next;
        private int _at;

        internal ulong Read()
        {
            if (_piece.Length - _at < MostBytes)
            {
                (_piece, _at) = (pieces[_next++], 0);
            }

            ulong value = _piece[_at++];
            if (value < 0x80)
            {
                return value;
            }

            value &= 0x7F;
            for (var shift = 7; ; shift += 7)
            {
                ulong digit = _piece[_at++];
                value |= (digit & 0x7F) << shift;
                if (digit < 0x80)
                {
                    return value;
                }
            }
        }

        internal long ReadSigned()
        {
            var folded = Read();
            return unchecked((long)(folded >> 1) ^ -(long)(folded & 1));
        }
    }
}

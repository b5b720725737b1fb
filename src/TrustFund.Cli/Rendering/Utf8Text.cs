using System.Buffers;
using System.Text;

namespace TrustFund.Cli.Rendering;

/// <summary>Hands UTF-8 on to a writer of text, a piece at a time.</summary>
internal sealed class Utf8Text(TextWriter output) : IBufferWriter<byte>
{
    private const int PieceLength = 32_768;

    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private byte[] _bytes = new byte[PieceLength];
    private char[] _text = [];
    private int _count;

    public void Advance(int count) => _count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var least = Math.Max(1, sizeHint);
        if (_bytes.Length - _count < least)
        {
            Flush();
        }

        if (_bytes.Length < least)
        {
            _bytes = new byte[least];
        }

        return _bytes.AsMemory(_count);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Writes what is held back; a character of several bytes is written when it is whole.</summary>
    internal void Flush()
    {
        if (_text.Length < _count + 1)
        {
            _text = new char[_bytes.Length + 1];
        }

        output.Write(_text, 0, _decoder.GetChars(_bytes, 0, _count, _text, 0));
        _count = 0;
    }
}

using System.Buffers;
using System.Security.Cryptography;
using System.Text.Unicode;

namespace TrustFund.Interchange;

/// <summary>
/// The text of a file in UTF-8, read once: the bytes that are decoded are the bytes that are hashed. A
/// byte order mark is left out. What comes before bytes that are no text is given out first; after
/// it, reading throws <see cref="UnreadableTextException"/> with the line.
/// </summary>
internal sealed class Utf8Text : TextReader
{
    private readonly Stream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _bytes;
    private readonly char[] _chars;
    private int _byteCount;
    private int _charCount;
    private int _nextChar;
    private bool _isAtEnd;
    private bool _isStarted;
    private int _line = 1;
    private bool _endsInReturn;
    private Complaint? _fault;

    internal Utf8Text(Stream file, int bufferSize = 1 << 16) =>
        (_file, _bytes, _chars) = (file, new byte[bufferSize], new char[bufferSize]);

    /// <summary>How many bytes were read.</summary>
    internal long BytesRead { get; private set; }

    /// <summary>The beginning of the text, as far as one buffer holds it; reading starts there all the same.</summary>
    internal ReadOnlySpan<char> Beginning()
    {
        Fill();
        return _chars.AsSpan(_nextChar, _charCount - _nextChar);
    }

    public override int Read(Span<char> buffer)
    {
        Fill();
        var count = Math.Min(buffer.Length, _charCount - _nextChar);
        _chars.AsSpan(_nextChar, count).CopyTo(buffer);
        _nextChar += count;
        return count == 0 && _fault is not null && buffer.Length > 0
            ? throw new UnreadableTextException(_fault, _line)
            : count;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int ReadBlock(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Peek()
    {
        Fill();
        return _nextChar < _charCount ? _chars[_nextChar] : -1;
    }

    /// <summary>The hash of all bytes of the file, those after the place where reading stopped included.</summary>
    internal Sha256Hash Hash()
    {
        int count;
        while ((count = _file.Read(_bytes)) > 0)
        {
            _hash.AppendData(_bytes, 0, count);
        }

        return new Sha256Hash(_hash.GetHashAndReset());
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Fill()
    {
        while (_nextChar == _charCount && _fault is null && !(_isAtEnd && _byteCount == 0))
        {
            ReadBytes();
            Decode();
        }
    }

    private void ReadBytes()
    {
        // The first three bytes are wanted together, to know a byte order mark.
        while (!_isAtEnd && (_byteCount == 0 || (!_isStarted && _byteCount < 3)))
        {
            ReadOnce();
        }

        if (!_isStarted && _bytes.AsSpan(0, _byteCount).StartsWith("\uFEFF"u8))
        {
            Drop(3);
        }

        _isStarted = true;
    }

    private void ReadOnce()
    {
        var count = _file.Read(_bytes, _byteCount, _bytes.Length - _byteCount);
        _hash.AppendData(_bytes, _byteCount, count);
        _byteCount += count;
        BytesRead += count;
        _isAtEnd = count == 0;
    }

    private void Decode()
    {
        var status = Utf8.ToUtf16(
            _bytes.AsSpan(0, _byteCount), _chars, out var read, out var written, replaceInvalidSequences: false, _isAtEnd);
        Drop(read);
        (_nextChar, _charCount) = (0, written);
        if (status == OperationStatus.InvalidData)
        {
            _fault = FileComplaints.NotUtf8;
        }

        if (_chars.AsSpan(0, written).IndexOf('\0') is var nul and >= 0)
        {
            (_charCount, _fault) = (nul, FileComplaints.Binary);
        }

        var text = _chars.AsSpan(0, _charCount);
        _line += LineBreaks.In(text) - (_endsInReturn && text.StartsWith("\n") ? 1 : 0);
        _endsInReturn = text.Length == 0 ? _endsInReturn : text[^1] == '\r';
        if (status == OperationStatus.NeedMoreData)
        {
            // Half a character is left: without more bytes the next round would decode nothing again.
            ReadOnce();
        }
    }

    private void Drop(int count)
    {
        _byteCount -= count;
        _bytes.AsSpan(count, _byteCount).CopyTo(_bytes);
    }
}

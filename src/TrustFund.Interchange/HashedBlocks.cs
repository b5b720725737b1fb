using System.Security.Cryptography;

namespace TrustFund.Interchange;

/// <summary>
/// A file in blocks of bytes, each read and hashed on another thread while the one before it is worked
/// on. What was not worked off stands again at the beginning of the next block.
/// </summary>
internal sealed class HashedBlocks : IDisposable
{
    /// <summary>How much of a block can be kept for the next one.</summary>
    internal const int MostKept = 1 << 20;

    private const int BlockSize = 1 << 20;

    private readonly Stream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _block = [];
    private byte[] _spare = new byte[MostKept + BlockSize + 1];
    private int _start;
    private int _end;
    private Task<int>? _reading;
    private bool _isAtEnd;

    internal HashedBlocks(Stream file)
    {
        _file = file;
        BeginReading();
    }

    /// <summary>What there is to work on.</summary>
    internal ReadOnlySpan<byte> Bytes => _block.AsSpan(_start, _end - _start);

    /// <summary>Reads on. The last line is given a line feed where it has none.</summary>
    /// <param name="kept">How many of the last bytes are kept, at most <see cref="MostKept"/>.</param>
    /// <returns>
    /// False where there is no more. The first time, the bytes are then those that were kept; from then on they stay as they are.
    /// </returns>
    /// <exception cref="IOException">Reading failed.</exception>
    internal bool Advance(int kept)
    {
        if (_isAtEnd)
        {
            return false;
        }

        var count = _reading!.GetAwaiter().GetResult();
        _reading = null;
        var tail = _block.AsSpan(_end - kept, kept);
        tail.CopyTo(_spare.AsSpan(MostKept - kept));
        (_block, _spare) = (_spare, _block.Length > 0 ? _block : new byte[_spare.Length]);
        (_start, _end) = (MostKept - kept, MostKept + count);
        _isAtEnd = count == 0;
        if (!_isAtEnd)
        {
            BeginReading();
        }
        else if (_end > _start && _block[_end - 1] != '\n')
        {
            _block[_end++] = (byte)'\n';
            return true;
        }

        return !_isAtEnd;
    }

    /// <summary>The hash of all bytes, once there are no more.</summary>
    internal Sha256Hash Hash() => new(_hash.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose()
    {
        ((IAsyncResult?)_reading)?.AsyncWaitHandle.WaitOne();
        _hash.Dispose();
        _file.Dispose();
    }

    private void BeginReading()
    {
        var block = _spare;
        _reading = Task.Run(() =>
        {
            var count = _file.ReadAtLeast(block.AsSpan(MostKept, BlockSize), BlockSize, throwOnEndOfStream: false);
            _hash.AppendData(block, MostKept, count);
            return count;
        });
    }
}

using System.Security.Cryptography;

namespace TrustFund;

/// <summary>
/// A SHA-256 hash (FIPS 180-4): of a voucher's bytes, of a document, of an entry in its chain. Equal
/// by value. The default value is 32 zero bytes, which stands before the first entry of a chain.
/// </summary>
public readonly struct Sha256Hash : IEquatable<Sha256Hash>
{
    /// <summary>How many bytes a hash has.</summary>
    public const int Size = 32;

    private readonly UInt128 _first;
    private readonly UInt128 _last;

    /// <summary>Takes a hash from its bytes.</summary>
    /// <param name="bytes">32 bytes.</param>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public Sha256Hash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            throw new ArgumentException($"A SHA-256 hash has {Size} bytes, not {bytes.Length}.", nameof(bytes));
        }

        _first = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
        _last = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]);
    }

    /// <summary>The hash of some bytes.</summary>
    public static Sha256Hash Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(bytes, hash);
        return new Sha256Hash(hash);
    }

    /// <summary>Reads 64 hexadecimal digits of either case.</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public static Sha256Hash Parse(string text)
    {
        if (text.Length != 2 * Size || !text.All(char.IsAsciiHexDigit))
        {
            throw new FormatException($"'{text}' is not a SHA-256 hash of {2 * Size} hexadecimal digits.");
        }

        return new Sha256Hash(Convert.FromHexString(text));
    }

    /// <summary>Writes the 32 bytes.</summary>
    /// <param name="destination">Room for 32 bytes.</param>
    public void CopyTo(Span<byte> destination)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(destination, _first);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(destination[16..], _last);
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToByteArray()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public bool Equals(Sha256Hash other) => _first == other._first && _last == other._last;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Sha256Hash other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _first.GetHashCode();

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToByteArray());

    /// <summary>Whether both are the same hash.</summary>
    public static bool operator ==(Sha256Hash left, Sha256Hash right) => left.Equals(right);

    /// <summary>Whether they are two hashes.</summary>
    public static bool operator !=(Sha256Hash left, Sha256Hash right) => !left.Equals(right);
}

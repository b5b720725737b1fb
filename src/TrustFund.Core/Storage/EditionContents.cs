namespace TrustFund.Storage;

/// <summary>A file of an edition with its bytes. The two fit, or it cannot be built.</summary>
public sealed class EditionContents
{
    /// <summary>Takes the bytes of a file.</summary>
    /// <param name="role">What it is.</param>
    /// <param name="name">Its file name.</param>
    /// <param name="format">What reads it.</param>
    /// <param name="bytes">Its bytes.</param>
    public EditionContents(EditionRole role, string name, string format, ReadOnlyMemory<byte> bytes) =>
        (File, Bytes) = (new EditionFile(role, name, format, Sha256Hash.Of(bytes.Span)), bytes);

    /// <summary>The file.</summary>
    public EditionFile File { get; }

    /// <summary>Its bytes.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }
}

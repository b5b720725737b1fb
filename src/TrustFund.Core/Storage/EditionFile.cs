namespace TrustFund.Storage;

/// <summary>A file that an edition keeps, without its bytes. Equal by all its contents.</summary>
public sealed record EditionFile
{
    /// <summary>Creates a file.</summary>
    /// <param name="role">What it is.</param>
    /// <param name="name">Its file name.</param>
    /// <param name="format">What reads it: <c>text</c>, <c>json</c>, or the ending of the document's name.</param>
    /// <param name="sha256">The hash of its bytes.</param>
    /// <exception cref="FormatException">A text is blank or cannot be kept.</exception>
    /// <exception cref="ArgumentException">An unknown role.</exception>
    public EditionFile(EditionRole role, string name, string format, Sha256Hash sha256)
    {
        if (!Enum.IsDefined(role))
        {
            throw new ArgumentException("A file of an edition has no role.", nameof(role));
        }

        (Role, Sha256) = (role, sha256);
        Name = BookText.Required(name, "name of a file");
        Format = BookText.Required(format, "format of a file");
    }

    /// <summary>What it is.</summary>
    public EditionRole Role { get; }

    /// <summary>Its file name.</summary>
    public string Name { get; }

    /// <summary>What reads it.</summary>
    public string Format { get; }

    /// <summary>The hash of its bytes when the edition was registered.</summary>
    public Sha256Hash Sha256 { get; }
}

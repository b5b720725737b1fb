namespace TrustFund;

/// <summary>A document kept in support of an entry: its name, and the hash of its bytes where it was taken.</summary>
public sealed record Voucher
{
    /// <summary>Creates a voucher.</summary>
    /// <param name="name">Its name or file name.</param>
    /// <param name="sha256">The hash of its bytes; null where none was taken.</param>
    /// <exception cref="FormatException">The name is blank or cannot be kept.</exception>
    public Voucher(string name, Sha256Hash? sha256 = null) =>
        (Name, Sha256) = (BookText.Required(name, "name of a voucher"), sha256);

    /// <summary>Its name or file name.</summary>
    public string Name { get; }

    /// <summary>The hash of its bytes; null where none was taken.</summary>
    public Sha256Hash? Sha256 { get; }
}

namespace TrustFund;

/// <summary>A contributor to trust funds: a government, an organisation, a person. Equal by code and name.</summary>
public sealed record Donor
{
    /// <summary>Creates a donor.</summary>
    /// <param name="code">Its code, unique in the books.</param>
    /// <param name="name">Its name as statements show it.</param>
    /// <exception cref="FormatException">The name is blank or cannot be kept.</exception>
    public Donor(Code<Donor> code, string name)
    {
        _ = code.Text;
        (Code, Name) = (code, BookText.Required(name, "name of a donor"));
    }

    /// <summary>Its code, unique in the books.</summary>
    public Code<Donor> Code { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Code and name.</summary>
    public override string ToString() => $"{Code} {Name}";
}

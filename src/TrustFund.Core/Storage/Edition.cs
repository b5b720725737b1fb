using NodaTime;

namespace TrustFund.Storage;

/// <summary>
/// A statement as it was published, registered in the books: which document, what it is declared to be,
/// and the books that it was made from. Its files are kept with it. Registered once by symbol and language;
/// a corrigendum is an edition of its own that names the one it corrects.
/// </summary>
public sealed record Edition
{
    /// <summary>Creates an edition.</summary>
    /// <param name="symbol">The symbol of the document: <c>A/72/99</c>.</param>
    /// <param name="language">Its language by ISO 639: <c>en</c>.</param>
    /// <param name="date">Its date.</param>
    /// <param name="status">What it is declared to be.</param>
    /// <param name="cutoff">The books that it was made from; must name the last entry taken in.</param>
    /// <param name="head">The end of the journal at that entry: the fingerprint of the books.</param>
    /// <param name="template">The template that it follows, name and version.</param>
    /// <param name="files">The files kept with it; the document itself is one, and no role and name stands twice.</param>
    /// <exception cref="FormatException">A text is blank or cannot be kept.</exception>
    /// <exception cref="ArgumentException">The parts do not fit together.</exception>
    public Edition(
        Code<Edition> symbol, string language, LocalDate date, EditionStatus status, LedgerCutoff cutoff, JournalHead head,
        string template, IEnumerable<EditionFile> files)
    {
        (Symbol, Language, Date, Status, Cutoff, Head) = (symbol, language, date, status, cutoff, head);
        Template = BookText.Required(template, "template of an edition");
        Files = [.. files.OrderBy(file => file.Role).ThenBy(file => file.Name, StringComparer.Ordinal)];
        _ = Symbol.Text;
        Refuse(!Enum.IsDefined(status), "has no status");
        Refuse(language.Length is < 2 or > 3 || !language.All(char.IsAsciiLetterLower), $"has the language '{language}', which is not written as ISO 639 writes it (en, fr)");
        Refuse(cutoff.Sequence != head.Sequence || cutoff.KnownAt is not null, "does not name the last entry that it was made from");
        Refuse(Files.Count(file => file.Role == EditionRole.Source) != 1, "has not one document");
        Refuse(Files.Select(file => (file.Role, file.Name)).Distinct().Count() < Files.Count, "has a file twice");
    }

    /// <summary>The symbol of the document.</summary>
    public Code<Edition> Symbol { get; }

    /// <summary>Its language by ISO 639.</summary>
    public string Language { get; }

    /// <summary>Its date.</summary>
    public LocalDate Date { get; }

    /// <summary>What it is declared to be.</summary>
    public EditionStatus Status { get; }

    /// <summary>The day it was authorized for issue; null where it is not stated.</summary>
    public LocalDate? AuthorizedOn { get; init; }

    /// <summary>Who authorized it; null where it is not stated.</summary>
    /// <exception cref="FormatException">The name cannot be kept.</exception>
    public string? AuthorizedBy
    {
        get;
        init => field = BookText.Optional(value, "name of who authorized an edition");
    }

    /// <summary>The number of the event that registered the edition that this one corrects; null for none.</summary>
    public long? Corrects { get; init; }

    /// <summary>The books that it was made from.</summary>
    public LedgerCutoff Cutoff { get; }

    /// <summary>The end of the journal at the last entry taken in.</summary>
    public JournalHead Head { get; }

    /// <summary>The template that it follows, name and version.</summary>
    public string Template { get; }

    /// <summary>The files kept with it, in order of role and name.</summary>
    public IReadOnlyList<EditionFile> Files { get; }

    /// <summary>The document itself.</summary>
    public EditionFile Source => Files[0];

    /// <summary>Symbol and language: <c>A/72/99 (en)</c>.</summary>
    public override string ToString() => $"{Symbol} ({Language})";

    private void Refuse(bool broken, string fault)
    {
        if (broken)
        {
            throw new ArgumentException($"The edition {Symbol} {fault}.");
        }
    }
}

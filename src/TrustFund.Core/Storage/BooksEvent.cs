namespace TrustFund.Storage;

/// <summary>
/// Something that happened to the books besides an entry: master data was registered, a period closed
/// or opened again, a fund closed. Events have a chain of their own, and each holds the end of the journal at its time.
/// </summary>
/// <param name="Kind">What happened.</param>
/// <param name="After">The end of the journal when it happened.</param>
/// <param name="Registered">The master data that it registered; empty where it registered none.</param>
public sealed record BooksEvent(BooksEventKind Kind, JournalHead After, MasterData Registered)
{
    /// <summary>The fund whose period it concerns; null where it concerns none.</summary>
    public Code<Fund>? Fund { get; init; }

    /// <summary>The period it concerns; null where it concerns none.</summary>
    public ReportingPeriod? Period { get; init; }

    /// <summary>Why, and of a close also the warnings accepted, one a line; null where it is not stated.</summary>
    public string? Reason { get; init; }

    /// <summary>Who prepared it; null where it is not stated.</summary>
    public string? PreparedBy { get; init; }

    /// <summary>Who approved it; null where it is not stated.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Under what authority; null where it is not stated.</summary>
    public string? Authority { get; init; }

    /// <summary>The statement that was registered; null where none was.</summary>
    public Edition? Edition { get; init; }

    /// <summary>
    /// Refuses texts that books do not take; every store asks here before it records an event. What older books hold
    /// may break this, and is read and restored as it is.
    /// </summary>
    /// <exception cref="ArgumentException">A text is blank, or a line of the reason or another text cannot be kept.</exception>
    public void RequireTexts()
    {
        Require(Reason, "reason", hasLines: true);
        Require(PreparedBy, "name of the preparer", hasLines: false);
        Require(ApprovedBy, "name of the approver", hasLines: false);
        Require(Authority, "authority", hasLines: false);
    }

    // The text itself is not told: its control characters would reach the terminal.
    private static void Require(string? text, string what, bool hasLines)
    {
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            throw new ArgumentException($"The {what} is blank.");
        }

        var lines = hasLines ? text?.Split('\n') ?? [] : [text ?? ""];
        for (var index = 0; index < lines.Length; index++)
        {
            if (BookText.Fault(lines[index]) is { } fault)
            {
                var place = lines.Length == 1 ? $"The {what}" : FormattableString.Invariant($"Line {index + 1} of the {what}");
                throw new ArgumentException($"{place} cannot be kept: {fault}.");
            }
        }
    }
}

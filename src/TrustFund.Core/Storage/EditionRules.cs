namespace TrustFund.Storage;

/// <summary>The rules that a statement meets when it is registered; every store asks here, so that all refuse alike.</summary>
public static class EditionRules
{
    /// <summary>The edition that is registered already under the same symbol and language; null where none is.</summary>
    /// <param name="edition">The edition to be registered.</param>
    /// <param name="registered">What is registered.</param>
    public static PostedEvent? Same(Edition edition, IEnumerable<PostedEvent> registered) => registered.FirstOrDefault(posted =>
        posted.Event.Edition is { } known && known.Symbol == edition.Symbol && known.Language == edition.Language);

    /// <summary>Why an edition is not registered; null where nothing is against it.</summary>
    /// <param name="registration">The event, with its edition.</param>
    /// <param name="registered">What is registered.</param>
    /// <param name="masterData">The funds there are.</param>
    /// <param name="hashOf">The hash of the last entry through a number.</param>
    /// <exception cref="ArgumentException">The event has no edition, fund or period.</exception>
    public static Refusal? Fault(
        BooksEvent registration, IReadOnlyList<PostedEvent> registered, MasterData masterData, Func<long, JournalHead> hashOf)
    {
        if (registration is not { Kind: BooksEventKind.StatementRegistered, Edition: { } edition, Fund: { } fund, Period: not null })
        {
            throw new ArgumentException("A registration names fund, period and edition.", nameof(registration));
        }

        Refusal Refused(RefusalReason reason, string text) => new(reason, edition.Symbol.Text, text);
        if (masterData.FindFund(fund) is null)
        {
            return Refused(RefusalReason.UnknownFund, $"Edition {edition} is of fund {fund}, which is not registered in the books. Register it first.");
        }

        if (Same(edition, registered) is { } same && !IsSame(edition, same.Event.Edition!))
        {
            return Refused(RefusalReason.EditionDiffers, edition.Source.Sha256 == same.Event.Edition!.Source.Sha256
                ? FormattableString.Invariant($"Edition {edition} is registered already (event {same.Number}) with the same document and other particulars. What was registered cannot be changed; give this one a symbol of its own.")
                : FormattableString.Invariant($"Edition {edition} is registered already (event {same.Number}) with another document: SHA-256 {same.Event.Edition!.Source.Sha256}, not {edition.Source.Sha256}. A corrigendum is an edition of its own: give it its own symbol, and name the one it corrects."));
        }

        if (edition.Corrects is { } corrected && !registered.Any(posted => posted.Number == corrected && posted.Event.Edition is not null))
        {
            return Refused(RefusalReason.UnknownEdition, FormattableString.Invariant($"Edition {edition} corrects the edition of event {corrected}, which there is none of."));
        }

        return hashOf(edition.Head.Sequence) == edition.Head ? null : Refused(RefusalReason.OtherBooks, FormattableString.Invariant(
            $"Edition {edition} was made from books whose entry {edition.Head.Sequence} has the hash {edition.Head.Hash}; these books have no such entry."));
    }

    /// <summary>Refuses a registration whose contents are not the files of the edition, each once, or with a text that books do not take.</summary>
    /// <param name="registration">The event, with its edition.</param>
    /// <param name="contents">The files with their bytes.</param>
    /// <exception cref="ArgumentException">They are not, or there is such a text.</exception>
    public static void RequireContents(BooksEvent registration, IReadOnlyList<EditionContents> contents)
    {
        RequireFiles(registration, contents);
        registration.RequireTexts();
    }

    // What is restored may hold texts that older books took.
    internal static void RequireFiles(BooksEvent registration, IReadOnlyList<EditionContents> contents)
    {
        if (registration.Edition is not { } edition || contents.Count != edition.Files.Count
            || !contents.Select(content => content.File).ToHashSet().SetEquals(edition.Files))
        {
            throw new ArgumentException("The contents are not the files of the edition.", nameof(contents));
        }
    }

    // The books that it is held against may have grown since.
    private static bool IsSame(Edition one, Edition other) =>
        one.Source.Sha256 == other.Source.Sha256
        && (one.Date, one.Status, one.AuthorizedOn, one.AuthorizedBy, one.Corrects) == (other.Date, other.Status, other.AuthorizedOn, other.AuthorizedBy, other.Corrects);
}

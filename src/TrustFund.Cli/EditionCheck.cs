using System.Text;
using TrustFund.Reconciliation.Statements;
using TrustFund.Storage;

namespace TrustFund.Cli;

/// <summary>
/// What became of a registered statement, as two claims kept apart: whether its bytes are those registered, and
/// whether its figures still derive from the entries recorded then.
/// </summary>
/// <param name="Posted">The edition.</param>
/// <param name="Changed">What is said against the first claim; empty where the bytes are unchanged.</param>
/// <param name="Derived">What is said against the second; empty where the statement is made again to the byte.</param>
internal sealed record EditionCheck(PostedEvent Posted, IReadOnlyList<string> Changed, IReadOnlyList<string> Derived)
{
    internal bool IsProven => Changed.Count == 0 && Derived.Count == 0;

    internal static async Task<EditionCheck> RunAsync(OpenedBooks opened, PostedEvent posted, CancellationToken cancellation)
    {
        var edition = posted.Event.Edition!;
        var kept = new Dictionary<EditionFile, byte[]>();
        var changed = new List<string>();
        foreach (var file in edition.Files)
        {
            kept[file] = await opened.Books.ReadEditionFileAsync(posted.Number, file, cancellation).ConfigureAwait(false) ?? [];
            var hash = Sha256Hash.Of(kept[file]);
            if (hash != file.Sha256)
            {
                changed.Add($"{file.Name} has the SHA-256 {hash}; it was registered with {file.Sha256}.");
            }
        }

        return new EditionCheck(posted, changed, await DerivedAsync(opened, posted, kept, cancellation).ConfigureAwait(false));
    }

    // The statement is made again by the template as it was kept, for the fund as it was registered, from the entries then recorded.
    private static async Task<IReadOnlyList<string>> DerivedAsync(
        OpenedBooks opened, PostedEvent posted, Dictionary<EditionFile, byte[]> kept, CancellationToken cancellation)
    {
        var edition = posted.Event.Edition!;
        var head = await opened.Books.ReadHeadAsync(edition.Head.Sequence, cancellation).ConfigureAwait(false);
        if (head != edition.Head)
        {
            return [FormattableString.Invariant($"Entry {edition.Head.Sequence} has the hash {head.Hash}; when the edition was registered it was {edition.Head.Hash}. The entries are not those then recorded.")];
        }

        var masterData = await opened.Books.ReadMasterDataAsync(posted.Number, cancellation).ConfigureAwait(false);
        if (masterData.FindFund(posted.Event.Fund!.Value) is not { } fund)
        {
            return [$"There is no fund {posted.Event.Fund} any more."];
        }

        var file = edition.Files.First(file => file.Role == EditionRole.Template);
        if (TemplateFile.Read(kept[file], file.Name).Template is not { } template)
        {
            return [$"The template {file.Name} as it is kept cannot be read."];
        }

        var period = posted.Event.Period!.Value;
        var entry = new KnownAt(edition.Symbol.Text, null, edition.Head.Sequence);
        var layout = edition.Cutoff.AsRestated ? template.WithRestatedColumns() : template;
        var statement = await Reproduction.FromBooksAsync(opened, layout, fund, period, entry, cancellation).ConfigureAwait(false);
        return [.. EditionMaker.Statements(statement, masterData.IsIllustrative)
            .Select(again => (Again: again, Kept: kept.FirstOrDefault(pair => pair.Key.Role == EditionRole.Statement && pair.Key.Name == again.File.Name).Value))
            .Where(pair => pair.Kept is null || !pair.Again.Bytes.Span.SequenceEqual(pair.Kept))
            .Select(pair => $"{pair.Again.File.Name} made again is not what is kept: {FirstDifference(pair.Kept ?? [], pair.Again.Bytes.Span)}.")];
    }

    private static string FirstDifference(byte[] kept, ReadOnlySpan<byte> again)
    {
        var (one, other) = (Encoding.UTF8.GetString(kept).Split('\n'), Encoding.UTF8.GetString(again).Split('\n'));
        for (var line = 0; line < Math.Max(one.Length, other.Length); line++)
        {
            var (before, now) = (one.ElementAtOrDefault(line)?.Trim(), other.ElementAtOrDefault(line)?.Trim());
            if (before != now)
            {
                return FormattableString.Invariant($"line {line + 1} says '{before}' where the entries give '{now}'");
            }
        }

        return "they differ in bytes that are no text";
    }
}

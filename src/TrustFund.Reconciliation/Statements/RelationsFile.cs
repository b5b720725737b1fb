using System.Text.Json;
using System.Text.Unicode;

namespace TrustFund.Reconciliation.Statements;

/// <summary>Reads relations files: JSON, <c>trustfund.relations/1</c>, as the README documents them.</summary>
public static class RelationsFile
{
    internal const string Format = "trustfund.relations/1";

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads a relations file; every fault of it is a problem, none an exception.</summary>
    /// <param name="json">The bytes of the file: JSON, UTF-8.</param>
    /// <param name="source">The file's name for problems.</param>
    public static RelationsReading Read(ReadOnlyMemory<byte> json, string source)
    {
        if (!Utf8.IsValid(json.Span))
        {
            return new RelationsReading(null, [Problem(source, new TextPlace(1, 1), "bytes that are no UTF-8")]);
        }

        JsonDocument file;
        try
        {
            file = JsonDocument.Parse(json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json, Options);
        }
        catch (JsonException exception)
        {
            var place = new TextPlace(checked((int)(exception.LineNumber ?? 0)) + 1, checked((int)(exception.BytePositionInLine ?? 0)) + 1);
            return new RelationsReading(null, [Problem(source, place, "no JSON")]);
        }

        using (file)
        {
            var faults = new List<string>();
            DeclaredRelations? relations = null;
            try
            {
                relations = new RelationsJson(faults).Read(file.RootElement, Format);
            }
            catch (InvalidOperationException)
            {
                // An escape such as \ud800 is well-formed JSON and no text.
                faults.Add("an escape that stands for no character");
            }

            return faults.Count == 0
                ? new RelationsReading(relations, [])
                : new RelationsReading(null, [.. faults.Select(fault => Problem(source, new TextPlace(1, 1), fault))]);
        }
    }

    private static ReadingProblem Problem(string source, TextPlace place, string found) => new(
        source, place, found, "a relations file", "See the relations file section of the README for its members.");
}

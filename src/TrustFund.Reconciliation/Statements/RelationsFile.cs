using System.Text.Json;
using System.Text.Unicode;

namespace TrustFund.Reconciliation.Statements;

/// <summary>Reads relations files: JSON, <c>trustfund.relations/1</c>, as the README documents them.</summary>
public static class RelationsFile
{
    internal const string Format = "trustfund.relations/1";

    private const string Remedy = "See the relations file section of the README for its members.";

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

        var text = json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;
        JsonDocument file;
        try
        {
            file = JsonDocument.Parse(text, Options);
        }
        catch (JsonException exception)
        {
            var place = new TextPlace(checked((int)(exception.LineNumber ?? 0)) + 1, checked((int)(exception.BytePositionInLine ?? 0)) + 1);
            return new RelationsReading(null, [Problem(source, place, "no JSON")]);
        }

        using (file)
        {
            var faults = new JsonFaults(source, text, Remedy);
            DeclaredRelations? relations = null;
            try
            {
                relations = new RelationsJson(faults).Read(file.RootElement, Format);
            }
            catch (InvalidOperationException)
            {
                // An escape such as \ud800 is well-formed JSON and no text.
                faults.Add(file.RootElement, "an escape that stands for no character", "text");
            }

            return faults.Problems.Count == 0 ? new RelationsReading(relations, []) : new RelationsReading(null, faults.Problems);
        }
    }

    private static ReadingProblem Problem(string source, TextPlace place, string found) => new(source, place, found, "a relations file", Remedy);
}

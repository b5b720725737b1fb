using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace TrustFund.Reconciliation.Statements;

/// <summary>The faults of a JSON file, each with the line and column at which it stands.</summary>
/// <param name="source">The file's name.</param>
/// <param name="json">The bytes that the document was parsed from.</param>
/// <param name="remedy">What to do about any of them.</param>
internal sealed class JsonFaults(string source, ReadOnlyMemory<byte> json, string remedy)
{
    private readonly List<ReadingProblem> _problems = [];

    /// <summary>The faults, in the order in which they were found.</summary>
    internal IReadOnlyList<ReadingProblem> Problems => _problems;

    internal void Add(JsonElement at, string found, string expected) =>
        _problems.Add(new ReadingProblem(source, PlaceOf(at), found, expected, remedy));

    internal void Add(JsonProperty at, string found, string expected) =>
        _problems.Add(new ReadingProblem(source, PlaceOf(JsonMarshal.GetRawUtf8PropertyName(at), quote: 1), found, expected, remedy));

    /// <summary>Where an element of the document starts.</summary>
    internal TextPlace PlaceOf(JsonElement element) => PlaceOf(JsonMarshal.GetRawUtf8Value(element));

    // An element is a window on the bytes that were parsed: where it lies in them is its place. A name comes without its quote.
    private TextPlace PlaceOf(ReadOnlySpan<byte> raw, int quote = 0)
    {
        var text = json.Span;
        if (!text.Overlaps(raw, out var offset))
        {
            return new TextPlace(1, 1);
        }

        var before = text[..(offset - quote)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new TextPlace(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}

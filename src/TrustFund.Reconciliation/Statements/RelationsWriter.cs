using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Writes relations between the figures of a document as a relations file, by captions and headings: to be corrected
/// by hand, and read again for this document or next year's. Each has a name, by which it is vetoed, and the basis <c>discovered</c>.
/// </summary>
public static class RelationsWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file. Relations that say the same in several columns, or in several lines, are one there.</summary>
    /// <param name="document">The document.</param>
    /// <param name="relations">Relations between its figures.</param>
    public static string Write(PublishedStatement document, RelationSet relations)
    {
        var names = new ReferenceNames(document);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("format", RelationsFile.Format);
            if (document.Title.Length > 0)
            {
                writer.WriteString("title", document.Title);
            }

            if (names.LatestYear > 0)
            {
                writer.WriteNumber("year", names.LatestYear);
            }

            writer.WriteStartArray("relations");
            // Kinds that go by one name in a file are numbered together.
            var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var alike in RelationsAlike.Of(relations.Relations, names))
            {
                var kind = RelationsJson.NameOf(alike.First.Kind);
                var number = numbers[kind] = numbers.GetValueOrDefault(kind) + 1;
                Write(writer, document, names, alike, FormattableString.Invariant($"{kind}-{number}"));
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>A relations file with relations besides, as it is but for its comments.</summary>
    /// <param name="file">The bytes of the file, which reads without a problem.</param>
    /// <param name="document">The document.</param>
    /// <param name="relations">Relations between its figures that are added. A name that is taken gets a number.</param>
    /// <param name="veto">The names of relations that are not to be tested from now on.</param>
    public static string Extend(ReadOnlySpan<byte> file, PublishedStatement document, RelationSet relations, IReadOnlyCollection<string> veto)
    {
        var root = JsonNode.Parse(file.StartsWith("\uFEFF"u8) ? file[3..] : file, null, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip })!.AsObject();
        var declared = root["relations"] as JsonArray ?? (root["relations"] is { } only ? [only.DeepClone()] : []);
        var names = declared.Select(relation => (string?)relation?["id"]).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var found = JsonNode.Parse(Write(document, relations))!;
        var hasSaved = declared.Any(relation => (string?)relation?["basis"] == RelationsJson.Discovered);
        foreach (var relation in found["relations"]!.AsArray())
        {
            var (added, id) = (relation!.DeepClone().AsObject(), (string)relation["id"]!);
            var name = id;
            for (var number = 2; !names.Add(name); number++)
            {
                name = FormattableString.Invariant($"{id}-{number}");
            }

            added["id"] = name;
            declared.Add((JsonNode)added);
        }

        // What was saved before was saved of its own year.
        if (root["year"] is null && found["year"] is { } year && !hasSaved)
        {
            root["year"] = year.DeepClone();
        }

        root["relations"] = declared.DeepClone();
        if (veto.Count > 0)
        {
            root["veto"] = new JsonArray([.. veto.Distinct(StringComparer.Ordinal).Select(name => JsonValue.Create(name))]);
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            root.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, PublishedStatement document, ReferenceNames names, RelationsAlike alike, string id)
    {
        var (first, form, table) = (alike.First, alike.Form, alike.Table);
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteString("kind", RelationsJson.NameOf(first.Kind));
        writer.WriteString("basis", RelationsJson.Discovered);
        writer.WriteString("because", first.Because);
        if (table is { } number)
        {
            writer.WriteNumber("table", number);
        }

        writer.WriteString("by", form == ReferenceForm.ByColumn ? "column" : "line");
        if (form != ReferenceForm.ByCell && !alike.IsEverywhere(document, names))
        {
            writer.WriteStartArray(form == ReferenceForm.ByColumn ? "lines" : "columns");
            foreach (var relation in alike.Relations)
            {
                writer.WriteStringValue(form == ReferenceForm.ByColumn ? names.Line(relation.Target, table) : names.Column(relation.Target));
            }

            writer.WriteEndArray();
        }

        writer.WritePropertyName("target");
        WriteReference(writer, names, first.Target, form, table);
        if (first.Kind == RelationKind.Rate && alike.Terms is [var over])
        {
            WriteTerms(writer, names, "of", [over], form, table);
            writer.WriteNumber("rate", over.Coefficient);
        }
        else if (alike.IsRange(names))
        {
            writer.WriteStartObject("add");
            writer.WriteString("from", names.Line(alike.Terms[0].Figure, table));
            writer.WriteString("through", names.Line(alike.Terms[^1].Figure, table));
            writer.WriteEndObject();
        }
        else
        {
            var (plus, minus) = first.Kind switch
            {
                RelationKind.Share => ("part", "whole"),
                RelationKind.Product => ("times", "over"),
                _ => ("add", "less"),
            };
            WriteTerms(writer, names, plus, alike.Terms.Where(term => term.Coefficient > 0), form, table);
            WriteTerms(writer, names, minus, alike.Terms.Where(term => term.Coefficient < 0), form, table);
        }

        if (first.Constant != RelationsJson.ConstantOf(first.Kind))
        {
            writer.WriteNumber("constant", first.Constant);
        }

        if (first.RoundedTo != 0)
        {
            writer.WriteNumber("roundedTo", first.RoundedTo);
        }

        if (first.AsPrinted)
        {
            writer.WriteBoolean("asPrinted", true);
        }

        writer.WriteEndObject();
    }

    private static void WriteTerms(Utf8JsonWriter writer, ReferenceNames names, string member, IEnumerable<RelationTerm> terms, ReferenceForm form, int? table)
    {
        var figures = terms.Select(term => term.Figure).ToList();
        if (figures.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(member);
        foreach (var marker in figures.Select(names.NoteOf).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("note", marker);
            writer.WriteEndObject();
        }

        foreach (var figure in figures.Where(figure => names.NoteOf(figure) is null))
        {
            WriteReference(writer, names, figure, form, table);
        }

        writer.WriteEndArray();
    }

    private static void WriteReference(Utf8JsonWriter writer, ReferenceNames names, PublishedFigure figure, ReferenceForm form, int? table)
    {
        switch (form)
        {
            case ReferenceForm.ByColumn:
                writer.WriteStringValue(names.Column(figure));
                break;
            case ReferenceForm.ByLine:
                writer.WriteStringValue(names.Line(figure, table));
                break;
            default:
                writer.WriteStartObject();
                writer.WriteString("line", names.Line(figure, table));
                writer.WriteString("column", names.Column(figure));
                writer.WriteEndObject();
                break;
        }
    }
}

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Writes relations between the figures of a document as a relations file, by captions and headings: to be corrected
/// by hand, and read again for this document or next year's.
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

            writer.WriteStartArray("relations");
            foreach (var alike in relations.Relations.GroupBy(names.PatternOf, StringComparer.Ordinal))
            {
                Write(writer, names, [.. alike]);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, ReferenceNames names, List<StatementRelation> alike)
    {
        var first = alike[0];
        var form = names.FormOf(first);
        writer.WriteStartObject();
        writer.WriteString("kind", RelationsJson.NameOf(first.Kind));
        writer.WriteString("because", first.Because);
        if (names.TableOf(first) is { } table)
        {
            writer.WriteNumber("table", table);
        }

        if (form == ReferenceForm.ByColumn)
        {
            writer.WriteString("by", "column");
            writer.WriteStartArray("lines");
            alike.ForEach(relation => writer.WriteStringValue(names.Line(relation.Target, names.TableOf(first))));
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteString("by", "line");
            if (form == ReferenceForm.ByLine)
            {
                writer.WriteStartArray("columns");
                alike.ForEach(relation => writer.WriteStringValue(names.Column(relation.Target)));
                writer.WriteEndArray();
            }
        }

        writer.WritePropertyName("target");
        WriteReference(writer, names, first.Target, form, names.TableOf(first));
        var (plus, minus) = first.Kind switch
        {
            RelationKind.Share => ("part", "whole"),
            RelationKind.Product => ("times", "over"),
            _ => ("add", "less"),
        };
        WriteTerms(writer, names, plus, first.Terms.Where(term => term.Coefficient > 0), form, names.TableOf(first));
        WriteTerms(writer, names, minus, first.Terms.Where(term => term.Coefficient < 0), form, names.TableOf(first));
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

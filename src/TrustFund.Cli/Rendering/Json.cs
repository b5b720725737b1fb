using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TrustFund.Cli.Rendering;

/// <summary>Writes JSON reports: indented, UTF-8, amounts as strings, the same bytes everywhere.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Write(Action<Utf8JsonWriter> write)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        Write(output, write);
        return output.ToString();
    }

    /// <summary>Writes a report piece by piece, as it is made.</summary>
    internal static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        var text = new Utf8Text(output);
        using (var writer = new Utf8JsonWriter(text, Options))
        {
            write(writer);
        }

        text.Flush();
        output.Write('\n');
    }

    internal static void WriteArray<TItem>(
        this Utf8JsonWriter writer, string name, IEnumerable<TItem> items, Action<TItem> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        writer.WriteEndArray();
    }

    internal static void WriteObjects<TItem>(
        this Utf8JsonWriter writer, string name, IEnumerable<TItem> items, Action<TItem> writeMembers) =>
        writer.WriteArray(name, items, item =>
        {
            writer.WriteStartObject();
            writeMembers(item);
            writer.WriteEndObject();
        });

    /// <summary>An exact amount as a string without exponent or needless zeros; null where there is none.</summary>
    internal static void WriteAmount(this Utf8JsonWriter writer, string name, decimal? amount) =>
        writer.WriteString(name, amount is { } value ? Amounts.Plain(value) : null);

    /// <summary>A sequence number; null where there is none.</summary>
    internal static void WriteSequence(this Utf8JsonWriter writer, string name, long? sequence)
    {
        if (sequence is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}

using System.Security.Cryptography;
using System.Text;

namespace TrustFund.Reconciliation.Statements;

/// <summary>The bytes of a document as lines of text, or the reason why they are none.</summary>
internal sealed class DocumentText
{
    private const int MaxLineLength = 20_000;

    // A volume of a whole government's accounts has fewer lines; the work grows faster than they do.
    private const int MaxLines = 50_000;

    private DocumentText(string sha256, IReadOnlyList<string> lines, IReadOnlyList<ReadingProblem> problems) =>
        (Sha256, Lines, Problems) = (sha256, lines, problems);

    internal string Sha256 { get; }

    internal IReadOnlyList<string> Lines { get; }

    internal IReadOnlyList<ReadingProblem> Problems { get; }

    internal static DocumentText Of(ReadOnlySpan<byte> bytes, string source)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var body = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        if (body.IsEmpty)
        {
            return Unreadable(sha256, source, new TextPlace(1, 1), "an empty file", "a statement as text", "Name the file that holds the statement.");
        }

        if (KindOf(body) is { } kind)
        {
            return Unreadable(sha256, source, new TextPlace(1, 1), kind, "a statement as text", "Copy the table into a plain text file, or save it as text in UTF-8 (of a workbook, as CSV).");
        }

        if (Wide(body) is { } wide)
        {
            return Of(sha256, wide, source);
        }

        var nul = body.IndexOf((byte)0);
        if (nul >= 0)
        {
            return Unreadable(sha256, source, PlaceOf(body, nul), "a byte that no text holds (NUL)", "a statement as text",
                "Save the table as plain text in UTF-8; a PDF, Word or Excel file is not read as it is.");
        }

        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body);
        }
        catch (DecoderFallbackException exception)
        {
            return Unreadable(sha256, source, PlaceOf(body, Math.Clamp(exception.Index, 0, body.Length)),
                "bytes that are not UTF-8", "text in UTF-8", "Save the file again in UTF-8.");
        }

        return Of(sha256, text, source);
    }

    private static DocumentText Of(string sha256, string text, string source)
    {
        var lines = LinesOf(text);
        if (lines.Length > MaxLines)
        {
            return Unreadable(sha256, source, new TextPlace(MaxLines + 1, 1), FormattableString.Invariant($"a file of {lines.Length} lines"),
                FormattableString.Invariant($"at most {MaxLines}"), "Put each statement into a file of its own.");
        }

        var problems = new List<ReadingProblem>();
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].Length > MaxLineLength)
            {
                problems.Add(new ReadingProblem(source, new TextPlace(index + 1, 1),
                    FormattableString.Invariant($"a line of {lines[index].Length} characters"),
                    FormattableString.Invariant($"lines of at most {MaxLineLength}"), "Break the line where the table does."));
                lines[index] = "";
            }
        }

        return new DocumentText(sha256, lines, problems);
    }

    // What a file is that is no text, by the bytes it begins with; null for none known.
    private static string? KindOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? "a PDF file"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? "a Word or Excel file (DOC, XLS)"
        : bytes.StartsWith("{\\rtf"u8) ? "a word processor's file (RTF)"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || bytes.StartsWith("GIF8"u8) ? "a picture"
        : bytes.StartsWith("SQLite format 3\0"u8) ? "an SQLite database"
        : IsPage(bytes) ? "a web page (HTML)"
        : !bytes.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x03, 0x04]) ? null
        : bytes.IndexOf("xl/"u8) >= 0 ? "an Excel workbook (XLSX)"
        : bytes.IndexOf("word/"u8) >= 0 ? "a Word document (DOCX)"
        : "a compressed archive (ZIP)";

    private static bool IsPage(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 200)]).TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    // Text in UTF-16 that says so by its mark; null for none.
    private static string? Wide(ReadOnlySpan<byte> bytes)
    {
        var isBigEndian = bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        if (!isBigEndian && !bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return null;
        }

        try
        {
            var text = new UnicodeEncoding(isBigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes[2..]);
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static DocumentText Unreadable(
        string sha256, string source, TextPlace place, string found, string expected, string remedy) =>
        new(sha256, [], [new ReadingProblem(source, place, found, expected, remedy)]);

    // A form feed or a line separator ends no line in an editor, so it ends none here.
    private static string[] LinesOf(string text) => text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);

    private static TextPlace PlaceOf(ReadOnlySpan<byte> bytes, int index)
    {
        var before = LinesOf(Encoding.UTF8.GetString(bytes[..index]));
        return new TextPlace(before.Length, before[^1].Length + 1);
    }
}

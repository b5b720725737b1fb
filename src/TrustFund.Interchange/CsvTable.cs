using System.Text;
using Sylvan.Data.Csv;

namespace TrustFund.Interchange;

/// <summary>
/// A CSV file row by row (RFC 4180, UTF-8, a header row), each row with the line it begins on. What is
/// no such file becomes problems, not exceptions.
/// </summary>
internal sealed class CsvTable
{
    private const int MaxRecordLength = 1 << 20;

    private readonly string _path;
    private readonly char? _delimiter;
    private readonly List<ReadingProblem> _problems;

    private CsvTable(string path, char? delimiter, List<ReadingProblem> problems)
    {
        (_path, _delimiter, _problems) = (path, delimiter, problems);
        Source = Path.GetFileName(path);
    }

    /// <summary>The file's name, for problems.</summary>
    internal string Source { get; }

    /// <summary>The header's names with their positions; empty until the rows are read, or where there is none.</summary>
    internal IReadOnlyList<string> Header { get; private set; } = [];

    internal static CsvTable Open(string path, List<ReadingProblem> problems, char? delimiter = ',') => new(path, delimiter, problems);

    /// <summary>Reads the rows below the header; stops where the file cannot be read on.</summary>
    /// <param name="checkHeader">Told the header; false stops the reading.</param>
    internal IEnumerable<CsvRow> Rows(Func<CsvTable, bool> checkHeader)
    {
        using var file = OpenText();
        if (file is null)
        {
            yield break;
        }

        using var records = Try(() => CsvDataReader.Create(file, new CsvDataReaderOptions
        {
            HasHeaders = false,
            Delimiter = _delimiter,
            CsvStyle = CsvStyle.Standard,
            CommentHandler = null,
            Comment = '\uFFFF',
            MaxBufferSize = MaxRecordLength,
            BufferSize = 1 << 16,
        }), 1);
        if (records is null)
        {
            yield break;
        }

        var line = 1;
        var isHeader = true;
        while (Try(() => new Step(records.Read()), line) is { IsRow: true })
        {
            var fields = Try(() => Fields(records), line);
            if (fields is null)
            {
                yield break;
            }

            var row = new CsvRow(this, line, fields);
            line += records.GetRawRecordSpan().Count('\n');
            if (isHeader)
            {
                isHeader = false;
                Header = [.. fields.Select(field => field.Trim())];
                if (!checkHeader(this))
                {
                    yield break;
                }
            }
            else if (fields.Length == 1 && string.IsNullOrWhiteSpace(fields[0]))
            {
                continue;
            }
            else if (fields.Length != Header.Count)
            {
                Problem(row.Line, fields.Length, $"{fields.Length} cells", $"{Header.Count} cells, as in the header",
                    "Add or remove commas; a comma inside a text needs the text in quotes.");
            }
            else
            {
                yield return row;
            }
        }

        if (isHeader && _problems.All(problem => problem.Source != Source))
        {
            Problem(1, 1, "an empty file", "a header row", "Write the names of the columns in the first row.");
        }
    }

    internal void Problem(int line, int column, string found, string expected, string remedy) =>
        _problems.Add(new ReadingProblem(Source, new TextPlace(line, column), found, expected, remedy));

    private static string[] Fields(CsvDataReader records) =>
        [.. Enumerable.Range(0, records.RowFieldCount).Select(records.GetString)];

    private StreamReader? OpenText()
    {
        try
        {
            var stream = File.OpenRead(_path);
            return new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Problem(1, 1, exception is FileNotFoundException or DirectoryNotFoundException ? "no such file" : "a file that cannot be opened",
                $"the file {Source}", "Put the file into the folder and let it be read.");
            return null;
        }
    }

    // Not a row of bools: null says that reading failed, which is not the end of the file.
    private sealed record Step(bool IsRow);

    private TResult? Try<TResult>(Func<TResult> read, int line)
        where TResult : class
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException)
        {
            Problem(line, 1, "bytes that are not UTF-8", "text in UTF-8", "Save the file again in UTF-8.");
        }
        catch (CsvRecordTooLargeException)
        {
            Problem(line, 1, FormattableString.Invariant($"a row of more than {MaxRecordLength} characters"), "a row of the table",
                "Look for a quote that is not closed, or a file of another kind.");
        }
        catch (CsvFormatException exception)
        {
            Problem(line, exception.FieldOrdinal + 1, "a quote inside a cell that is not quoted as a whole, or one that is not closed",
                "quoted cells as in RFC 4180", "Put the whole cell in quotes and double each quote inside it.");
        }

        return null;
    }
}

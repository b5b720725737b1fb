using System.Globalization;
using Sylvan.Data.Csv;

namespace TrustFund.Interchange;

/// <summary>
/// A CSV file row by row (RFC 4180, UTF-8, a header row), each row with the line it begins on. What is
/// no such file becomes problems, not exceptions. Blank rows say nothing and are left out. Memory is
/// bounded: by the longest row that is read, and by the number of problems that are kept.
/// </summary>
internal sealed class CsvTable
{
    internal const int MaxRowLength = 1 << 20;

    private const int MinBufferSize = 1 << 10;

    private const int MaxBufferSize = 1 << 16;

    private const string Delimiters = ",;\t";

    private readonly string _path;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly Stack<CsvRow> _spare = [];
    private Utf8Text? _text;
    private char? _delimiter;
    private int _bufferSize;

    /// <summary>Names a file to read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="delimiter">What stands between cells; null for comma, semicolon or tab, as the header tells.</param>
    internal CsvTable(string path, char? delimiter = ',')
    {
        (_path, _delimiter) = (path, delimiter);
        Source = Path.GetFileName(path);
        Problems = new ProblemLog(Source);
    }

    /// <summary>The file's name, for problems.</summary>
    internal string Source { get; }

    /// <summary>What could not be read.</summary>
    internal ProblemLog Problems { get; }

    /// <summary>The names of the columns; empty until the rows are read, or where there is no header.</summary>
    internal IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>The line of the header.</summary>
    internal int HeaderLine { get; private set; } = 1;

    /// <summary>Whether all rows were read, right or wrong; false where the file, or the rest of it, is unread.</summary>
    internal bool IsWhole { get; private set; }

    /// <summary>The hash of the file's bytes, once the rows are read; null where it could not be opened.</summary>
    internal Sha256Hash? Hash { get; private set; }

    /// <summary>How many rows below the header were read.</summary>
    internal long RowsRead { get; private set; }

    /// <summary>How many bytes of the file were read.</summary>
    internal long BytesRead => _text?.BytesRead ?? 0;

    /// <summary>The position of a column from 0; -1 where there is none of that name.</summary>
    internal int IndexOf(string column) => _columns.GetValueOrDefault(column, -1);

    /// <summary>Reads the rows below the header; stops where the file cannot be read on.</summary>
    /// <param name="checkHeader">Told the header; false stops the reading.</param>
    internal IEnumerable<CsvRow> Rows(Func<CsvTable, bool> checkHeader)
    {
        using var text = Open();
        if (text is null)
        {
            yield break;
        }

        _text = text;
        _delimiter ??= DelimiterOf(text.Beginning());
        using var records = Parse(text);
        var line = 1;
        var isGood = records is not null;
        while (isGood && Next(records!, line, out isGood) is { } row)
        {
            line += LineBreaks.In(records!.GetRawRecordSpan());
            if (row.IsBlank)
            {
                GiveBack(row);
            }
            else if (Header.Count == 0)
            {
                TakeHeader(row);
                isGood = checkHeader(this);
            }
            else
            {
                RowsRead++;
                row.Fault = FaultOf(records.GetRawRecordSpan(), row);
                yield return row;
            }
        }

        if (isGood && Header.Count == 0)
        {
            Problem(new TextPlace(1, 1), FileComplaints.Empty);
        }

        IsWhole = isGood && Header.Count > 0;
        Hash = text.Hash();
    }

    /// <summary>Takes back a row that nobody needs any more, to be filled again.</summary>
    internal void GiveBack(CsvRow row) => _spare.Push(row);

    /// <inheritdoc cref="ProblemLog.Add"/>
    internal ReadingProblem? Problem(TextPlace place, Complaint complaint, params string[] particulars) =>
        Problems.Add(place, complaint, particulars);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // The delimiter that the header has most of, outside quotes; a comma where it has none.
    private static char DelimiterOf(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Delimiters.Length];
        var isQuoted = false;
        foreach (var character in text.TrimStart())
        {
            if (!isQuoted && character is '\r' or '\n')
            {
                break;
            }

            isQuoted ^= character == '"';
            if (!isQuoted && Delimiters.IndexOf(character, StringComparison.Ordinal) is var index and >= 0)
            {
                counts[index]++;
            }
        }

        var most = 0;
        for (var index = 1; index < counts.Length; index++)
        {
            most = counts[index] > counts[most] ? index : most;
        }

        return Delimiters[most];
    }

    // The parser takes a quote inside an unquoted cell for a letter, and the delimiters after it for
    // delimiters: here is the index of the first such cell, -1 where there is none.
    private static int Misquoted(ReadOnlySpan<char> raw, char delimiter)
    {
        var cell = 0;
        var isQuoted = false;
        var isStart = true;
        foreach (var character in raw)
        {
            if (character == '"' && !isStart && !isQuoted)
            {
                return cell;
            }

            if (character == delimiter && !isQuoted)
            {
                (cell, isStart) = (cell + 1, true);
                continue;
            }

            // A doubled quote closes and opens again: it counts as a start for the second one.
            isQuoted ^= character == '"';
            isStart = character == '"' && !isQuoted;
        }

        return -1;
    }

    private CsvDataReaderOptions Options() => new()
    {
        HasHeaders = false,
        Delimiter = _delimiter,
        CsvStyle = CsvStyle.Standard,
        // No line is a comment: NUL stops the reading before the parser sees it.
        Comment = '\0',
        BufferSize = _bufferSize,
        MaxBufferSize = MaxRowLength,
    };

    private void TakeHeader(CsvRow row)
    {
        var header = new string[row.Count];
        for (var index = 0; index < header.Length; index++)
        {
            header[index] = row.Raw(index).Trim().ToString();
            _columns.TryAdd(header[index], index);
        }

        (Header, HeaderLine) = (header, row.Line);
    }

    private CsvRowFault FaultOf(ReadOnlySpan<char> raw, CsvRow row)
    {
        var isQuoted = raw.Contains('"');
        if (isQuoted && Misquoted(raw, _delimiter!.Value) is var misquoted and >= 0)
        {
            Problem(new TextPlace(row.Line, misquoted + 1), FileComplaints.QuoteInside, Cells.Shown(row.Raw(misquoted)));
            return CsvRowFault.Shape;
        }

        if (row.Count != Header.Count)
        {
            Problem(new TextPlace(row.Line, Math.Min(row.Count, Header.Count) + 1), FileComplaints.CellCount,
                Number(row.Count), Number(Header.Count));
            return CsvRowFault.Shape;
        }

        // Nearly every row is of printable ASCII, and that is told at a glance.
        return row.Everything.ContainsAnyExceptInRange(' ', '~') ? FaultOfCells(row) : CsvRowFault.None;
    }

    private CsvRowFault FaultOfCells(CsvRow row)
    {
        var fault = CsvRowFault.None;
        for (var index = 0; index < row.Count; index++)
        {
            if (FaultOf(row.Raw(index)) is var (complaint, particulars))
            {
                Problem(new TextPlace(row.Line, index + 1), complaint, particulars);
                fault = CsvRowFault.Cell;
            }
        }

        return fault;
    }

    /// <summary>What keeps the text of a cell out of the books; null where nothing does.</summary>
    internal static (Complaint Complaint, string[] Particulars)? FaultOf(ReadOnlySpan<char> cell)
    {
        switch (BookText.FaultOf(cell))
        {
            case BookTextFault.None:
                return null;
            case BookTextFault.ControlCharacter:
                var index = 0;
                while (!char.IsControl(cell[index]))
                {
                    index++;
                }

                return cell[index] is '\r' or '\n'
                    ? (FileComplaints.LineBreak, [Cells.Shown(cell)])
                    : (FileComplaints.ControlCharacter, [Cells.Shown(cell), "U+" + ((int)cell[index]).ToString("X4", CultureInfo.InvariantCulture)]);
            default:
                // Half a character, which UTF-8 does not hold, has no composed form either.
                return (FileComplaints.NotComposed, [Cells.Shown(cell)]);
        }
    }

    private Utf8Text? Open()
    {
        try
        {
            var file = File.OpenRead(_path);
            _bufferSize = (int)Math.Clamp(file.Length + 1, MinBufferSize, MaxBufferSize);
            return new Utf8Text(file, _bufferSize);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            Problem(new TextPlace(1, 1), FileComplaints.NoFile, Source);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Problem(new TextPlace(1, 1), FileComplaints.NotOpened);
        }

        return null;
    }

    private CsvDataReader? Parse(Utf8Text text)
    {
        try
        {
            return CsvDataReader.Create(text, Options());
        }
        catch (Exception exception) when (IsTold(exception, 1))
        {
            return null;
        }
    }

    // The next row; null at the end, and where the file cannot be read on.
    private CsvRow? Next(CsvDataReader records, int line, out bool isGood)
    {
        try
        {
            isGood = true;
            if (!records.Read())
            {
                return null;
            }

            var row = _spare.TryPop(out var spare) ? spare : new CsvRow(this);
            row.Begin(line, records.RowFieldCount, records.GetRawRecordSpan().Length);
            for (var index = 0; index < records.RowFieldCount; index++)
            {
                row.Add(records.GetFieldSpan(index));
            }

            return row;
        }
        catch (Exception exception) when (IsTold(exception, line))
        {
            isGood = false;
            return null;
        }
    }

    private bool IsTold(Exception exception, int line)
    {
        var told = exception switch
        {
            UnreadableTextException unreadable => (new TextPlace(unreadable.Line, 1), unreadable.Complaint, []),
            CsvRecordTooLargeException => (new TextPlace(line, 1), FileComplaints.RowTooLong, [Number(MaxRowLength)]),
            CsvFormatException format => (new TextPlace(line, format.FieldOrdinal + 1), FileComplaints.QuoteNotClosed, []),
            _ => ((TextPlace Place, Complaint Complaint, string[] Particulars)?)null,
        };
        if (told is var (place, complaint, particulars))
        {
            Problem(place, complaint, particulars);
        }

        return told is not null;
    }
}

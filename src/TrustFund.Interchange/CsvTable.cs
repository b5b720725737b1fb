using System.Globalization;
using System.Text;
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

    internal const int MaxProblems = 1000;

    private const string Delimiters = ",;\t";

    private readonly string _path;
    private readonly List<ReadingProblem> _problems;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private char? _delimiter;
    private int _problemCount;

    /// <summary>Names a file to read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Where problems are added.</param>
    /// <param name="delimiter">What stands between cells; null for comma, semicolon or tab, as the header tells.</param>
    internal CsvTable(string path, List<ReadingProblem> problems, char? delimiter = ',')
    {
        (_path, _problems, _delimiter) = (path, problems, delimiter);
        Source = Path.GetFileName(path);
    }

    /// <summary>The file's name, for problems.</summary>
    internal string Source { get; }

    /// <summary>The names of the columns; empty until the rows are read, or where there is no header.</summary>
    internal IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>The line of the header.</summary>
    internal int HeaderLine { get; private set; } = 1;

    /// <summary>Whether all rows were read, right or wrong; false where the file, or the rest of it, is unread.</summary>
    internal bool IsWhole { get; private set; }

    /// <summary>The hash of the file's bytes, once the rows are read; null where it could not be opened.</summary>
    internal Sha256Hash? Hash { get; private set; }

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

        _delimiter ??= DelimiterOf(text.Beginning());
        using var records = Parse(text);
        var line = 1;
        var isGood = records is not null;
        while (isGood && Next(records!, line, out isGood) is { } cells)
        {
            var rowLine = line;
            line += LineBreaks.In(records!.GetRawRecordSpan());
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (Header.Count == 0)
            {
                TakeHeader(cells, rowLine);
                isGood = checkHeader(this);
                continue;
            }

            yield return new CsvRow(this, rowLine, cells, FaultOf(records, cells, rowLine));
            isGood = _problemCount <= MaxProblems;
        }

        if (isGood && Header.Count == 0)
        {
            Problem(new TextPlace(1, 1), FileComplaints.Empty);
        }

        IsWhole = isGood && Header.Count > 0;
        Hash = text.Hash();
    }

    /// <summary>Tells a problem; one more than <see cref="MaxProblems"/> says that no more are told.</summary>
    /// <returns>The problem; null where it is told no more.</returns>
    internal ReadingProblem? Problem(TextPlace place, Complaint complaint, params string[] particulars)
    {
        _problemCount++;
        if (_problemCount > MaxProblems + 1)
        {
            return null;
        }

        var problem = _problemCount <= MaxProblems
            ? complaint.At(Source, place, particulars)
            : FileComplaints.TooManyProblems.At(Source, place, Number(MaxProblems));
        _problems.Add(problem);
        return problem;
    }

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
        BufferSize = 1 << 16,
        MaxBufferSize = MaxRowLength,
    };

    private void TakeHeader(string[] cells, int line)
    {
        (Header, HeaderLine) = ([.. cells.Select(cell => cell.Trim())], line);
        for (var index = 0; index < Header.Count; index++)
        {
            _columns.TryAdd(Header[index], index);
        }
    }

    private CsvRowFault FaultOf(CsvDataReader records, string[] cells, int line)
    {
        var raw = records.GetRawRecordSpan();
        if (raw.Contains('"') && Misquoted(raw, _delimiter!.Value) is var misquoted and >= 0)
        {
            Problem(new TextPlace(line, misquoted + 1), FileComplaints.QuoteInside, Cells.Shown(cells[misquoted]));
            return CsvRowFault.Shape;
        }

        if (cells.Length != Header.Count)
        {
            Problem(new TextPlace(line, Math.Min(cells.Length, Header.Count) + 1), FileComplaints.CellCount,
                Number(cells.Length), Number(Header.Count));
            return CsvRowFault.Shape;
        }

        var fault = CsvRowFault.None;
        for (var index = 0; index < cells.Length; index++)
        {
            if (FaultOf(cells[index]) is var (complaint, particulars))
            {
                Problem(new TextPlace(line, index + 1), complaint, particulars);
                fault = CsvRowFault.Cell;
            }
        }

        return fault;
    }

    private static (Complaint Complaint, string[] Particulars)? FaultOf(string cell)
    {
        foreach (var character in cell)
        {
            if (character is '\r' or '\n')
            {
                return (FileComplaints.LineBreak, [Cells.Shown(cell)]);
            }

            if (char.IsControl(character))
            {
                return (FileComplaints.ControlCharacter, [
                    Cells.Shown(cell), "U+" + ((int)character).ToString("X4", CultureInfo.InvariantCulture)]);
            }
        }

        return cell.IsNormalized(NormalizationForm.FormC) ? null : (FileComplaints.NotComposed, [Cells.Shown(cell)]);
    }

    private Utf8Text? Open()
    {
        try
        {
            return new Utf8Text(File.OpenRead(_path));
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

    // The cells of the next row; null at the end, and where the file cannot be read on.
    private string[]? Next(CsvDataReader records, int line, out bool isGood)
    {
        try
        {
            isGood = true;
            if (!records.Read())
            {
                return null;
            }

            var cells = new string[records.RowFieldCount];
            for (var index = 0; index < cells.Length; index++)
            {
                cells[index] = records.GetString(index);
            }

            return cells;
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

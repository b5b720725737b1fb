using System.Runtime.CompilerServices;
using System.Text;

namespace TrustFund.Interchange;

/// <summary>
/// Reads the balances of a journal straight from its bytes. An entry that is out of the ordinary (another
/// currency, vouchers, a restatement, a text beyond ASCII) is made as any reader makes it; where anything
/// at all is wrong, nothing comes of it, and the file is read again by who tells what is wrong.
/// </summary>
internal sealed class PlainJournal
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly CsvTable _table;
    private readonly JournalColumns _columns = new(needsChain: false);
    private readonly EntryAssembler _assembler;
    private readonly NumberedTexts _ids = new();
    private readonly List<CsvRow> _rows = [];
    private readonly Stack<CsvRow> _spare = [];
    private readonly PlainRow _again;
    private readonly PlainEntry _entry;
    private PlainRow _first;
    private PlainRow _row;

    private PlainJournal(CsvTable table, Register<Account> accounts, Register<Fund> funds, Register<Donor> donors)
    {
        _table = table;
        using (var rows = table.Rows(_columns.Take).GetEnumerator())
        {
            rows.MoveNext();
        }

        _assembler = new EntryAssembler(_columns, accounts, funds, donors, _ids);
        _entry = new PlainEntry(
            _columns, new(accounts.Items, account => account.Code.Text), new(funds.Items, fund => fund.Code.Text),
            new(donors.Items, donor => donor.Code.Text), Log);
        (_first, _row, _again) = (new PlainRow(table.Header.Count), new PlainRow(table.Header.Count), new PlainRow(table.Header.Count));
    }

    /// <summary>Reads a journal.</summary>
    /// <param name="path">The file.</param>
    /// <param name="accounts">Its accounts.</param>
    /// <param name="funds">Its funds.</param>
    /// <param name="donors">Its donors.</param>
    /// <returns>Null where the file has to be read by who tells what is wrong with it.</returns>
    /// <exception cref="IOException">Reading failed in the middle of the file.</exception>
    internal static PlainJournal? Read(string path, Register<Account> accounts, Register<Fund> funds, Register<Donor> donors)
    {
        var table = new CsvTable(path);
        var journal = new PlainJournal(table, accounts, funds, donors);
        return table.Problems.IsEmpty && table.Header.Count > 0 && table.HeaderLine == 1 && journal.ReadAll(path) ? journal : null;
    }

    /// <summary>The postings.</summary>
    internal PostingLog Log { get; } = new();

    /// <summary>The entries that others take back.</summary>
    internal HashSet<Code<JournalEntry>> Reversed { get; } = [];

    /// <summary>The hash of the file's bytes.</summary>
    internal Sha256Hash Hash { get; private set; }

    private bool ReadAll(string path)
    {
        using var blocks = new HashedBlocks(File.OpenRead(path));
        var isHeader = true;
        var kept = 0;
        while (blocks.Advance(kept))
        {
            var at = isHeader ? EndOfHeader(blocks.Bytes) : 0;
            var read = at < 0 ? at : ReadEntries(blocks.Bytes, at);
            kept = blocks.Bytes.Length - read;
            isHeader = false;
            if (read < 0 || kept > HashedBlocks.MostKept)
            {
                return false;
            }
        }

        Hash = blocks.Hash();
        return ReadLast(blocks.Bytes);
    }

    private int EndOfHeader(ReadOnlySpan<byte> bytes) => _row.Split(bytes, bytes.StartsWith("\uFEFF"u8) ? 3 : 0);

    // Reads the entries that end within the bytes, and says where the next one begins.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ReadEntries(ReadOnlySpan<byte> bytes, int at)
    {
        var (start, isPlain, count) = (at, true, 0);
        while (true)
        {
            var row = count == 0 ? _first : _row;
            var next = row.Split(bytes, at);
            if (next < 0)
            {
                return next == PlainRow.Cut ? start : next;
            }

            if (row.IsEmpty)
            {
                at = next;
                continue;
            }

            var id = row.Cell(bytes, _columns.Entry);
            if (id.Length == 0)
            {
                return PlainRow.NotPlain;
            }

            if (count > 0 && !id.SequenceEqual(_first.Cell(bytes, _columns.Entry)))
            {
                if (!End(bytes, start, at, isPlain))
                {
                    return PlainRow.NotPlain;
                }

                (_first, _row, start, count) = (_row, _first, at, 0);
                row = _first;
            }

            isPlain = count == 0
                ? row.IsPlain && _entry.Begin(bytes, row) && _entry.Post(bytes, row)
                : isPlain && row.IsPlain && _entry.Agrees(bytes, _first, row) && _entry.Post(bytes, row);
            (count, at) = (count + 1, next);
        }
    }

    // What is left at the end of the file is the last entry.
    private bool ReadLast(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            if (_row.Split(bytes, at) is var next and >= 0)
            {
                at = next;
            }
            else
            {
                return false;
            }
        }

        return bytes.Length == 0 || End(bytes, 0, bytes.Length, isPlain: false);
    }

    // Takes down the entry whose rows stand there; false where something is wrong with it.
    private bool End(ReadOnlySpan<byte> bytes, int start, int end, bool isPlain)
    {
        if (isPlain && _entry.Write())
        {
            return _ids.TryAdd(_first.Cell(bytes, _columns.Entry), 1, out _);
        }

        foreach (var row in _rows)
        {
            _spare.Push(row);
        }

        _rows.Clear();
        for (var at = start; at < end;)
        {
            at = _again.Split(bytes, at);
            if (!_again.IsEmpty && !TryRow(bytes))
            {
                return false;
            }
        }

        return _rows.Count == 0 || Assemble();
    }

    private bool Assemble()
    {
        var id = _rows[0].Cell(_columns.Entry).ToString();
        if (_assembler.Assemble(new EntryRows(id, _rows, HasFirst: true, AreAll: true)) is not { } entry)
        {
            return false;
        }

        Log.Add(entry);
        if (entry.Reverses is { } original)
        {
            Reversed.Add(original);
        }

        return true;
    }

    // Makes a row of text of what is split; false where a cell is no text that the books may hold.
    private bool TryRow(ReadOnlySpan<byte> bytes)
    {
        var row = _spare.TryPop(out var spare) ? spare : new CsvRow(_table);
        var (count, length) = (_table.Header.Count, 0);
        for (var column = 0; column < count; column++)
        {
            length += _again.Cell(bytes, column).Length;
        }

        row.Begin(1, count, length);
        for (var column = 0; column < count; column++)
        {
            if (TextOf(_again.Cell(bytes, column)) is not { } text)
            {
                return false;
            }

            row.Add(text);
        }

        _rows.Add(row);
        return true;
    }

    private string? TextOf(ReadOnlySpan<byte> cell)
    {
        try
        {
            var text = Strict.GetString(cell);
            text = _again.HasDoubledQuotes ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
            return CsvTable.FaultOf(text) is null ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

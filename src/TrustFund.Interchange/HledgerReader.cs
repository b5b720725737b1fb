using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>Reads a journal of hledger line by line: directives, then transactions as they are written.</summary>
internal sealed class HledgerReader
{
    private const string Declaration = "trustfund ";

    private readonly ProblemLog _problems;
    private readonly HledgerAmounts _amounts = new();
    private readonly HledgerMasterData _masterData;
    private readonly HledgerTransactionReader _transactionReader;
    private readonly List<HledgerTransaction> _transactions = [];
    private readonly string _source;

    private HledgerReader(string path, MasterData known)
    {
        _source = Path.GetFileName(path);
        _problems = new ProblemLog(_source);
        _masterData = new HledgerMasterData(known, _problems);
        _transactionReader = new HledgerTransactionReader(_amounts, _problems);
    }

    internal MasterData MasterData { get; private set; } = MasterData.Empty;

    internal IReadOnlyList<JournalEntry> Entries { get; private set; } = [];

    internal IReadOnlyList<ReadingProblem> Problems => _problems.InOrder();

    internal Sha256Hash Fingerprint { get; private set; }

    internal long Lines { get; private set; }

    internal long Bytes { get; private set; }

    internal static HledgerReader Read(string path, MasterData known)
    {
        var reader = new HledgerReader(path, known);
        reader.Read(reader.LinesOf(path));
        return reader;
    }

    private List<string> LinesOf(string path)
    {
        var lines = new List<string>();
        try
        {
            using var text = new Utf8Text(File.OpenRead(path));
            try
            {
                while (text.ReadLine() is { } line)
                {
                    lines.Add(line);
                }
            }
            catch (UnreadableTextException unreadable)
            {
                // What stands before may be half a transaction.
                lines.Clear();
                _problems.Add(new TextPlace(unreadable.Line, 1), unreadable.Complaint);
            }

            (Fingerprint, Bytes) = (text.Hash(), text.BytesRead);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            _problems.Add(new TextPlace(1, 1), FileComplaints.NoFile, _source);
        }
        catch (UnauthorizedAccessException)
        {
            _problems.Add(new TextPlace(1, 1), FileComplaints.NotOpened);
        }

        Lines = lines.Count;
        return lines;
    }

    private void Read(List<string> lines)
    {
        // What is declared anywhere holds everywhere, so declarations are read first.
        for (var pass = 0; pass < 2; pass++)
        {
            for (var index = 0; index < lines.Count;)
            {
                var end = index + 1;
                while (end < lines.Count && lines[end].Length > 0 && char.IsWhiteSpace(lines[end][0]) && !string.IsNullOrWhiteSpace(lines[end]))
                {
                    end++;
                }

                end = lines[index].StartsWith("comment", StringComparison.Ordinal) ? EndOfComment(lines, index, pass) : end;
                ReadBlock(lines, index, end, isDeclaring: pass == 0);
                index = end;
            }
        }

        var assembler = new HledgerAssembler(_masterData, _amounts, _problems, Path.GetFileNameWithoutExtension(_source));
        Entries = assembler.Assemble(_transactions);
        if (_problems.IsEmpty)
        {
            HledgerAssertions.Verify(_transactions, assembler.Amounts, _problems);
        }

        MasterData = _masterData.ToMasterData();
    }

    private int EndOfComment(List<string> lines, int index, int pass)
    {
        var end = lines.FindIndex(index, line => line.TrimEnd() == "end comment");
        if (end < 0 && pass == 0)
        {
            _problems.Add(new TextPlace(index + 1, 1), HledgerComplaints.CommentNotClosed);
        }

        return end < 0 ? lines.Count : end + 1;
    }

    // A line and the indented lines below it.
    private void ReadBlock(List<string> lines, int index, int end, bool isDeclaring)
    {
        var line = lines[index];
        var place = new TextPlace(index + 1, 1);
        if (string.IsNullOrWhiteSpace(line) || line.StartsWith("comment", StringComparison.Ordinal))
        {
            return;
        }

        if (line[0] is ';' or '#' or '*')
        {
            if (isDeclaring && line.TrimStart(';', ' ') is var text && text.StartsWith(Declaration, StringComparison.Ordinal))
            {
                Declare(line, text[Declaration.Length..], place);
            }

            Stray(lines, index + 1, end, isDeclaring);
        }
        else if (char.IsAsciiDigit(line[0]))
        {
            if (!isDeclaring && _transactionReader.Read(lines, index, end, _transactions.Count + 1) is { } transaction)
            {
                _transactions.Add(transaction);
            }
        }
        else if (isDeclaring)
        {
            ReadDirective(lines, index, end, place);
        }
    }

    private void Stray(List<string> lines, int index, int end, bool isDeclaring)
    {
        for (; index < end && isDeclaring; index++)
        {
            if (lines[index].TrimStart()[0] != ';')
            {
                _problems.Add(new TextPlace(index + 1, 1), HledgerComplaints.Indented);
            }
        }
    }

    private void ReadDirective(List<string> lines, int index, int end, TextPlace place)
    {
        var line = lines[index];
        if (char.IsWhiteSpace(line[0]))
        {
            if (line.TrimStart()[0] != ';')
            {
                _problems.Add(place, HledgerComplaints.Indented);
            }

            Stray(lines, index + 1, end, isDeclaring: true);
            return;
        }

        var isRead = line.Split(' ', 2) switch
        {
            ["account", var account] => _masterData.Declare(account, lines.GetRange(index + 1, end - index - 1), place),
            ["decimal-mark", var mark] => TakeDecimalMark(mark.Trim()),
            ["commodity", var commodity] => TakeCommodity(commodity, lines.GetRange(index + 1, end - index - 1)),
            _ => false,
        };
        if (!isRead)
        {
            _problems.Add(place, HledgerComplaints.Directive, Cells.Shown(line));
        }
    }

    private bool TakeDecimalMark(string mark)
    {
        _amounts.DecimalMark = mark is "." or "," ? mark[0] : _amounts.DecimalMark;
        return mark is "." or ",";
    }

    // The amount stands behind the word, or in a line "format" below it; a bare symbol tells nothing.
    private bool TakeCommodity(string text, List<string> below)
    {
        var formats = below.Select(line => line.Trim()).Where(line => line.StartsWith("format ", StringComparison.Ordinal)).Select(line => line["format ".Length..]);
        foreach (var sample in formats.Prepend(text))
        {
            var amount = sample.Split(';')[0];
            if (amount.Any(char.IsAsciiDigit) && !_amounts.TryLearn(amount))
            {
                return false;
            }
        }

        return below.TrueForAll(line => line.TrimStart().StartsWith("format ", StringComparison.Ordinal) || line.TrimStart()[0] == ';');
    }

    private void Declare(string line, string text, TextPlace place)
    {
        var tags = LedgerTags.First(text);
        if (tags.TryGetValue("commodity", out var commodity) && tags.TryGetValue("currency", out var code) && Currency.TryParse(code, out var currency))
        {
            _amounts.Alias(commodity, currency);
        }
        else if (!_masterData.Declare(tags))
        {
            _problems.Add(place, HledgerComplaints.NotADeclaration, Cells.Shown(line));
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>A folder of CSV books whose journal is read as a stream; see <see cref="CsvBooks.Open"/>.</summary>
public sealed class IncomingCsvBooks : IIncomingBooks
{
    private readonly string _folder;
    private readonly string _path;
    private readonly CsvTable[] _files;
    private CsvTable[] _eventFiles = [];
    private readonly CsvTable _journal;
    private readonly Register<Account> _accounts;
    private readonly Register<Fund> _funds;
    private readonly Register<Donor> _donors;

    internal IncomingCsvBooks(string folder)
    {
        CsvTable Table(string name) => new(Path.Combine(folder, name));
        bool IsThere(CsvTable table) => Path.Exists(Path.Combine(folder, table.Source));
        var (accounts, funds, donors) = (Table("accounts.csv"), Table("funds.csv"), Table("donors.csv"));
        var settings = Table("books.csv");
        _journal = Table("journal.csv");
        (_folder, _path) = (folder, Path.Combine(folder, _journal.Source));
        _files = [accounts, funds, donors, settings, _journal];

        _accounts = MasterDataReader.Accounts(accounts);
        _funds = MasterDataReader.Funds(funds);
        _donors = IsThere(donors) ? MasterDataReader.Donors(donors) : new Register<Donor>(donors.Source);
        MasterData = new MasterData(
            new ChartOfAccounts(_accounts.Items), _funds.Items, _donors.Items, IsThere(settings) ? MasterDataReader.Settings(settings) : []);
        var journal = new FileInfo(_path);
        Length = journal.Exists ? journal.Length : 0;
    }

    /// <inheritdoc/>
    public MasterData MasterData { get; }

    /// <inheritdoc/>
    public IEnumerable<JournalEntry> Entries
    {
        get
        {
            var columns = new JournalColumns(needsChain: false);
            return ReadAhead.Of(JournalReader.Read(_journal, columns, Assembler(columns)));
        }
    }

    /// <summary>
    /// The entries with the number, the instant and the hash that an export gave them, to be restored;
    /// read in the place of <see cref="Entries"/>.
    /// </summary>
    /// <exception cref="IOException">Reading failed in the middle of a file.</exception>
    public IEnumerable<PostedEntry> Journal
    {
        get
        {
            var columns = new JournalColumns(needsChain: true);
            return ReadAhead.Of(JournalReader.ReadPosted(_journal, columns, Assembler(columns)));
        }
    }

    /// <summary>Whether an export wrote down what happened besides entries, to be restored with them.</summary>
    public bool HasEvents => EventsReader.Has(_folder);

    /// <summary>
    /// What happened to the books besides entries, as an export wrote it down, to be restored with <see cref="Journal"/>. What
    /// cannot be read is among the problems, and none is given then.
    /// </summary>
    /// <exception cref="IOException">Reading failed in the middle of a file.</exception>
    public IReadOnlyList<RestoredEvent> ReadEvents()
    {
        if (!HasEvents || _files.Any(file => file != _journal && !file.Problems.IsEmpty))
        {
            return [];
        }

        var reader = new EventsReader(_folder, _accounts, _funds, _donors, MasterData.Settings);
        var events = reader.Read();
        _eventFiles = [.. reader.Tables];
        return events;
    }

    /// <inheritdoc/>
    public IReadOnlyList<ReadingProblem> Problems => [.. _files.Concat(_eventFiles).SelectMany(file => file.Problems.InOrder())];

    /// <inheritdoc/>
    public long RowsRead => _journal.RowsRead;

    /// <inheritdoc/>
    public long BytesRead => _journal.BytesRead;

    /// <inheritdoc/>
    public long Length { get; }

    /// <summary>The hash over the names and hashes of the files, in the order of their names; known once the journal was read to its end.</summary>
    public Sha256Hash Fingerprint => FingerprintWith(_journal.Hash);

    /// <summary>
    /// The journal read for its balances alone, in the place of <see cref="Entries"/>; null where there are problems,
    /// which reading the entries tells.
    /// </summary>
    /// <exception cref="IOException">Reading failed in the middle of a file.</exception>
    internal PlainJournal? ReadPlain() =>
        Problems.Count == 0 && File.Exists(_path) ? PlainJournal.Read(_path, _accounts, _funds, _donors) : null;

    /// <summary>The fingerprint of the files where the journal's bytes have this hash.</summary>
    internal Sha256Hash FingerprintWith(Sha256Hash? ofJournal)
    {
        // Of each file its name, a line feed and the hash of its bytes.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in _files.OrderBy(file => file.Source, StringComparer.Ordinal))
        {
            if ((file == _journal ? ofJournal : file.Hash) is { } ofFile)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(file.Source + "\n"));
                hash.AppendData(ofFile.ToByteArray());
            }
        }

        return new Sha256Hash(hash.GetHashAndReset());
    }

    private EntryAssembler Assembler(JournalColumns columns) => new(columns, _accounts, _funds, _donors, new NumberedTexts());
}

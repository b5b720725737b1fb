using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>Reads entries back, page by page; each is built again by the rules that it was posted by.</summary>
internal sealed class EntryReader(SqliteConnection connection, MasterDataTables tables, string name, SqliteTransaction? transaction = null)
{
    internal const int PageSize = 1000;

    private const string Columns =
        "e.sequence AS Sequence, e.id AS Id, e.date AS Date, e.kind AS Kind, e.description AS Description, "
        + "e.document_date AS DocumentDate, e.reference AS Reference, e.period_start AS PeriodStart, e.period_end AS PeriodEnd, "
        + "e.restates_start AS RestatesStart, e.restates_end AS RestatesEnd, e.reverses AS Reverses, e.prepared_by AS PreparedBy, "
        + "e.approved_by AS ApprovedBy, e.authority AS Authority, e.recorded_seconds AS RecordedSeconds, "
        + "e.recorded_nanoseconds AS RecordedNanoseconds, e.hash AS Hash";

    /// <summary>The next page of selected entries after a sequence number.</summary>
    internal IReadOnlyList<PostedEntry> Page(EntrySelection selection, long after)
    {
        var rows = connection.Query<EntryRow>(
            $"""
            SELECT {Columns} FROM entry AS e
            WHERE e.sequence > @After
                AND (@From IS NULL OR e.date >= @From)
                AND (@Through IS NULL OR e.date <= @Through)
                AND ((@Account IS NULL AND @Fund IS NULL AND @Donor IS NULL) OR EXISTS (
                    SELECT 1 FROM posting AS p
                    WHERE p.sequence = e.sequence
                        AND (@Account IS NULL OR p.account = @Account)
                        AND (@Fund IS NULL OR p.fund = @Fund)
                        AND (@Donor IS NULL OR p.donor = @Donor)))
            ORDER BY e.sequence
            LIMIT {PageSize}
            """,
            new
            {
                After = after,
                From = IsoText.Of(selection.From),
                Through = IsoText.Of(selection.Through),
                Account = IdOf(selection.Account, tables.AccountIds),
                Fund = IdOf(selection.Fund, tables.FundIds),
                Donor = IdOf(selection.Donor, tables.DonorIds),
            },
            transaction).ToList();
        return Build(rows);
    }

    internal PostedEntry? Find(Code<JournalEntry> id) => Build([.. connection.Query<EntryRow>(
        $"SELECT {Columns} FROM entry AS e WHERE e.id = @Id", new { Id = id.Text }, transaction)]).FirstOrDefault();

    internal PostedEntry? FindReversalOf(Code<JournalEntry> id) => Build([.. connection.Query<EntryRow>(
        $"SELECT {Columns} FROM entry AS e WHERE e.reverses = @Id", new { Id = id.Text }, transaction)]).FirstOrDefault();

    // A code that is not registered has no postings.
    private static long? IdOf<TNoun>(Code<TNoun>? code, IReadOnlyDictionary<Code<TNoun>, long> ids) =>
        code is { } known ? ids.GetValueOrDefault(known, -1) : null;

    private List<PostedEntry> Build(List<EntryRow> rows)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var range = new { First = rows[0].Sequence, Last = rows[^1].Sequence };
        var postings = connection.Query<PostingRow>(
            """
            SELECT sequence AS Sequence, account AS Account, fund AS Fund, amount AS Amount, currency AS Currency, donor AS Donor,
                agreement AS Agreement, project AS Project, counterparty AS Counterparty, due_date AS DueDate,
                transaction_amount AS TransactionAmount, transaction_currency AS TransactionCurrency, rate AS Rate
            FROM posting WHERE sequence BETWEEN @First AND @Last ORDER BY sequence, line
            """,
            range, transaction).ToLookup(row => row.Sequence);
        var vouchers = connection.Query<VoucherRow>(
            "SELECT sequence AS Sequence, name AS Name, sha256 AS Sha256 FROM voucher WHERE sequence BETWEEN @First AND @Last ORDER BY sequence, line",
            range, transaction).ToLookup(row => row.Sequence);
        return [.. rows.Select(row => Build(row, postings[row.Sequence], vouchers[row.Sequence]))];
    }

    private PostedEntry Build(EntryRow row, IEnumerable<PostingRow> postings, IEnumerable<VoucherRow> vouchers)
    {
        try
        {
            var entry = new JournalEntry(
                row.Id, IsoText.Date(row.Date)!.Value, (EntryKind)row.Kind, row.Description, postings.Select(Build), new EntryDetails
                {
                    DocumentDate = IsoText.Date(row.DocumentDate),
                    Reference = row.Reference,
                    Period = IsoText.Period(row.PeriodStart, row.PeriodEnd),
                    Restates = IsoText.Period(row.RestatesStart, row.RestatesEnd),
                    Reverses = row.Reverses is { } reverses ? new Code<JournalEntry>(reverses) : (Code<JournalEntry>?)null,
                    PreparedBy = row.PreparedBy,
                    ApprovedBy = row.ApprovedBy,
                    Authority = row.Authority,
                    Vouchers = [.. vouchers.Select(voucher => new Voucher(
                        voucher.Name, voucher.Sha256 is null ? null : new Sha256Hash(voucher.Sha256)))],
                });
            var recorded = Instant.FromUnixTimeSeconds(row.RecordedSeconds) + Duration.FromNanoseconds(row.RecordedNanoseconds);
            return new PostedEntry(row.Sequence, recorded, new Sha256Hash(row.Hash), entry);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException
            or InvalidOperationException or OverflowException or NodaTime.Text.UnparsableValueException)
        {
            throw new UnreadableEntryException(row.Sequence, row.Id, name, exception);
        }
    }

    private Posting Build(PostingRow row) => new(
        tables.Accounts[row.Account],
        tables.Funds[row.Fund],
        new Money(row.Amount, Currency.Parse(row.Currency)),
        row.Donor is { } donor ? tables.Donors[donor] : null,
        row.Agreement is null ? null : new ContributionAgreement(row.Agreement),
        row.Project is null ? null : new Project(row.Project),
        row.Counterparty is null ? null : new Counterparty(row.Counterparty),
        IsoText.Date(row.DueDate),
        row.TransactionAmount is { } amount
            ? new TransactionAmount(
                new Money(amount, Currency.Parse(row.TransactionCurrency!)),
                decimal.Parse(row.Rate!, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture))
            : null);

    private sealed class EntryRow
    {
        public long Sequence { get; init; }

        public string Id { get; init; } = "";

        public string Date { get; init; } = "";

        public long Kind { get; init; }

        public string Description { get; init; } = "";

        public string? DocumentDate { get; init; }

        public string? Reference { get; init; }

        public string? PeriodStart { get; init; }

        public string? PeriodEnd { get; init; }

        public string? RestatesStart { get; init; }

        public string? RestatesEnd { get; init; }

        public string? Reverses { get; init; }

        public string? PreparedBy { get; init; }

        public string? ApprovedBy { get; init; }

        public string? Authority { get; init; }

        public long RecordedSeconds { get; init; }

        public long RecordedNanoseconds { get; init; }

        public byte[] Hash { get; init; } = [];
    }

    private sealed class PostingRow
    {
        public long Sequence { get; init; }

        public long Account { get; init; }

        public long Fund { get; init; }

        public long Amount { get; init; }

        public string Currency { get; init; } = "";

        public long? Donor { get; init; }

        public string? Agreement { get; init; }

        public string? Project { get; init; }

        public string? Counterparty { get; init; }

        public string? DueDate { get; init; }

        public long? TransactionAmount { get; init; }

        public string? TransactionCurrency { get; init; }

        public string? Rate { get; init; }
    }

    private sealed class VoucherRow
    {
        public long Sequence { get; init; }

        public string Name { get; init; } = "";

        public byte[]? Sha256 { get; init; }
    }
}

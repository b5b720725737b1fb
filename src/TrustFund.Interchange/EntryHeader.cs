using NodaTime;

namespace TrustFund.Interchange;

/// <summary>What the rows of an entry say of the entry as a whole.</summary>
internal sealed record EntryHeader(
    Code<JournalEntry> Id, LocalDate Date, EntryKind Kind, string Description, EntryDetails Details)
{
    // Stated in the first row, and in later rows the same or left out.
    private static readonly string[] Columns =
        ["date", "kind", "description", "reference", "document_date", "period", "restates", "reverses", "prepared_by", "approved_by", "authority"];

    private static readonly Dictionary<string, EntryKind> Kinds = new(StringComparer.Ordinal)
    {
        ["opening"] = EntryKind.Opening,
        ["ordinary"] = EntryKind.Ordinary,
        ["adjusting"] = EntryKind.Adjusting,
        ["reversal"] = EntryKind.Reversal,
        ["restatement"] = EntryKind.Restatement,
        ["closing"] = EntryKind.Closing,
    };

    internal static EntryHeader? Read(IReadOnlyList<CsvRow> rows)
    {
        var first = rows[0];
        var agrees = rows.Skip(1).SelectMany(row => Columns.Select(column => Agrees(first, row, column))).ToList().TrueForAll(one => one);
        var id = first.Code<JournalEntry>("entry");
        var date = first.Date("date");
        var kind = KindOf(first);
        Code<JournalEntry>? reverses = first["reverses"].Length == 0 ? null : first.Code<JournalEntry>("reverses");
        var isRead = first.TryOptionalDate("document_date", out var documentDate)
            & first.TryOptionalPeriod("period", out var period)
            & first.TryOptionalPeriod("restates", out var restates);
        var vouchers = Vouchers(rows);
        if (!agrees || id is null || date is null || kind is null || !isRead || vouchers is null
            || (first["reverses"].Length > 0 && reverses is null))
        {
            return null;
        }

        return new EntryHeader(id.Value, date.Value, kind.Value, first["description"], new EntryDetails
        {
            DocumentDate = documentDate,
            Reference = first.Optional("reference"),
            Period = period,
            Restates = restates,
            Reverses = reverses,
            PreparedBy = first.Optional("prepared_by"),
            ApprovedBy = first.Optional("approved_by"),
            Authority = first.Optional("authority"),
            Vouchers = vouchers,
        });
    }

    internal JournalEntry ToEntry(IEnumerable<Posting> postings) => new(Id, Date, Kind, Description, postings, Details);

    private static bool Agrees(CsvRow first, CsvRow row, string column)
    {
        if (row[column].Length == 0 || row[column] == first[column])
        {
            return true;
        }

        row.Problem(column, $"{column} '{Cells.Shown(row[column])}'", $"'{Cells.Shown(first[column])}' as in the first row of the entry",
            "State it alike in every row of the entry, or in the first alone.");
        return false;
    }

    private static EntryKind? KindOf(CsvRow row)
    {
        if (row["kind"].Length == 0)
        {
            return EntryKind.Ordinary;
        }

        if (Kinds.TryGetValue(row["kind"], out var kind))
        {
            return kind;
        }

        row.Problem("kind", $"'{Cells.Shown(row["kind"])}'", string.Join(", ", Kinds.Keys), "Write one of these words, or leave the cell empty for ordinary.");
        return null;
    }

    private static List<Voucher>? Vouchers(IReadOnlyList<CsvRow> rows)
    {
        var vouchers = new List<Voucher>();
        foreach (var row in rows.Where(row => row["voucher"].Length + row["voucher_sha256"].Length > 0))
        {
            try
            {
                var voucher = new Voucher(row["voucher"], row.Optional("voucher_sha256") is { } hash ? Sha256Hash.Parse(hash) : null);
                if (!vouchers.Contains(voucher))
                {
                    vouchers.Add(voucher);
                }
            }
            catch (FormatException exception)
            {
                row.Problem("voucher_sha256", exception.Message.TrimEnd('.'), "the name of a voucher and the SHA-256 of its bytes", "Correct the two cells, or leave both empty.");
                return null;
            }
        }

        return vouchers;
    }
}

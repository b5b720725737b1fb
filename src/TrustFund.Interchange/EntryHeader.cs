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

    /// <summary>Reads it; null where something is wrong, reported here or before.</summary>
    /// <param name="rows">The rows of the entry, one or more, none of a wrong shape.</param>
    internal static EntryHeader? Read(IReadOnlyList<CsvRow> rows)
    {
        var first = rows[0];
        if (first.Fault != CsvRowFault.None)
        {
            return null;
        }

        var isRead = Agree(rows)
            & first.TryOptionalDate("document_date", out var documentDate)
            & first.TryOptionalPeriod("period", out var period)
            & first.TryOptionalPeriod("restates", out var restates)
            & first.TryOptionalCode<JournalEntry>("reverses", out var reverses)
            & TryVouchers(rows, out var vouchers);
        var id = first.Code<JournalEntry>("entry");
        var date = first.Date("date");
        var kind = KindOf(first);
        var description = DescriptionOf(first);
        if (!isRead || id is null || date is null || kind is null || description is null || !Fits(first, kind.Value))
        {
            return null;
        }

        return new EntryHeader(id.Value, date.Value, kind.Value, description, new EntryDetails
        {
            DocumentDate = documentDate,
            Reference = first.OptionalText("reference"),
            Period = period,
            Restates = restates,
            Reverses = reverses,
            PreparedBy = first.OptionalText("prepared_by"),
            ApprovedBy = first.OptionalText("approved_by"),
            Authority = first.OptionalText("authority"),
            Vouchers = vouchers,
        });
    }

    internal JournalEntry ToEntry(IEnumerable<Posting> postings) => new(Id, Date, Kind, Description, postings, Details);

    private static bool Agree(IReadOnlyList<CsvRow> rows)
    {
        var first = rows[0];
        var faults = 0;
        foreach (var row in rows.Skip(1).Where(row => row.Fault == CsvRowFault.None))
        {
            foreach (var column in Columns.Where(column => row.OptionalText(column) is { } text && text != first.Text(column)))
            {
                faults++;
                row.Problem(column, JournalComplaints.Disagrees, column, Cells.Shown(row.Text(column)),
                    first.OptionalText(column) is { } stated ? $"'{Cells.Shown(stated)}'" : "an empty cell");
            }
        }

        return faults == 0;
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

        row.Problem("kind", JournalComplaints.UnknownKind, Cells.Shown(row["kind"]), string.Join(", ", Kinds.Keys));
        return null;
    }

    private static string? DescriptionOf(CsvRow row)
    {
        if (row.OptionalText("description") is { } description)
        {
            return description;
        }

        row.Problem("description", JournalComplaints.NoDescription);
        return null;
    }

    // Whether a restatement, and it alone, names a period, and a reversal, and it alone, an entry.
    private static bool Fits(CsvRow row, EntryKind kind)
    {
        var (restates, reverses) = (row["restates"], row["reverses"]);
        var complaint = kind == EntryKind.Restatement && restates.Length == 0 ? JournalComplaints.NoRestatedPeriod
            : kind == EntryKind.Reversal && reverses.Length == 0 ? JournalComplaints.NoReversedEntry
            : null;
        if (complaint is not null)
        {
            row.Problem("kind", complaint);
            return false;
        }

        if (kind != EntryKind.Restatement && restates.Length > 0)
        {
            row.Problem("restates", JournalComplaints.NotARestatement, Cells.Shown(restates));
            return false;
        }

        if (kind != EntryKind.Reversal && reverses.Length > 0)
        {
            row.Problem("reverses", JournalComplaints.NotAReversal, Cells.Shown(reverses));
            return false;
        }

        return true;
    }

    private static bool TryVouchers(IReadOnlyList<CsvRow> rows, out IReadOnlyList<Voucher> vouchers)
    {
        var read = new List<Voucher>();
        var faults = 0;
        foreach (var row in rows.Where(row => row.Fault == CsvRowFault.None))
        {
            var (name, hash) = (row.OptionalText("voucher"), row["voucher_sha256"]);
            if (hash.Length > 0 && !IsHash(hash))
            {
                faults++;
                row.Problem("voucher_sha256", CellComplaints.NotAHash, Cells.Shown(hash));
            }
            else if (hash.Length > 0 && name is null)
            {
                faults++;
                row.Problem("voucher_sha256", JournalComplaints.HashWithoutVoucher);
            }
            else if (name is not null && new Voucher(name, hash.Length > 0 ? Sha256Hash.Parse(hash) : null) is var voucher && !read.Contains(voucher))
            {
                read.Add(voucher);
            }
        }

        vouchers = read;
        return faults == 0;
    }

    private static bool IsHash(string text) => text.Length == 2 * Sha256Hash.Size && text.All(char.IsAsciiHexDigit);
}

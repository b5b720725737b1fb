using NodaTime;

namespace TrustFund.Interchange;

/// <summary>What the rows of an entry say of the entry as a whole.</summary>
internal sealed record EntryHeader(
    Code<JournalEntry> Id, LocalDate Date, EntryKind Kind, string Description, EntryDetails Details)
{
    /// <summary>Reads it; null where something is wrong, reported here or before.</summary>
    /// <param name="rows">The rows of the entry, one or more, none of a wrong shape.</param>
    /// <param name="columns">Where the columns stand.</param>
    /// <param name="texts">Keeps texts that come again.</param>
    internal static EntryHeader? Read(List<CsvRow> rows, JournalColumns columns, TextPool texts)
    {
        var first = rows[0];
        if (first.Fault != CsvRowFault.None)
        {
            return null;
        }

        var isRead = Agree(rows, columns)
            & first.TryOptionalDate(columns.DocumentDate, out var documentDate)
            & first.TryOptionalPeriod(columns.Period, out var period)
            & first.TryOptionalPeriod(columns.Restates, out var restates)
            & first.TryOptionalCode<JournalEntry>(columns.Reverses, out var reverses)
            & TryVouchers(rows, columns, out var vouchers);
        var id = first.Code<JournalEntry>(columns.Entry);
        var date = first.PostingDate(columns.Date);
        var kind = KindOf(first, columns);
        var description = DescriptionOf(first, columns);
        if (!isRead || id is null || date is null || kind is null || description is null || !Fits(first, columns, kind.Value))
        {
            return null;
        }

        return new EntryHeader(id.Value, date.Value, kind.Value, description, new EntryDetails
        {
            DocumentDate = documentDate,
            Reference = first.OptionalText(columns.Reference),
            Period = period,
            Restates = restates,
            Nature = RestatementNatureText.Read(first.Cell(columns.Nature)),
            Judgement = first.OptionalText(columns.Judgement),
            Reverses = reverses,
            PreparedBy = texts.OptionalText(first, columns.PreparedBy),
            ApprovedBy = texts.OptionalText(first, columns.ApprovedBy),
            Authority = texts.OptionalText(first, columns.Authority),
            Vouchers = vouchers,
        });
    }

    internal JournalEntry ToEntry(IEnumerable<Posting> postings) => new(Id, Date, Kind, Description, postings, Details);

    private static bool Agree(List<CsvRow> rows, JournalColumns columns)
    {
        var first = rows[0];
        var faults = 0;
        for (var index = 1; index < rows.Count; index++)
        {
            var row = rows[index];
            foreach (var (name, at) in row.Fault == CsvRowFault.None ? columns.WholeEntry : [])
            {
                var text = row.Text(at);
                if (!text.SequenceEqual(first.Text(at)) && !text.IsWhiteSpace())
                {
                    faults++;
                    row.Problem(at, JournalComplaints.Disagrees, name, Cells.Shown(text),
                        first.OptionalText(at) is { } stated ? $"'{Cells.Shown(stated)}'" : "an empty cell");
                }
            }
        }

        return faults == 0;
    }

    private static EntryKind? KindOf(CsvRow row, JournalColumns columns)
    {
        var text = row.Cell(columns.Kind);
        if (text.Length == 0)
        {
            return EntryKind.Ordinary;
        }

        if (EntryKindText.TryRead(text, out var kind))
        {
            return kind;
        }

        row.Problem(columns.Kind, JournalComplaints.UnknownKind, Cells.Shown(text), string.Join(", ", EntryKindText.Words));
        return null;
    }

    private static string? DescriptionOf(CsvRow row, JournalColumns columns)
    {
        if (row.OptionalText(columns.Description) is { } description)
        {
            return description;
        }

        row.Problem(columns.Description, JournalComplaints.NoDescription);
        return null;
    }

    // Whether a restatement, and it alone, names a period, and a reversal, and it alone, an entry.
    private static bool Fits(CsvRow row, JournalColumns columns, EntryKind kind)
    {
        var restates = row.Cell(columns.Restates);
        var reverses = row.Cell(columns.Reverses);
        var complaint = kind == EntryKind.Restatement && restates.Length == 0 ? JournalComplaints.NoRestatedPeriod
            : kind == EntryKind.Reversal && reverses.Length == 0 ? JournalComplaints.NoReversedEntry
            : null;
        if (complaint is not null)
        {
            row.Problem(columns.Kind, complaint);
            return false;
        }

        if (kind != EntryKind.Restatement && restates.Length > 0)
        {
            row.Problem(columns.Restates, JournalComplaints.NotARestatement, Cells.Shown(restates));
            return false;
        }

        if (kind is not (EntryKind.Reversal or EntryKind.Closing) && reverses.Length > 0)
        {
            row.Problem(columns.Reverses, JournalComplaints.NotAReversal, Cells.Shown(reverses));
            return false;
        }

        return FitsNature(row, columns, kind);
    }

    // Whether a restatement, and it alone, states why and how material.
    private static bool FitsNature(CsvRow row, JournalColumns columns, EntryKind kind)
    {
        var nature = row.Cell(columns.Nature);
        if (kind != EntryKind.Restatement)
        {
            var stray = nature.Length > 0 ? columns.Nature : row.Cell(columns.Judgement).Length > 0 ? columns.Judgement : -1;
            if (stray >= 0)
            {
                row.Problem(stray, JournalComplaints.NotRestated, Cells.Shown(row.Cell(stray)));
            }

            return stray < 0;
        }

        if (RestatementNatureText.Read(nature) is not null)
        {
            return true;
        }

        if (nature.Length == 0)
        {
            row.Problem(columns.Kind, JournalComplaints.NoNature, RestatementNatureText.Words);
        }
        else
        {
            row.Problem(columns.Nature, JournalComplaints.UnknownNature, Cells.Shown(nature), RestatementNatureText.Words);
        }

        return false;
    }

    private static bool TryVouchers(List<CsvRow> rows, JournalColumns columns, out IReadOnlyList<Voucher> vouchers)
    {
        vouchers = [];
        if (columns.Voucher < 0 && columns.VoucherHash < 0)
        {
            return true;
        }

        var read = new List<Voucher>();
        var faults = 0;
        foreach (var row in rows.Where(row => row.Fault == CsvRowFault.None))
        {
            var (name, hash) = (row.OptionalText(columns.Voucher), row.Cell(columns.VoucherHash).ToString());
            if (hash.Length > 0 && !Sha256Text.IsHash(hash))
            {
                faults++;
                row.Problem(columns.VoucherHash, CellComplaints.NotAHash, Cells.Shown(hash));
            }
            else if (hash.Length > 0 && name is null)
            {
                faults++;
                row.Problem(columns.VoucherHash, JournalComplaints.HashWithoutVoucher);
            }
            else if (name is not null && new Voucher(name, hash.Length > 0 ? Sha256Hash.Parse(hash) : null) is var voucher && !read.Contains(voucher))
            {
                read.Add(voucher);
            }
        }

        vouchers = read;
        return faults == 0;
    }
}

namespace TrustFund.Interchange;

/// <summary>Where the columns of <c>journal.csv</c> stand in the file: positions from 0, -1 where there is none.</summary>
internal sealed class JournalColumns
{
    // Stated in the first row of an entry, and in later rows the same or left out.
    private static readonly string[] OfTheWholeEntry =
        ["date", "kind", "description", "reference", "document_date", "period", "restates", "nature", "judgement", "reverses", "prepared_by", "approved_by", "authority"];

    // What an export says of an entry's place in the books.
    private static readonly string[] OfTheChain = ["sequence", "recorded", "hash"];

    internal JournalColumns(bool needsChain) => NeedsChain = needsChain;

    /// <summary>Whether the entries are read as other books recorded them.</summary>
    internal bool NeedsChain { get; }

    internal int Entry { get; private set; }

    internal int Date { get; private set; }

    internal int Kind { get; private set; }

    internal int Description { get; private set; }

    internal int Reference { get; private set; }

    internal int DocumentDate { get; private set; }

    internal int Period { get; private set; }

    internal int Restates { get; private set; }

    internal int Nature { get; private set; }

    internal int Judgement { get; private set; }

    internal int Reverses { get; private set; }

    internal int PreparedBy { get; private set; }

    internal int ApprovedBy { get; private set; }

    internal int Authority { get; private set; }

    internal int Account { get; private set; }

    internal int Fund { get; private set; }

    internal int Donor { get; private set; }

    internal int Debit { get; private set; }

    internal int Credit { get; private set; }

    internal int Currency { get; private set; }

    internal int DueDate { get; private set; }

    internal int Agreement { get; private set; }

    internal int Project { get; private set; }

    internal int Counterparty { get; private set; }

    /// <summary>Amount, currency and rate of the transaction.</summary>
    internal (string Name, int At)[] Transaction { get; private set; } = [];

    internal int Voucher { get; private set; }

    internal int VoucherHash { get; private set; }

    /// <summary>Columns that speak of the entry as a whole, those that the file has.</summary>
    internal (string Name, int At)[] WholeEntry { get; private set; } = [];

    /// <summary>Takes the header and reports what is wrong with it; true where all is well.</summary>
    internal bool Take(CsvTable table)
    {
        var isGood = CsvColumns.Journal.Check(table);
        foreach (var missing in OfTheChain.Where(name => isGood && NeedsChain && table.IndexOf(name) < 0).ToList())
        {
            isGood = false;
            table.Problem(new TextPlace(table.HeaderLine, 1), JournalComplaints.NothingRecorded, missing);
        }

        (Date, Kind, Description, Reference) = (table.IndexOf("date"), table.IndexOf("kind"), table.IndexOf("description"), table.IndexOf("reference"));
        (DocumentDate, Period, Restates, Reverses) = (
            table.IndexOf("document_date"), table.IndexOf("period"), table.IndexOf("restates"), table.IndexOf("reverses"));
        (Nature, Judgement) = (table.IndexOf("nature"), table.IndexOf("judgement"));
        (PreparedBy, ApprovedBy, Authority) = (table.IndexOf("prepared_by"), table.IndexOf("approved_by"), table.IndexOf("authority"));
        (Entry, Account, Fund, Donor) = (table.IndexOf("entry"), table.IndexOf("account"), table.IndexOf("fund"), table.IndexOf("donor"));
        (Debit, Credit, Currency) = (table.IndexOf("debit"), table.IndexOf("credit"), table.IndexOf("currency"));
        (DueDate, Agreement) = (table.IndexOf("due_date"), table.IndexOf("agreement"));
        (Project, Counterparty) = (table.IndexOf("project"), table.IndexOf("counterparty"));
        (Voucher, VoucherHash) = (table.IndexOf("voucher"), table.IndexOf("voucher_sha256"));
        Transaction = [.. Named(table, ["transaction_amount", "transaction_currency", "rate"])];
        WholeEntry = [.. Named(table, NeedsChain ? [.. OfTheWholeEntry, .. OfTheChain] : OfTheWholeEntry).Where(column => column.At >= 0)];
        return isGood;
    }

    private static IEnumerable<(string Name, int At)> Named(CsvTable table, string[] names) =>
        names.Select(name => (name, table.IndexOf(name)));
}

using System.Globalization;
using NodaTime;

namespace TrustFund.Interchange;

/// <summary>Makes entries of transactions of hledger.</summary>
internal sealed class HledgerAssembler(HledgerMasterData masterData, HledgerAmounts amounts, ProblemLog problems, string stem)
{
    // The number of a transaction follows it.
    private const int MaxStem = 50;

    private readonly Dictionary<HledgerPosting, Money> _amounts = [];
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>What each posting came to, those that were inferred included.</summary>
    internal IReadOnlyDictionary<HledgerPosting, Money> Amounts => _amounts;

    internal IReadOnlyList<JournalEntry> Assemble(IReadOnlyList<HledgerTransaction> transactions) =>
        [.. transactions.Select(Assemble).OfType<JournalEntry>()];

    private JournalEntry? Assemble(HledgerTransaction transaction)
    {
        try
        {
            return Entry(transaction);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or TransactionAmountException or CurrencyMismatchException or OverflowException)
        {
            problems.Add(new TextPlace(transaction.Line, 1), HledgerComplaints.NotAnEntry, exception.Message.TrimEnd('.'));
            return null;
        }
    }

    private JournalEntry? Entry(HledgerTransaction transaction)
    {
        var place = new TextPlace(transaction.Line, 1);
        var id = Tag(transaction.Tags, "entry") ?? $"{(stem.Length > MaxStem ? stem[..MaxStem] : stem)}-{transaction.Number.ToString(CultureInfo.InvariantCulture)}";
        var description = Tag(transaction.Tags, "description") ?? transaction.Description;
        if (!_lines.TryAdd(id, transaction.Line))
        {
            problems.Add(place, JournalComplaints.EntryTwice, Cells.Shown(id), _lines[id].ToString(CultureInfo.InvariantCulture));
            return null;
        }

        if (description.Length == 0)
        {
            problems.Add(place, HledgerComplaints.NoDescription);
            return null;
        }

        var kind = KindOf(transaction);
        var areRead = TryPeriod(transaction, "period", out var period) & TryPeriod(transaction, "restates", out var restates)
            & TryNature(transaction, out var nature) & TryVouchers(transaction, out var vouchers);
        var references = transaction.Postings.ConvertAll(posting => References(transaction, posting));
        if (kind is null || !areRead || references.Exists(reference => reference is null) || !TryInfer(transaction, references))
        {
            return null;
        }

        var reverses = Tag(transaction.Tags, "reverses");
        return new JournalEntry(
            id, transaction.Date, kind.Value, description,
            transaction.Postings.Select((posting, index) => Posting(posting, references[index])),
            new EntryDetails
            {
                DocumentDate = transaction.SecondDate,
                Reference = Tag(transaction.Tags, "reference") ?? transaction.Code,
                Period = period,
                Restates = restates,
                Nature = nature,
                Judgement = Tag(transaction.Tags, "judgement"),
                Reverses = reverses is null ? default(Code<JournalEntry>?) : new Code<JournalEntry>(reverses),
                PreparedBy = Tag(transaction.Tags, "prepared_by"),
                ApprovedBy = Tag(transaction.Tags, "approved_by"),
                Authority = Tag(transaction.Tags, "authority"),
                Vouchers = vouchers,
            });
    }

    // The account and the fund; null where one is not known, reported.
    private (Account Account, Fund Fund)? References(HledgerTransaction transaction, HledgerPosting posting)
    {
        var account = masterData.Account(posting.Account, posting.Place);
        var currency = posting.Amount?.Currency ?? transaction.Postings.Find(other => other.Amount is not null)?.Amount?.Currency;
        var fund = masterData.Fund(Tag(posting.Tags, "fund") ?? Tag(transaction.Tags, "fund"), currency, posting.Place);
        if (fund is not null && posting.Amount is { } amount && amount.Currency != fund.Currency)
        {
            problems.Add(posting.Place, HledgerComplaints.OtherCurrency, amount.Currency.Code, fund.Currency.Code, fund.Code.Text);
            return null;
        }

        return account is null || fund is null ? null : (account, fund);
    }

    // The amount left out is what balances its fund.
    private bool TryInfer(HledgerTransaction transaction, List<(Account Account, Fund Fund)?> references)
    {
        var postings = transaction.Postings;
        foreach (var posting in postings.Where(posting => posting.Amount is not null))
        {
            _amounts[posting] = posting.Amount!.Value;
        }

        var missing = postings.Where(posting => posting.Amount is null).ToList();
        if (missing.Count > 1)
        {
            problems.Add(missing[1].Place, HledgerComplaints.SecondMissing);
            return false;
        }

        if (missing.Count == 0)
        {
            return true;
        }

        var fund = references[postings.IndexOf(missing[0])]!.Value.Fund;
        var others = postings.Where((posting, index) => posting.Amount is not null && references[index]!.Value.Fund == fund)
            .Aggregate((Int128)0, (sum, posting) => sum + posting.Amount!.Value.MinorUnits);
        if (others == 0 || others < -long.MaxValue || others > long.MaxValue)
        {
            problems.Add(missing[0].Place, HledgerComplaints.NothingMissing, fund.Code.Text);
            return false;
        }

        _amounts[missing[0]] = new Money((long)-others, fund.Currency);
        return true;
    }

    private Posting Posting(HledgerPosting posting, (Account Account, Fund Fund)? reference)
    {
        var (account, fund) = reference!.Value;
        var donor = Tag(posting.Tags, "donor");
        var agreement = Tag(posting.Tags, "agreement");
        var project = Tag(posting.Tags, "project");
        var counterparty = Tag(posting.Tags, "counterparty");
        return new Posting(
            account, fund, _amounts[posting],
            donor is null ? null : masterData.Donor(donor),
            agreement is null ? null : new ContributionAgreement(agreement),
            project is null ? null : new Project(project),
            counterparty is null ? null : new Counterparty(counterparty),
            Tag(posting.Tags, "due_date") is { } due ? DayOf(due) : null,
            Transaction(posting));
    }

    private TransactionAmount? Transaction(HledgerPosting posting)
    {
        var (amount, rate) = (Tag(posting.Tags, "transaction"), Tag(posting.Tags, "rate"));
        if (amount is null && rate is null)
        {
            return null;
        }

        var number = new NumberText(rate ?? "");
        return amounts.Read(amount ?? "", out _, out _) is { } money && number.Form == NumberForm.Plain && number.Value > 0
            ? new TransactionAmount(money, number.Value)
            : throw new FormatException($"The tags transaction and rate must be an amount and a rate, as 'transaction:100.00 EUR, rate:1.0625', not '{amount}' and '{rate}'.");
    }

    private static LocalDate DayOf(string text) =>
        IsoDate.TryRead(text, out var day) ? day : throw new FormatException($"The due date '{text}' is no date as 2016-12-31.");

    private EntryKind? KindOf(HledgerTransaction transaction)
    {
        if (TagAt(transaction.Tags, "kind") is not { } tag)
        {
            return EntryKind.Ordinary;
        }

        if (EntryKindText.TryRead(tag.Value, out var kind))
        {
            return kind;
        }

        problems.Add(tag.Place, JournalComplaints.UnknownKind, Cells.Shown(tag.Value), string.Join(", ", EntryKindText.Words));
        return null;
    }

    private bool TryPeriod(HledgerTransaction transaction, string name, out ReportingPeriod? period)
    {
        period = null;
        if (TagAt(transaction.Tags, name) is not { } tag)
        {
            return true;
        }

        if (ReportingPeriod.TryParse(tag.Value, out var read))
        {
            period = read;
            return true;
        }

        problems.Add(tag.Place, CellComplaints.NotAPeriod, Cells.Shown(tag.Value));
        return false;
    }

    private bool TryNature(HledgerTransaction transaction, out RestatementNature? nature)
    {
        nature = null;
        if (TagAt(transaction.Tags, "nature") is not { } tag)
        {
            return true;
        }

        nature = RestatementNatureText.Read(tag.Value);
        if (nature is null)
        {
            problems.Add(tag.Place, JournalComplaints.UnknownNature, Cells.Shown(tag.Value), RestatementNatureText.Words);
        }

        return nature is not null;
    }

    // The hash of a voucher is the tag behind it.
    private bool TryVouchers(HledgerTransaction transaction, out List<Voucher> vouchers)
    {
        vouchers = [];
        foreach (var tag in transaction.Tags)
        {
            if (tag.Name == "voucher" && !string.IsNullOrWhiteSpace(tag.Value))
            {
                vouchers.Add(new Voucher(tag.Value));
            }
            else if (tag.Name == "voucher_sha256" && (vouchers.Count == 0 || !Sha256Text.IsHash(tag.Value)))
            {
                problems.Add(tag.Place, CellComplaints.NotAHash, Cells.Shown(tag.Value));
                return false;
            }
            else if (tag.Name == "voucher_sha256")
            {
                vouchers[^1] = new Voucher(vouchers[^1].Name, Sha256Hash.Parse(tag.Value));
            }
        }

        return true;
    }

    private static string? Tag(List<HledgerTag> tags, string name) => TagAt(tags, name)?.Value;

    private static HledgerTag? TagAt(List<HledgerTag> tags, string name) => tags.Find(tag => tag.Name == name && tag.Value.Length > 0);
}

using NodaTime;
using NodaTime.Text;

namespace TrustFund.Cli.Rendering;

/// <summary>One entry whole: what it states, who stands behind it, and what it reverses, is reversed by or restates.</summary>
internal sealed class EntrySheet(PostedEntry posted, PostedEntry? reversedBy, bool isIllustrative)
{
    private const string NotStated = "not stated";

    private JournalEntry Entry => posted.Entry;

    internal string ToText() => string.Concat(Lines().Where(line => line.Value is not null).Select(line => $"{line.Name,-16}{line.Value}\n"))
        + "\n"
        + string.Concat(Entry.Postings.Select(Line))
        + string.Concat(Entry.Vouchers.Select(voucher => $"\nVoucher         {voucher.Name}{(voucher.Sha256 is { } hash ? $"  SHA-256 {hash}" : "")}"))
        + (Entry.Vouchers.Count > 0 ? "\n" : "")
        + (isIllustrative ? "** ILLUSTRATIVE **  These books are constructed; they are evidence of nothing.\n" : "");

    private IEnumerable<(string Name, string? Value)> Lines() =>
    [
        ("Entry", Entry.Id.Text),
        ("Description", Entry.Description),
        ("Kind", Words.Kind(Entry.Kind)),
        ("Date", Day(Entry.Date)),
        ("Document date", Entry.DocumentDate is { } day ? Day(day) : null),
        ("Reference", Entry.Reference),
        ("Period", Entry.Period?.ToString()),
        ("Restates", Entry.Restates?.ToString()),
        ("Nature", Entry.Nature is { } nature ? Words.Nature(nature) : null),
        ("Judgement", Entry.Judgement),
        ("Reverses", Entry.Reverses?.Text),
        ("Reversed by", reversedBy is null ? null : $"{reversedBy.Entry.Id} of {Day(reversedBy.Entry.Date)}"),
        ("Prepared by", Entry.PreparedBy ?? NotStated),
        ("Approved by", Entry.ApprovedBy ?? NotStated),
        ("Authority", Entry.Authority ?? NotStated),
        ("Recorded", FormattableString.Invariant($"{InstantPattern.General.Format(posted.Recorded)} as number {posted.Sequence}")),
        ("Hash", posted.Hash.ToString()),
    ];

    private static string Line(Posting posting)
    {
        var dimensions = new[]
        {
            posting.Donor is { } donor ? $"donor {donor}" : null,
            posting.Agreement is { } agreement ? $"agreement {agreement.Code}" : null,
            posting.Project is { } project ? $"project {project.Code}" : null,
            posting.Counterparty is { } counterparty ? $"counterparty {counterparty.Code}" : null,
            posting.DueDate is { } due ? $"due {Day(due)}" : null,
            posting.Transaction is { } transaction ? FormattableString.Invariant($"{transaction.Amount} at {transaction.Rate}") : null,
        }.OfType<string>().ToList();
        var (debit, credit) = posting.Side == Side.Debit ? (Amounts.Grouped(posting.Amount), "") : ("", Amounts.Grouped(-posting.Amount));
        return $"  {posting.Fund.Code,-10}{posting.Account,-44}{debit,18}{credit,18} {posting.Amount.Currency.Code}\n"
            + (dimensions.Count > 0 ? $"            {string.Join(", ", dimensions)}\n" : "");
    }

    private static string Day(LocalDate date) => LocalDatePattern.Iso.Format(date);
}

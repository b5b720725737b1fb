namespace TrustFund.Cli.Rendering;

/// <summary>What a close, soft close or reopening did, and what comes next, for people.</summary>
internal static class CloseText
{
    internal static string Closed(OpenedBooks opened, FundPeriod period, string path, IReadOnlyList<JournalEntry> entries, EntryDetails names) => string.Concat(
        $"\nCLOSED  {Sentence(period.Text)} of fund {period.Fund.Code}. {Who(names)}\n",
        string.Concat(entries.Select(entry => $"  Posted {entry.Id}: {entry.Description}, {Result(entry)}.\n")),
        period.IsYear && entries.Count == 0 ? "  No closing entry: revenue and expense are nil.\n" : "",
        $"Next: trustfund statement --books {path} --fund {period.Fund.Code} --period {period.Days}\n",
        $"To correct something in it: trustfund reopen {path} {period.Option} --reason TEXT\n",
        Illustrative(opened));

    internal static string Begun(OpenedBooks opened, FundPeriod period, string path) => string.Concat(
        $"CLOSING  {Sentence(period.Text)} of fund {period.Fund.Code}: ordinary entries stop; adjusting entries dated on its last day go on.\n",
        $"Next: trustfund close {path} {period.Option} --dry-run\n",
        Illustrative(opened));

    internal static string Reopened(OpenedBooks opened, FundPeriod period, string path, IReadOnlyList<JournalEntry> entries, string reason, EntryDetails names) => string.Concat(
        $"REOPENED  {Sentence(period.Text)} of fund {period.Fund.Code}. Reason: {reason}. {Who(names)}\n",
        string.Concat(entries.Select(entry => $"  Posted {entry.Id}: takes back {entry.Reverses}, {Result(entry)}.\n")),
        $"Next: post the correction, then close it again: trustfund close {path} {period.Option} --dry-run\n",
        Illustrative(opened));

    internal static string Disposal(IReadOnlyList<JournalEntry> entries, bool isPosted) => string.Concat(entries.Select(entry => FormattableString.Invariant(
        $"  {(isPosted ? "Posted" : "Would post")} {entry.Id}, dated {entry.Date:uuuu-MM-dd}: {entry.Description}.\n")));

    internal static string Who(EntryDetails names) =>
        $"{Sentence(Names.Of(Names.Prepared, names.PreparedBy, names.ApprovedBy, names.Authority))}.";

    internal static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    internal static string Illustrative(OpenedBooks opened) =>
        opened.Identity.IsIllustrative ? "** ILLUSTRATIVE **  These books are constructed; they are evidence of nothing.\n" : "";

    // The posting to net assets is the result with its sign: a credit is a surplus.
    private static string Result(JournalEntry entry)
    {
        var postings = entry.Postings.Where(posting => posting.Account.Type == AccountType.NetAssets).ToList();
        return postings.Count == 0 ? "result nil" : string.Join(", ", postings.Select(posting =>
            $"{Amounts.Grouped(posting.Side == Side.Debit ? posting.Amount : -posting.Amount)} {posting.Amount.Currency.Code} {(posting.Side == Side.Debit ? "debited" : "credited")} to {posting.Account}"));
    }
}

using NodaTime;

namespace TrustFund.Tests;

/// <summary>Nouns that tests share.</summary>
internal static class Some
{
    internal static readonly Account Cash = new("1000", "Cash", AccountType.Asset);
    internal static readonly Account Surplus = new("3000", "Surplus", AccountType.NetAssets);
    internal static readonly Account Revenue = new("4000", "Revenue", AccountType.Revenue);
    internal static readonly Fund Lima = new("LIMA", "Lima fund", Currency.Usd);
    internal static readonly Fund Lome = new("LOME", "Lome fund", Currency.Eur);
    internal static readonly Donor Canada = new("CAN", "Canada");
    internal static readonly LocalDate Day = new(2016, 3, 14);

    internal static JournalEntry Entry(params Posting[] postings) => new("E1", Day, EntryKind.Ordinary, "An entry", postings);

    internal static JournalEntry Balanced(decimal amount = 10, EntryKind kind = EntryKind.Ordinary, EntryDetails? details = null, LocalDate? date = null) => new(
        "E1", date ?? Day, kind, "An entry",
        [Posting.Debit(Cash, Lima, Money.Usd(amount)), Posting.Credit(kind == EntryKind.Restatement ? Surplus : Revenue, Lima, Money.Usd(amount))], details);
}

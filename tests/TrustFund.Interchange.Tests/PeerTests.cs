using System.Text.RegularExpressions;
using CsCheck;

namespace TrustFund.Interchange.Tests;

/// <summary>What hledger and beancount themselves say of our exports.</summary>
public sealed partial class PeerTests
{
    [PeerFact("hledger")]
    public void hledger_accepts_the_export_and_has_our_balances() => SomeBooks.Any.Sample(HledgerAgrees, iter: 5, threads: 1);

    [PeerFact("hledger")]
    [Trait("Culture", "alike")]
    public void hledger_has_our_balances_of_ten_thousand_entries() => SomeBooks.Of(10_000).Sample(HledgerAgrees, iter: 1, threads: 1);

    [PeerFact("bean-check")]
    public void beancount_accepts_the_export_and_has_our_balances() => SomeBooks.Any.Sample(BeancountAgrees, iter: 3, threads: 1);

    [PeerFact("bean-check")]
    [Trait("Culture", "alike")]
    public void beancount_has_our_balances_of_ten_thousand_entries() => SomeBooks.Of(10_000).Sample(BeancountAgrees, iter: 1, threads: 1);

    private static void HledgerAgrees((Storage.MasterData MasterData, JournalEntry[] Entries) books)
    {
        using var folder = new BooksFolder();
        var journal = Path.Combine(SomeJournal.Export(folder, "out", ExportFormat.Hledger, books.MasterData, SomeJournal.Recorded(books.Entries)), "books.journal");
        var codes = AccountDirective().Matches(File.ReadAllText(journal)).ToDictionary(
            match => match.Groups["name"].Value, match => LedgerTags.First(match.Groups["tags"].Value)["code"]);

        Peer.Run("hledger", "-f", journal, "check", "accounts", "commodities").Should().BeEmpty();

        Named(Peer.HledgerBalances(journal), codes).Should().Equal(Ours(books.Entries));
    }

    private static void BeancountAgrees((Storage.MasterData MasterData, JournalEntry[] Entries) books)
    {
        using var folder = new BooksFolder();
        var journal = Path.Combine(SomeJournal.Export(folder, "out", ExportFormat.Beancount, books.MasterData, SomeJournal.Recorded(books.Entries)), "books.beancount");
        var codes = OpenDirective().Matches(File.ReadAllText(journal)).ToDictionary(
            match => match.Groups["name"].Value, match => Regex.Unescape(match.Groups["code"].Value));

        Peer.Run("bean-check", journal).Should().BeEmpty();

        Named(Peer.BeancountBalances(journal), codes).Should().Equal(Ours(books.Entries));
    }

    private static IEnumerable<(string, string, decimal)> Named(
        IEnumerable<(string Account, string Currency, decimal Balance)> balances, Dictionary<string, string> codes) =>
        balances.Select(one => (codes[one.Account], one.Currency, one.Balance)).Order();

    private static IEnumerable<(string, string, decimal)> Ours(IEnumerable<JournalEntry> entries) => entries
        .SelectMany(entry => entry.Postings)
        .GroupBy(posting => (Account: posting.Account.Code.Text, Currency: posting.Amount.Currency.Code))
        .Select(group => (group.Key.Account, group.Key.Currency, group.Sum(posting => posting.Amount.Amount)))
        .Where(one => one.Item3 != 0)
        .Order();

    [GeneratedRegex("^account (?<name>.+?)  ; (?<tags>.*)$", RegexOptions.Multiline)]
    private static partial Regex AccountDirective();

    [GeneratedRegex("^[0-9-]+ open (?<name>.+)\n  code: \"(?<code>(\\\\.|[^\"])*)\"", RegexOptions.Multiline)]
    private static partial Regex OpenDirective();
}

using System.Text.Json;
using NodaTime.Text;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>
/// The worksheet of a close: the trial balance before adjusting entries, these entries, and the trial balance after them;
/// restatements of the period, and closing entries where they are asked for, in columns of their own.
/// </summary>
internal sealed class WorksheetReport
{
    private const int Gap = 2;
    private const int LeastCaption = 24;
    private const int PairsAbreast = 3;

    private readonly TrialBalance _adjusted;
    private readonly ReportingPeriod _period;
    private readonly bool _isIllustrative;
    private readonly Fund? _fund;
    private readonly IReadOnlyList<(Account? Account, Fund? Fund, Donor? Donor, Currency Currency)> _keys;
    private readonly IReadOnlyList<WorksheetColumn> _columns;

    /// <param name="adjusted">The balances at the end of the period, before closing.</param>
    /// <param name="period">The period.</param>
    /// <param name="entries">Its adjusting, restating and closing entries, as far as they are to be shown.</param>
    /// <param name="by">Which of account, fund and donor to show.</param>
    /// <param name="closes">Whether to show closing entries, and the balances after them.</param>
    /// <param name="isIllustrative">Whether the books are marked illustrative.</param>
    /// <exception cref="UnbalancedTrialBalanceException">Entries of one kind do not balance in each fund, so neither would the balances without them: the books were changed from outside.</exception>
    internal WorksheetReport(TrialBalance adjusted, ReportingPeriod period, IReadOnlyList<JournalEntry> entries, IReadOnlySet<string> by, bool closes, bool isIllustrative)
    {
        (_adjusted, _period, _isIllustrative) = (adjusted, period, isIllustrative);
        var funds = adjusted.Rows.Select(row => row.Fund).DistinctBy(fund => fund.Code).ToDictionary(fund => fund.Code);
        _fund = funds.Count == 1 ? funds.Values.First() : null;
        var hasDonors = by.Contains("donor");
        var postings = entries.SelectMany(entry => entry.Postings.Where(posting => funds.ContainsKey(posting.Fund.Code)).Select(posting => (entry.Kind, Posting: posting))).ToList();
        (Account? Account, Fund? Fund, Donor? Donor, Currency Currency) KeyOf(Account account, Fund fund, Donor? donor) => (
            by.Contains("account") ? account : null, by.Contains("fund") ? funds[fund.Code] : null, hasDonors ? donor : null, fund.Currency);

        var balances = adjusted.Rows.ToLookup(row => KeyOf(row.Account, row.Fund, row.Donor), row => row.Balance);
        var posted = postings.ToLookup(pair => (KeyOf(pair.Posting.Account, pair.Posting.Fund, pair.Posting.Donor), pair.Kind), pair => pair.Posting.Amount);
        _keys = [.. balances.Select(group => group.Key).Concat(posted.Select(group => group.Key.Item1)).Distinct()
            .OrderBy(key => key.Account?.Code.Text, StringComparer.Ordinal).ThenBy(key => key.Fund?.Code.Text, StringComparer.Ordinal)
            .ThenBy(key => key.Donor?.Code.Text, StringComparer.Ordinal).ThenBy(key => key.Currency.Code, StringComparer.Ordinal)];

        IReadOnlyList<Money> Balances(IEnumerable<EntryKind> without, IEnumerable<EntryKind> with) => [.. _keys.Select(key =>
            Sum(balances[key], key.Currency) - Sum(without.SelectMany(kind => posted[(key, kind)]), key.Currency) + Sum(with.SelectMany(kind => posted[(key, kind)]), key.Currency))];
        WorksheetColumn Of(string title, string name, EntryKind kind) => new(title, name, [.. _keys.Select(key => (
            Sum(posted[(key, kind)].Where(amount => amount.MinorUnits > 0), key.Currency), -Sum(posted[(key, kind)].Where(amount => amount.MinorUnits < 0), key.Currency)))]);

        var restates = entries.Any(entry => entry.Kind == EntryKind.Restatement);
        _columns =
        [
            WorksheetColumn.OfBalances("Unadjusted", "unadjusted", Balances([EntryKind.Adjusting, EntryKind.Restatement], [])),
            Of("Adjustments", "adjustments", EntryKind.Adjusting),
            .. restates ? [Of("Restatements", "restatements", EntryKind.Restatement)] : Array.Empty<WorksheetColumn>(),
            WorksheetColumn.OfBalances("Adjusted", "adjusted", Balances([], [])),
            .. closes ? [Of("Closing entries", "closing", EntryKind.Closing), WorksheetColumn.OfBalances("After closing", "after-closing", Balances([], [EntryKind.Closing]))] : Array.Empty<WorksheetColumn>(),
        ];
        foreach (var kind in postings.GroupBy(pair => pair.Kind, pair => pair.Posting))
        {
            RequireBalance(kind, funds);
        }

        NotClosed = closes ? NotClosedIn(postings) : [];
        Adjustments = entries.Count(entry => entry.Kind == EntryKind.Adjusting);
    }

    private int Adjustments { get; }

    // Funds whose revenue and expenses stand although closing entries were asked for.
    private IReadOnlyList<Fund> NotClosed { get; }

    internal string ToText(int page)
    {
        var totals = Currencies.Select(currency => _columns.Select(column => Total(column, currency)).ToList()).ToList();
        var widths = _columns.Select((column, index) => column.Amounts.Concat(totals.Select(total => total[index]))
            .SelectMany(pair => new[] { Shown(pair.Debit).Length, Shown(pair.Credit).Length, column.Title.Length / 2 }).Append("Credit".Length).Max()).ToList();
        var leads = Leads(page, widths);
        var lead = leads.SelectMany(lines => lines).Concat(Currencies.Select(TotalOf)).Select(line => line.Length).DefaultIfEmpty(0).Max();
        var text = new System.Text.StringBuilder(
            $"Worksheet for {_period}: before and after adjusting entries{(Closes ? ", and after closing" : ", before closing")}{Words.Recorded(_adjusted.Cutoff)}{(_isIllustrative ? "  ** ILLUSTRATIVE **" : "")}\n{(_fund is null ? "" : $"{_fund.Name}\n")}");
        if (_keys.Count == 0)
        {
            return text + "\nNothing was posted through the last day of that period.\n";
        }

        foreach (var block in ColumnBlocks.Of(lead, [.. widths.Select(width => 2 * (width + Gap))], page))
        {
            void Line(string caption, Func<int, (string Debit, string Credit)> pair) => text.Append((caption.PadRight(lead) + string.Concat(block.Select(column =>
                new string(' ', Gap) + pair(column).Debit.PadLeft(widths[column]) + new string(' ', Gap) + pair(column).Credit.PadLeft(widths[column])))).TrimEnd()).Append('\n');

            text.Append('\n').Append((new string(' ', lead) + string.Concat(block.Select(column => new string(' ', Gap) + _columns[column].Title.PadLeft((2 * widths[column]) + Gap)))).TrimEnd()).Append('\n');
            Line("", _ => ("Debit", "Credit"));
            foreach (var (row, lines) in leads.Index())
            {
                Line(lines[0], column => (Shown(_columns[column].Amounts[row].Debit), Shown(_columns[column].Amounts[row].Credit)));
                text.Append(string.Concat(lines.Skip(1).Select(line => line + "\n")));
            }

            foreach (var (index, total) in totals.Index())
            {
                Line(TotalOf(Currencies[index]), column => (Amounts.Grouped(total[column].Debit), Amounts.Grouped(total[column].Credit)));
            }
        }

        var entries = Adjustments switch { 0 => "There is no adjusting entry", 1 => "There is one adjusting entry", var count => $"There are {AmountText.Count(count)} adjusting entries" };
        return text + $"\n{entries} in {_period}. Debits equal credits in each pair of columns and for each fund.\n{NotClosedText}";
    }

    internal string ToJson() => Json.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("format", "trustfund.worksheet/1");
        writer.WriteString("period", _period.ToString());
        writer.WriteString("knownAt", _adjusted.Cutoff.KnownAt is { } instant ? InstantPattern.ExtendedIso.Format(instant) : null);
        writer.WriteSequence("sequence", _adjusted.Cutoff.Sequence);
        writer.WriteBoolean("illustrative", _isIllustrative);
        writer.WriteNumber("adjustingEntries", Adjustments);
        writer.WriteObjects("rows", _keys.Index(), row =>
        {
            writer.WriteString("account", row.Item.Account?.Code.Text);
            writer.WriteString("fund", row.Item.Fund?.Code.Text);
            writer.WriteString("donor", row.Item.Donor?.Code.Text);
            writer.WriteString("currency", row.Item.Currency.Code);
            Write(writer, column => column.Amounts[row.Index]);
        });
        writer.WriteObjects("totals", Currencies, currency =>
        {
            writer.WriteString("currency", currency.Code);
            Write(writer, column => Total(column, currency));
        });
        writer.WriteEndObject();
    });

    internal string ToCsv() => Csv.Row(["account", "name", "fund", "donor", "donor_name", "currency",
            .. _columns.SelectMany(column => new[] { $"{column.Name}_debit", $"{column.Name}_credit" }), .. _isIllustrative ? new[] { "illustrative" } : []])
        + string.Concat(_keys.Select((key, row) => Csv.Row([
            key.Account?.Code.Text, key.Account?.Name, key.Fund?.Code.Text, key.Donor?.Code.Text, key.Donor?.Name, key.Currency.Code,
            .. _columns.SelectMany(column => new[] { column.Amounts[row].Debit.ToPlainString(), column.Amounts[row].Credit.ToPlainString() }),
            .. _isIllustrative ? new[] { "yes" } : []])));

    private void Write(Utf8JsonWriter writer, Func<WorksheetColumn, (Money Debit, Money Credit)> amounts)
    {
        foreach (var column in _columns)
        {
            writer.WriteStartObject(column.Name);
            writer.WriteString("debit", amounts(column).Debit.ToPlainString());
            writer.WriteString("credit", amounts(column).Credit.ToPlainString());
            writer.WriteEndObject();
        }
    }

    private (Money Debit, Money Credit) Total(WorksheetColumn column, Currency currency)
    {
        var rows = _keys.Index().Where(key => key.Item.Currency == currency).Select(key => column.Amounts[key.Index]).ToList();
        return (Sum(rows.Select(row => row.Debit), currency), Sum(rows.Select(row => row.Credit), currency));
    }

    // Account, fund, donor and currency, each in line with the one above; what goes without saying takes no room.
    private List<List<string>> Leads(int page, List<int> columns)
    {
        var others = _keys.Select(key => new[] { _fund is null ? key.Fund?.Code.Text ?? "" : "", key.Donor?.Code.Text ?? "", Currencies.Count > 1 ? key.Currency.Code : "" }).ToList();
        var widths = Enumerable.Range(0, 3).Select(part => others.Select(row => row[part].Length).DefaultIfEmpty(0).Max()).ToList();
        var accounts = _keys.Select(key => key.Account?.ToString() ?? "").ToList();
        var beside = widths.Sum(part => part == 0 ? 0 : part + Gap);
        // As many pairs of columns beside each other as leave the captions room.
        var room = Enumerable.Range(1, PairsAbreast).Select(pairs => page - beside - Abreast(columns, pairs)).Where(left => left >= LeastCaption).DefaultIfEmpty(LeastCaption).Min();
        var width = Math.Min(accounts.Select(account => account.Length).DefaultIfEmpty(0).Max(), room);
        return [.. accounts.Select((account, row) =>
        {
            var lines = Caption.Wrapped(account, width);
            lines[0] = (lines[0].PadRight(width) + string.Concat(others[row].Select((text, part) => widths[part] == 0 ? "" : new string(' ', Gap) + text.PadRight(widths[part])))).Trim();
            return lines;
        })];
    }

    // The most that so many pairs of columns take, one after the other.
    private static int Abreast(List<int> widths, int pairs) =>
        Enumerable.Range(0, Math.Max(1, widths.Count - pairs + 1)).Max(first => widths.Skip(first).Take(pairs).Sum(width => 2 * (width + Gap)));

    private IReadOnlyList<Currency> Currencies => [.. _keys.Select(key => key.Currency).Distinct()];

    private bool Closes => _columns[^1].Name == "after-closing";

    private string NotClosedText => NotClosed.Count == 0 ? ""
        : $"The {(_period.End.PlusDays(1) == _period.Start.PlusYears(1) ? "year" : "period")} {_period} is not closed{(_fund is null ? $" in {string.Join(", ", NotClosed.Select(fund => fund.Code))}" : "")}: there are no closing entries.\n";

    private IReadOnlyList<Fund> NotClosedIn(IEnumerable<(EntryKind Kind, Posting Posting)> postings)
    {
        var closed = postings.Where(pair => pair.Kind == EntryKind.Closing).Select(pair => pair.Posting.Fund.Code).ToHashSet();
        return [.. _adjusted.Rows.Where(row => !row.Balance.IsZero && row.Account.Type is (AccountType.Revenue or AccountType.Expense) && !closed.Contains(row.Fund.Code))
            .Select(row => row.Fund).DistinctBy(fund => fund.Code).OrderBy(fund => fund.Code.Text, StringComparer.Ordinal)];
    }

    // A trial balance refuses what does not balance. Where the entries of each kind do, so do the balances before and after them.
    private void RequireBalance(IEnumerable<Posting> postings, Dictionary<Code<Fund>, Fund> funds) => _ = new TrialBalance(_adjusted.Cutoff, postings
        .GroupBy(posting => (posting.Account, Fund: funds[posting.Fund.Code]))
        .Select(group => new TrialBalanceRow(group.Key.Account, group.Key.Fund, null, Sum(group.Select(posting => posting.Amount), group.Key.Fund.Currency))));

    private static string TotalOf(Currency currency) => $"Total {currency.Code}";

    private static string Shown(Money amount) => amount.IsZero ? "" : Amounts.Grouped(amount);

    private static Money Sum(IEnumerable<Money> amounts, Currency currency) => amounts.Aggregate(Money.Zero(currency), (sum, amount) => sum + amount);
}

using NodaTime.Text;
using Spectre.Console;

namespace TrustFund.Cli.Rendering;

/// <summary>A trial balance for people and programs, by the dimensions asked for.</summary>
internal sealed class TrialBalanceReport
{
    private const int LeastCaption = 24;
    private const int FirstFigure = 4;

    // What a table puts between two columns, and around all of them.
    private const int Gap = 3;
    private const int Frame = 4;

    private readonly TrialBalance _balance;
    private readonly TrialBalance? _opening;
    private readonly IReadOnlyList<Row> _rows;
    private readonly string _illustrative;

    /// <param name="balance">The balances at the cutoff.</param>
    /// <param name="opening">The balances that open the period, for movements; null for none.</param>
    /// <param name="movements">Debits and credits of the period; null for none.</param>
    /// <param name="by">Which of account, fund and donor to show.</param>
    /// <param name="isIllustrative">Whether the books are marked illustrative.</param>
    internal TrialBalanceReport(
        TrialBalance balance, TrialBalance? opening, IReadOnlyList<AccountMovement>? movements,
        IReadOnlySet<string> by, bool isIllustrative)
    {
        (_balance, _opening, _illustrative) = (balance, opening, isIllustrative ? "  ** ILLUSTRATIVE **" : "");
        Key KeyOf(Account account, Fund fund, Donor? donor) => new(
            by.Contains("account") ? account : null, by.Contains("fund") ? fund : null,
            by.Contains("donor") ? donor : null, fund.Currency);

        var closing = balance.Rows.ToLookup(row => KeyOf(row.Account, row.Fund, row.Donor), row => row.Balance);
        var openings = (opening?.Rows ?? []).ToLookup(row => KeyOf(row.Account, row.Fund, row.Donor), row => row.Balance);
        var moves = (movements ?? []).ToLookup(row => KeyOf(row.Account, row.Fund, row.Donor));
        _rows = [.. closing.Concat(openings).Select(group => group.Key).Concat(moves.Select(group => group.Key)).Distinct()
            .Select(key => new Row(key,
                Sum(openings[key], key), Sum(moves[key].Select(row => row.Debits), key),
                -Sum(moves[key].Select(row => row.Credits), key), Sum(closing[key], key)))
            .OrderBy(row => row.Key.Account?.Code.Text, StringComparer.Ordinal)
            .ThenBy(row => row.Key.Fund?.Code.Text, StringComparer.Ordinal)
            .ThenBy(row => row.Key.Donor?.Code.Text, StringComparer.Ordinal)
            .ThenBy(row => row.Key.Currency.Code, StringComparer.Ordinal)];
    }

    private bool HasMovements => _opening is not null;

    /// <param name="page">How many characters a line holds; amounts and words stand whole where it is less.</param>
    internal string ToText(int page)
    {
        var totals = Totals().Select(total => new[] { "Total", "", "", total.Key.Currency.Code }.Concat(
            HasMovements ? Figures(total) : [Amounts.Grouped(total.Debits), Amounts.Grouped(-total.Credits)]).ToList()).ToList();
        var rows = _rows.Select(row => Names(row.Key).Concat(Figures(row)).ToList()).ToList();
        List<string> headings = ["Account", "Fund", "Donor", "", .. HasMovements ? new[] { "Opening", "Debits", "Credits", "Closing" } : ["Debit", "Credit"]];
        var widths = headings.Select((heading, column) => rows.Concat(totals).Select(row => row[column].Length).Append(heading.Length).Max()).ToList();
        var caption = Math.Max(LeastCaption, page - Frame - widths.Skip(1).Sum(width => width + Gap));
        var table = new Table().Border(TableBorder.Simple).Expand();
        foreach (var (column, heading) in headings.Index())
        {
            table.AddColumn(column < FirstFigure ? new TableColumn(heading).NoWrap() : new TableColumn(heading).RightAligned().NoWrap());
        }

        var captions = rows.Select(row => Caption.Wrapped(row[0], caption)).ToList();
        foreach (var (index, row) in rows.Index())
        {
            table.AddRow([.. row.Skip(1).Prepend(string.Join('\n', captions[index])).Select(text => new Text(text))]);
        }

        table.AddEmptyRow();
        foreach (var total in totals)
        {
            table.AddRow([.. total.Select(text => new Text(text))]);
        }

        var least = Frame + captions.SelectMany(lines => lines).Append(headings[0]).Max(line => line.Length) + widths.Skip(1).Sum(width => width + Gap);
        return $"Trial balance as at {Day(_balance.Cutoff.Through)}, {Closing}{Words.Recorded(_balance.Cutoff)}{_illustrative}\n\n{TableText.Of(table, Math.Max(page, least))}";
    }

    internal string ToJson() => Json.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("format", "trustfund.trial-balance/1");
        writer.WriteStartObject("cutoff");
        writer.WriteString("through", Day(_balance.Cutoff.Through));
        writer.WriteString("knownAt", _balance.Cutoff.KnownAt is { } instant ? InstantPattern.ExtendedIso.Format(instant) : null);
        writer.WriteSequence("sequence", _balance.Cutoff.Sequence);
        writer.WriteString("closing", _balance.Cutoff.Closing == ClosingView.BeforeClosing ? "before" : "after");
        writer.WriteEndObject();
        writer.WriteBoolean("illustrative", _illustrative.Length > 0);
        writer.WriteObjects("rows", _rows, row =>
        {
            writer.WriteString("account", row.Key.Account?.Code.Text);
            writer.WriteString("fund", row.Key.Fund?.Code.Text);
            writer.WriteString("donor", row.Key.Donor?.Code.Text);
            writer.WriteString("currency", row.Key.Currency.Code);
            foreach (var (name, amount) in Members(row))
            {
                writer.WriteString(name, amount);
            }
        });
        writer.WriteObjects("totals", Totals(), total =>
        {
            writer.WriteString("currency", total.Key.Currency.Code);
            writer.WriteString("debit", total.Debits.ToPlainString());
            writer.WriteString("credit", (-total.Credits).ToPlainString());
        });
        writer.WriteEndObject();
    });

    /// <summary>The rows as CSV: without movements, an extract that <c>reconcile --trial-balance</c> reads.</summary>
    internal string ToCsv() => Csv.Row(["account", "name", "fund", "donor", "donor_name", "currency",
            .. HasMovements ? new[] { "opening", "debits", "credits", "closing" } : ["debit", "credit"],
            .. _illustrative.Length > 0 ? new[] { "illustrative" } : []])
        + string.Concat(_rows.Select(row => Csv.Row([
            row.Key.Account?.Code.Text, row.Key.Account?.Name, row.Key.Fund?.Code.Text, row.Key.Donor?.Code.Text,
            row.Key.Donor?.Name, row.Key.Currency.Code, .. Members(row).Select(member => member.Amount),
            .. _illustrative.Length > 0 ? new[] { "yes" } : []])));

    private string Closing => _balance.Cutoff.Closing == ClosingView.BeforeClosing ? "before closing" : "after closing";

    private static IEnumerable<string> Names(Key key) =>
        [key.Account?.ToString() ?? "", key.Fund?.Code.Text ?? "", key.Donor?.Code.Text ?? "", key.Currency.Code];

    private IEnumerable<string> Figures(Row row) => HasMovements
        ? [Amounts.Grouped(row.Opening), Amounts.Grouped(row.Debits), Amounts.Grouped(-row.Credits), Amounts.Grouped(row.Closing)]
        : [row.Closing.MinorUnits > 0 ? Amounts.Grouped(row.Closing) : "", row.Closing.MinorUnits < 0 ? Amounts.Grouped(-row.Closing) : ""];

    private IEnumerable<(string Name, string Amount)> Members(Row row) => HasMovements
        ? [("opening", row.Opening.ToPlainString()), ("debits", row.Debits.ToPlainString()),
            ("credits", (-row.Credits).ToPlainString()), ("closing", row.Closing.ToPlainString())]
        : [("debit", row.Closing.MinorUnits > 0 ? row.Closing.ToPlainString() : ""),
            ("credit", row.Closing.MinorUnits < 0 ? (-row.Closing).ToPlainString() : "")];

    // A total of balances adds debit and credit balances apart; a total of movements adds the columns.
    private IEnumerable<Row> Totals() => _rows.GroupBy(row => row.Key.Currency).Select(group =>
    {
        var key = new Key(null, null, null, group.Key);
        return HasMovements
            ? new Row(key, Sum(group.Select(row => row.Opening), key), Sum(group.Select(row => row.Debits), key),
                Sum(group.Select(row => row.Credits), key), Sum(group.Select(row => row.Closing), key))
            : new Row(key, Money.Zero(group.Key),
                Sum(group.Select(row => row.Closing).Where(amount => amount.MinorUnits > 0), key),
                Sum(group.Select(row => row.Closing).Where(amount => amount.MinorUnits < 0), key), Money.Zero(group.Key));
    });

    private static Money Sum(IEnumerable<Money> amounts, Key key) =>
        amounts.Aggregate(Money.Zero(key.Currency), (sum, amount) => sum + amount);

    private static string Day(NodaTime.LocalDate date) => LocalDatePattern.Iso.Format(date);

    private sealed record Key(Account? Account, Fund? Fund, Donor? Donor, Currency Currency);

    private sealed record Row(Key Key, Money Opening, Money Debits, Money Credits, Money Closing);
}

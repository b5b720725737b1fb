namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// The exact amounts that a statement is made from, however they were come by: from trial balances of
/// the books, or from an extract and its mapping.
/// </summary>
public sealed class StatementAmounts
{
    private readonly Func<TemplateLine, int, Money?> _amountOf;
    private readonly Func<TemplateLine, IReadOnlyList<(Donor? Donor, Money Amount)>> _byDonor;

    private StatementAmounts(
        Func<TemplateLine, int, Money?> amountOf,
        Func<TemplateLine, IReadOnlyList<(Donor? Donor, Money Amount)>> byDonor) => (_amountOf, _byDonor) = (amountOf, byDonor);

    /// <summary>
    /// The cutoffs whose trial balances <see cref="From"/> asks for, as recorded now: for the books as
    /// recorded earlier, or as restated, the caller says so in each.
    /// </summary>
    /// <param name="template">The template.</param>
    /// <param name="period">The period of the statement.</param>
    public static IReadOnlyList<LedgerCutoff> Cutoffs(StatementTemplate template, ReportingPeriod period) =>
        [.. template.Columns
            .Select(column => PeriodOf(column, period))
            .SelectMany(days => new[] { LedgerCutoff.Before(days), LedgerCutoff.At(days.End) })
            .Distinct()];

    /// <summary>The amounts of a fund by its trial balances.</summary>
    /// <param name="template">The template.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="period">The period of the statement.</param>
    /// <param name="balances">The trial balances of <see cref="Cutoffs"/>, as recorded whenever, restated or not.</param>
    /// <exception cref="KeyNotFoundException">A trial balance is missing.</exception>
    public static StatementAmounts From(
        StatementTemplate template, Fund fund, ReportingPeriod period, IEnumerable<TrialBalance> balances)
    {
        var byCutoff = balances.ToDictionary(balance => balance.Cutoff with { KnownAt = null, Sequence = null, AsRestated = false });
        var columns = template.Columns.Select(column => PeriodOf(column, period))
            .Select(days => (Opening: byCutoff[LedgerCutoff.Before(days)], Closing: byCutoff[LedgerCutoff.At(days.End)]))
            .ToList();

        Money Signed(TemplateLine line, int column, Func<TrialBalanceRow, bool> fits)
        {
            bool Selected(TrialBalanceRow row) => line.Accounts!.Selects(row.Account) && fits(row);
            var (opening, closing) = columns[column];
            var debit = line.Measure switch
            {
                Measure.Opening => opening.Sum(fund, Selected),
                Measure.Closing => closing.Sum(fund, Selected),
                _ => closing.Sum(fund, Selected) - opening.Sum(fund, Selected),
            };
            return line.Positive == Side.Debit ? debit : -debit;
        }

        return new StatementAmounts(
            (line, column) => line.Accounts is null ? null : Signed(line, column, _ => true),
            line => line.Accounts is null ? [] : [.. columns[0].Opening.Rows.Concat(columns[0].Closing.Rows)
                .Where(row => row.Fund.Code == fund.Code && line.Accounts.Selects(row.Account))
                .Select(row => row.Donor)
                .Distinct()
                .Select(donor => (donor, Signed(line, 0, row => row.Donor == donor)))]);
    }

    /// <summary>
    /// The amounts of a trial balance extract, mapped to lines. A line that nothing is mapped to is what
    /// its lines add up to, or nil.
    /// </summary>
    /// <param name="lines">Signed balances by line, debit positive.</param>
    /// <param name="donors">Signed balances by line and donor, debit positive.</param>
    public static StatementAmounts FromMapping(
        IReadOnlyDictionary<string, Money> lines, IReadOnlyList<(string Line, Donor? Donor, Money Balance)> donors) =>
        new(
            (line, column) => column == 0 && lines.TryGetValue(line.Id!, out var balance)
                ? (line.Positive == Side.Debit ? balance : -balance)
                : null,
            line => [.. donors.Where(row => row.Line == line.Id)
                .GroupBy(row => row.Donor)
                .Select(group => (group.Key, group
                    .Select(row => line.Positive == Side.Debit ? row.Balance : -row.Balance)
                    .Aggregate((sum, balance) => sum + balance)))]);

    internal Money? AmountOf(TemplateLine line, int column) => _amountOf(line, column);

    internal IReadOnlyList<(Donor? Donor, Money Amount)> ByDonor(TemplateLine line) => _byDonor(line);

    internal static ReportingPeriod PeriodOf(TemplateColumn column, ReportingPeriod period) => column.YearsBefore == 0
        ? period
        : new ReportingPeriod(
            period.Start.PlusYears(-column.YearsBefore),
            period.End.PlusDays(1).PlusYears(-column.YearsBefore).PlusDays(-1));
}

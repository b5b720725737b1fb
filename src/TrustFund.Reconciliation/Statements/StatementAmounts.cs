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

    /// <summary>The amounts of a plan by its trial balances.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="balances">The trial balances that the plan asks for.</param>
    /// <exception cref="KeyNotFoundException">A trial balance is missing.</exception>
    public static StatementAmounts From(StatementPlan plan, IReadOnlyDictionary<BalanceRequest, TrialBalance> balances)
    {
        Money Sum(TemplateLine line, int column, Func<TrialBalanceRow, bool> fits) => plan.TermsOf(line, column)
            .Aggregate(Money.Zero(plan.Scope.Fund.Currency), (sum, term) => sum + term.In(balances[term.Balance], fits));

        return new StatementAmounts(
            (line, column) => Sum(line, column, _ => true),
            line => [.. plan.TermsOf(line, 0)
                .SelectMany(term => balances[term.Balance].Rows.Where(row => row.Fund.Code == term.Fund.Code && term.Selects(row.Account)))
                .Select(row => row.Donor)
                .Distinct()
                .Select(donor => (donor, Sum(line, 0, row => row.Donor == donor)))]);
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

using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Finds balances that run down a column, a line for each year or month: each is the one before and what another column
/// of its line adds, or one adds and another takes off. Years may run up or down.
/// </summary>
internal static class RunningBalances
{
    private const int Fewest = 3;
    private const int MostColumns = 12;
    private const decimal Enough = 4;
    private const decimal MostOfOneRow = 4;

    internal static IEnumerable<Belief> Find(Sheet sheet)
    {
        var rows = sheet.Rows.Where(row => row is { IsShare: false, IsTotal: false }).ToList();
        if (sheet.Columns is < 2 or > MostColumns || rows.Count <= Fewest)
        {
            yield break;
        }

        var columns = Enumerable.Range(0, sheet.Columns).Where(column => !sheet.IsQuotient(column)).ToList();
        foreach (var balance in columns)
        {
            var found = Changes(columns, balance).SelectMany(change => new[] { 1, -1 }.Select(step => Judge(sheet, rows, balance, change, step)))
                .Where(run => run.Holds >= Fewest && run.Fails * 2 <= run.Holds).OrderByDescending(run => run.Digits - (2 * run.Fails)).ThenBy(run => run.Change.Count).FirstOrDefault();
            if (found is not null && found.Digits - (3 * Digits.Of(columns.Count)) >= Enough)
            {
                yield return new Belief(RelationKind.RollForward, Strength.Strong, FormattableString.Invariant(
                    $"'{sheet.Heading(balance)}' runs on from line to line by {Said(sheet, found.Change)} in {found.Holds} of {found.Holds + found.Fails} lines"), found.Sums)
                {
                    Order = Digits.OfFactorial(found.Holds),
                    Held = found.Holds,
                };
            }
        }
    }

    private static IEnumerable<List<Addend>> Changes(List<int> columns, int balance)
    {
        foreach (var one in columns.Where(one => one != balance))
        {
            yield return [new Addend(one, 1)];
            yield return [new Addend(one, -1)];
            foreach (var other in columns.Where(other => other != balance && other != one))
            {
                yield return [new Addend(one, 1), new Addend(other, -1)];
            }
        }
    }

    private static Run Judge(Sheet sheet, List<SheetRow> rows, int balance, List<Addend> change, int step)
    {
        var (holds, fails, digits, sums) = (0, 0, 0m, new List<BelievedSum>());
        for (var index = 0; index < rows.Count; index++)
        {
            var before = index - step;
            if (before < 0 || before >= rows.Count || rows[index].Amount(balance) is null || rows[before].Amount(balance) is null || change.Exists(addend => rows[index].Amount(addend.Index) is null))
            {
                continue;
            }

            var sum = default(RunningSum);
            sum.Add(rows[before].Cells[balance], 1);
            change.ForEach(addend => sum.Add(rows[index].Cells[addend.Index], addend.Sign));
            var fit = sum.Against(rows[index].Cells[balance], sheet.Step(balance), 1);
            if (fit.Fit == Fit.Fails)
            {
                fails++;
            }
            else if (fit.Digits > 0 && change.TrueForAll(addend => rows[index].Amount(addend.Index) != 0))
            {
                holds++;
                digits += Math.Min(MostOfOneRow, fit.Digits);
            }

            sums.Add(new BelievedSum(rows[index].Cells[balance]!, [(rows[before].Cells[balance]!, 1), .. change.Select(addend => (rows[index].Cells[addend.Index]!, (decimal)addend.Sign))]));
        }

        return new Run(change, holds, fails, digits, sums);
    }

    private static string Said(Sheet sheet, List<Addend> change) => string.Join(" and ", change.Select(addend =>
        FormattableString.Invariant($"{(addend.Sign < 0 ? "less " : "")}'{sheet.Heading(addend.Index)}'")));

    /// <summary>What speaks for a balance that runs on by some columns.</summary>
    private sealed record Run(List<Addend> Change, int Holds, int Fails, decimal Digits, List<BelievedSum> Sums);
}

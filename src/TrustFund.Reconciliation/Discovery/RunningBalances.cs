using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Finds balances that run down a column, a line for each year or month: each is the one before and what another column
/// of its line adds, or one adds and another takes off. Years may run up or down.
/// </summary>
internal static class RunningBalances
{
    private const int Probes = 24;
    private const int Fewest = 3;
    private const int MostColumns = 20;
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
        var probes = rows.Take(Probes).ToList();
        foreach (var balance in columns)
        {
            // There are very many changes to try, and the first lines already rule nearly all of them out.
            var found = Changes(columns, balance).SelectMany(change => new[] { 1, -1 }.Select(step => Judge(sheet, probes, balance, change, step)))
                .Where(run => run.Fails <= run.Holds + 1).Select(run => rows.Count == probes.Count ? run : Judge(sheet, rows, balance, run.Change, run.Step))
                .Where(run => run.Holds >= Fewest && run.Fails <= run.Holds && run.Slips * 2 <= run.Holds).OrderByDescending(run => run.Digits - (2 * run.Fails)).ThenBy(run => run.Change.Count).FirstOrDefault();
            if (found is not null && found.Digits - (3 * Digits.Of(columns.Count)) >= Enough)
            {
                yield return new Belief(RelationKind.RollForward, Strength.Strong, FormattableString.Invariant(
                    $"'{sheet.Heading(balance)}' runs on from line to line by {Said(sheet, found.Change)} in {found.Holds} of {found.Holds + found.Fails} lines"), Sums(rows, balance, found))
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
        var (holds, fails, slips, digits, wasFailing) = (0, 0, 0, 0m, false);
        foreach (var (index, before) in Pairs(rows, balance, change, step))
        {
            var sum = default(RunningSum);
            sum.Add(rows[before].Cells[balance], 1);
            change.ForEach(addend => sum.Add(rows[index].Cells[addend.Index], addend.Sign));
            var fit = sum.Against(rows[index].Cells[balance], sheet.Step(balance), 1);
            if (fit.Fit == Fit.Fails)
            {
                // A balance that is wrong breaks its line and the next; those that moved, all lines they stand in: one slip.
                fails++;
                slips += wasFailing ? 0 : 1;
            }
            else if (fit.Digits > 0 && change.TrueForAll(addend => rows[index].Amount(addend.Index) != 0))
            {
                holds++;
                digits += Math.Min(MostOfOneRow, fit.Digits);
            }

            wasFailing = fit.Fit == Fit.Fails;
        }

        return new Run(change, step, holds, fails, slips, digits);
    }

    private static List<BelievedSum> Sums(List<SheetRow> rows, int balance, Run run) =>
    [
        .. Pairs(rows, balance, run.Change, run.Step).Select(pair => new BelievedSum(
            rows[pair.Index].Cells[balance]!, [(rows[pair.Before].Cells[balance]!, 1), .. run.Change.Select(addend => (rows[pair.Index].Cells[addend.Index]!, (decimal)addend.Sign))])),
    ];

    // Lines and those before them that print all that is needed.
    private static IEnumerable<(int Index, int Before)> Pairs(List<SheetRow> rows, int balance, List<Addend> change, int step)
    {
        for (var index = Math.Max(0, step); index < rows.Count + Math.Min(0, step); index++)
        {
            var before = index - step;
            if (rows[index].Amount(balance) is not null && rows[before].Amount(balance) is not null && change.TrueForAll(addend => rows[index].Amount(addend.Index) is not null))
            {
                yield return (index, before);
            }
        }
    }

    private static string Said(Sheet sheet, List<Addend> change) => string.Join(" and ", change.Select(addend =>
        FormattableString.Invariant($"{(addend.Sign < 0 ? "less " : "")}'{sheet.Heading(addend.Index)}'")));

    /// <summary>What speaks for a balance that runs on by some columns.</summary>
    private sealed record Run(List<Addend> Change, int Step, int Holds, int Fails, int Slips, decimal Digits);
}

using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Finds what a trial balance says of itself, in a table with a column of debits and one of credits: each adds up to its total,
/// and the totals are the same. Two of the three may fail, for a slip in a total; where all do, it is none.
/// </summary>
internal static class TrialBalances
{
    private const int FewestLines = 4;
    private const decimal Enough = 2;

    internal static IEnumerable<Belief> Find(Sheet sheet)
    {
        var (debit, credit) = (ColumnOf(sheet, WordKind.Debit), ColumnOf(sheet, WordKind.Credit));
        if (sheet.IsNested || sheet.Columns is not (2 or 3) || debit < 0 || credit < 0 || debit == credit || sheet.Rows.LastOrDefault(IsTotal) is not { } total
            || BelievedSum.Of(total.Cells[credit], [(total.Cells[debit], 1)]) is not { } equality || total.Amount(debit) is null || total.Amount(credit) is null)
        {
            yield break;
        }

        // Beside debits and credits alone a line without a caption is their total; in a tree of accounts it is that of its first level.
        bool IsTotal(SheetRow row) => row.IsTotal || (sheet.Columns == 2 && row.Caption.Length == 0);
        var lines = sheet.Rows.Where(row => row.Index < total.Index && !IsTotal(row)).ToList();
        var isWhole = lines.Count == total.Index && lines.Count >= FewestLines && lines.Count(row => (row.Amount(debit) is null or 0) != (row.Amount(credit) is null or 0)) * 10 >= lines.Count * 8;
        var sums = !isWhole ? [] : new[] { debit, credit }.Select(column => BelievedSum.Of(total.Cells[column], lines.Select(row => (row.Cells[column], 1)))).OfType<BelievedSum>().ToList();
        var held = sums.Count(Holds);
        var isEqual = total.Amount(debit) == total.Amount(credit);
        if (held == 0 && !isEqual)
        {
            yield return new Belief(RelationKind.Equality, Strength.Failing, "debits equal credits", [equality]);
            yield break;
        }

        if (sums.Count > 0)
        {
            yield return new Belief(RelationKind.Total, held == sums.Count ? Strength.Strong : Strength.Failing, "the lines of a trial balance add up, debits and credits", sums)
            {
                Held = held + (isEqual ? 1 : 0),
                Order = Enough,
                IsExpected = true,
            };
        }

        yield return new Belief(RelationKind.Equality, isEqual ? Strength.Weak : Strength.Failing, "debits equal credits", [equality])
        {
            Held = held + (isEqual ? 1 : 0),
            Order = sums.Count > 0 ? Enough : 0,
            IsExpected = sums.Count > 0,
        };
    }

    private static bool Holds(BelievedSum sum) => sum.Terms.All(term => term.Figure.Amount is not null) && sum.Terms.Sum(term => term.Figure.Amount!.Value) == sum.Target.Amount;

    private static int ColumnOf(Sheet sheet, WordKind kind) =>
        Enumerable.Range(0, sheet.Columns).FirstOrDefault(column => AccountingWords.Says(sheet.Heading(column), kind), -1);
}

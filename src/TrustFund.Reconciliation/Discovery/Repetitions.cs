using System.Globalization;
using System.Text.RegularExpressions;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Finds quantities that are printed more than once: the same captions in two tables of the same columns, two
/// sides of one table that come to the same, and the closing balance of a year as the opening of the next.
/// </summary>
internal static partial class Repetitions
{
    private const decimal Enough = 3;

    internal static IEnumerable<Belief> Find(IReadOnlyList<Sheet> sheets)
    {
        for (var one = 0; one < sheets.Count; one++)
        {
            foreach (var belief in TwoSides(sheets[one]).Concat(Continuity(sheets[one])))
            {
                yield return belief;
            }

            for (var other = one + 1; other < sheets.Count && sheets.Count <= MostTables; other++)
            {
                foreach (var belief in SameCaptions(sheets[one], sheets[other], sheets[0].Table.Title))
                {
                    yield return belief;
                }
            }
        }
    }

    // Each pair of tables is compared.
    private const int MostTables = 60;
    private const int FewestAlike = 2;

    /// <summary>Parts of two tables with the same captions, nearly all of whose amounts are the same, or must be by their periods.</summary>
    private static IEnumerable<Belief> SameCaptions(Sheet one, Sheet other, string document)
    {
        if (one.Columns != other.Columns || !one.Table.Columns.SequenceEqual(other.Table.Columns, StringComparer.Ordinal))
        {
            yield break;
        }

        var rows = other.Rows.Where(row => row.Caption.Length > 0).GroupBy(row => CaptionText.Fold(row.Caption), StringComparer.Ordinal)
            .Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.Single(), StringComparer.Ordinal);
        var pairs = one.Rows.Where(row => !row.IsShare && row.Cells.Any(cell => cell?.Amount is not (null or 0)))
            .Select(row => (Part: PartOf(one, row), Row: row, Other: rows.GetValueOrDefault(CaptionText.Fold(row.Caption))))
            .Where(pair => pair.Other is not null).ToLookup(pair => pair.Part, pair => (pair.Row, Other: pair.Other!));
        bool AreSame((SheetRow Row, SheetRow Other) pair) => Enumerable.Range(0, one.Columns).All(column => pair.Row.Amount(column) == pair.Other.Amount(column));
        var areOfOnePeriod = FirstPeriods.AreOfOnePeriod(one, other, document);
        if (areOfOnePeriod is false)
        {
            yield break;
        }

        if (areOfOnePeriod is true && FirstPeriods.Flows(pairs, AreSame) is { } first)
        {
            foreach (var (row, repeated) in first)
            {
                yield return Same(row, repeated, $"the year to date is its first month, so '{row.Caption}' is the same in both");
            }

            yield break;
        }

        foreach (var part in pairs)
        {
            var same = part.Count(pair => AreSame(pair) || IsSameButForSlip(one, pair.Row, pair.Other));
            if (same < FewestAlike || same * 10 < part.Count() * 7)
            {
                continue;
            }

            foreach (var (row, repeated) in part)
            {
                yield return Same(row, repeated, FormattableString.Invariant($"'{row.Caption}' is printed in two tables, and {same} of {part.Count()} such lines say the same in both"));
            }
        }
    }

    private static Belief Same(SheetRow row, SheetRow repeated, string because) => new(RelationKind.Equality, Strength.Strong, because,
        [.. row.Cells.Zip(repeated.Cells, (cell, other) => BelievedSum.Of(other, [(cell, 1)])).OfType<BelievedSum>()]);

    // All amounts but one stand in the other line, there or in the next column.
    private static bool IsSameButForSlip(Sheet sheet, SheetRow row, SheetRow other)
    {
        var amounts = Enumerable.Range(0, sheet.Columns).Where(column => Worth(sheet, column, row.Amount(column)) >= Enough).Select(column => row.Amount(column)!.Value).ToList();
        return amounts.Count > FewestAlike && amounts.Count(amount => other.Cells.Any(cell => cell?.Amount == amount)) >= amounts.Count - 1;
    }

    // The line with the least indent above: the part of the table that a line is in.
    private static int PartOf(Sheet sheet, SheetRow row)
    {
        var part = row;
        for (var index = row.Index; index >= 0; index--)
        {
            part = sheet.Rows[index].Indent < part.Indent ? sheet.Rows[index] : part;
        }

        return part.Indent == row.Indent && sheet.Rows.All(other => other.Indent == row.Indent) ? -1 : part.Index;
    }

    /// <summary>Totals of one table that are the same: assets and liabilities, income and its use.</summary>
    private static IEnumerable<Belief> TwoSides(Sheet sheet)
    {
        var totals = sheet.Rows.Where(row => row is { IsStructural: true, IsShare: false, Caption.Length: > 0 } && row.Cells.Any(cell => cell?.Amount is not (null or 0))).ToList();
        for (var other = 1; other < totals.Count; other++)
        {
            if (UnequalSides(sheet, totals, other) is { } unequal)
            {
                yield return unequal;
            }

            for (var one = other - 1; one >= 0; one--)
            {
                var (left, right) = (totals[one], totals[other]);
                var printed = Enumerable.Range(0, sheet.Columns).Where(column => left.Amount(column) is not null || right.Amount(column) is not null).ToList();
                if (printed.TrueForAll(column => left.Amount(column) == right.Amount(column)) && printed.Sum(column => Worth(sheet, column, left.Amount(column))) >= Enough)
                {
                    yield return new Belief(RelationKind.Equality, Strength.Weak, $"'{right.Caption}' and '{left.Caption}' come to the same",
                        [.. printed.Select(column => BelievedSum.Of(right.Cells[column], [(left.Cells[column], 1)])).OfType<BelievedSum>()]);
                    break;
                }

                if (MisprintedSides(sheet, left, right, printed) is { } belief)
                {
                    yield return belief;
                    break;
                }
            }
        }
    }

    // All that is owned and all that is owed with what is left, by their captions.
    private static Belief? UnequalSides(Sheet sheet, List<SheetRow> totals, int claims)
    {
        var right = totals[claims];
        var left = totals.Take(claims).LastOrDefault(row => row is { IsTotal: true, IsNet: false, IsDeducted: false } && AccountingWords.Says(row.Caption, WordKind.TotalAssets));
        if (left is null || !IsAllClaims(right) || totals.Skip(claims + 1).TakeWhile(row => !AccountingWords.Says(row.Caption, WordKind.TotalAssets)).Any(IsAllClaims) || IsLeftOver(sheet, left, right))
        {
            return null;
        }

        var printed = Enumerable.Range(0, sheet.Columns).Where(column => left.Amount(column) is not null && right.Amount(column) is not null).ToList();
        var equal = printed.Count(column => left.Amount(column) == right.Amount(column));
        return equal == printed.Count ? null
            : new Belief(RelationKind.Equality, Strength.Failing, $"'{right.Caption}' is what '{left.Caption}' comes to, as the two sides of a balance sheet",
                [.. printed.Select(column => BelievedSum.Of(right.Cells[column], [(left.Cells[column], 1)])).OfType<BelievedSum>()])
            { Held = equal };
    }

    // What one is less the other is no total of claims.
    private static bool IsAllClaims(SheetRow row) => row is { IsTotal: true, GoesOut: false } && AccountingWords.Says(row.Caption, WordKind.Claims);

    // Some call what is owed and what is left by one word, others only what is owed: these print what is left below.
    private static bool IsLeftOver(Sheet sheet, SheetRow left, SheetRow right) => sheet.Rows.Skip(right.Index + 1).Any(row => row.IsNet
        && Enumerable.Range(0, sheet.Columns).Any(column => row.Amount(column) is not (null or 0) && row.Amount(column) == left.Amount(column) - right.Amount(column)));

    // The same in all columns but one, where one of the two is a slip of the pen away from the other; in the only one, where a
    // result stands right below a total, with nothing between that could come off.
    private static Belief? MisprintedSides(Sheet sheet, SheetRow left, SheetRow right, List<int> printed)
    {
        var equal = printed.Where(at => left.Amount(at) == right.Amount(at) && Worth(sheet, at, left.Amount(at)) >= Enough).ToList();
        var apart = printed.Except(equal).ToList();
        var isResult = left is { IsTotal: true, IsNet: false } && right is { IsNet: true, IsTotal: false, Headings.Count: 0 } && right.Index == left.Index + 1;
        return (equal.Count > 0 || isResult) && apart is [var column] && left.Amount(column) is { } one && right.Amount(column) is { } two
            && NearMiss.DigitsOf([one], two, sheet.Step(column)) >= (equal.Count > 0 ? EnoughNear : Enough)
            ? new Belief(RelationKind.Equality, Strength.Failing, $"'{right.Caption}' and '{left.Caption}' come to the same but for a slip",
                [.. printed.Select(at => BelievedSum.Of(right.Cells[at], [(left.Cells[at], 1)])).OfType<BelievedSum>()])
            { Held = equal.Count }
            : null;
    }

    private const decimal EnoughNear = 2;

    /// <summary>The closing balance in one column as the opening balance in that of the year after.</summary>
    private static IEnumerable<Belief> Continuity(Sheet sheet)
    {
        var opening = sheet.Rows.FirstOrDefault(row => row.IsOpening);
        var closing = sheet.Rows.LastOrDefault(row => row.IsClosing);
        if (opening is null || closing is null)
        {
            yield break;
        }

        for (var later = 0; later < sheet.Columns; later++)
        {
            for (var earlier = 0; earlier < sheet.Columns; earlier++)
            {
                if (earlier != later && opening.Amount(later) is { } amount && closing.Amount(earlier) is { } before && Worth(sheet, later, amount) >= Enough
                    && opening.Amount(earlier) != amount && (amount == before || IsBroken(sheet, earlier, later, before, amount)))
                {
                    yield return new Belief(RelationKind.Continuity, amount == before ? Strength.Weak : Strength.Failing, "the closing balance of one year is the opening balance of the next",
                        [BelievedSum.Of(opening.Cells[later], [(closing.Cells[earlier], 1)])!]);
                }
            }
        }
    }

    // Columns of two years that follow, and balances that one slip keeps apart: what was restated is further off, or says so.
    private static bool IsBroken(Sheet sheet, int earlier, int later, decimal before, decimal amount) =>
        YearOf(sheet.Heading(earlier)) is { } year && YearOf(sheet.Heading(later)) == year + 1 && NearMiss.DigitsOf([before], amount, sheet.Step(later)) >= 1;

    // The one year that a heading names.
    private static int? YearOf(string heading)
    {
        var years = Year().Matches(heading);
        return years.Count == 1 ? int.Parse(years[0].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"(?<![0-9])(19|20)[0-9][0-9](?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    private static decimal Worth(Sheet sheet, int column, decimal? amount) => Digits.Of(Math.Abs(amount ?? 0) / sheet.Step(column));
}

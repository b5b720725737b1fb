using System.Globalization;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>Says of a sum of rows, column by column, what is believed and why.</summary>
internal static class RowBelief
{
    internal static Belief Of(Sheet sheet, RowSum sum, Strength strength, decimal targets)
    {
        var kind = sum.Target.IsClosing || sum.Addends.Any(addend => sheet.Rows[addend.Index].IsOpening) && sum.Addends.Count > 1 ? RelationKind.RollForward
            : sum.Addends.Any(addend => addend.Sign < 0) ? RelationKind.Difference
            : RelationKind.Total;
        return new Belief(kind, strength, Because(sheet, sum, strength), SumsOf(sheet, sum))
        {
            // There is one total of a whole part, and one way from an opening to a closing balance.
            Order = Math.Max(0, sum.Evidence.Order - ((sum is { IsWhole: true, Target.IsTotal: true } && sum.Cost <= RowJudge.PlaceCost) || IsWholeWay(sheet, sum) ? 0 : sum.Cost + targets)),
            Held = sum.Evidence.Holds,
            IsDelimited = sum.IsDelimited,
            Unmarked = sum.Unmarked,
            LacksNamed = sum.LacksNamed,
            IsExpected = sum.Target.IsClosing && sheet.Rows[sum.Addends[0].Index].IsOpening,
        };
    }

    // All lines between an opening and a closing balance, with the signs that their captions say.
    private static bool IsWholeWay(Sheet sheet, RowSum sum) => sum is { Target.IsClosing: true, Evidence.Fails: 0 } and ({ Shape: SumShape.Above } or { Shape: SumShape.AboveSigned, IsWhole: true })
        && sheet.Rows[sum.Addends[0].Index].IsOpening && sum.Addends.Count == sum.Target.Index - sum.Addends[0].Index;

    /// <summary>The sum in each column in which it is printed.</summary>
    internal static List<BelievedSum> SumsOf(Sheet sheet, RowSum sum) =>
    [
        .. Enumerable.Range(0, sheet.Columns).Where(column => sheet.AddsUp(column) || Holds(sheet, sum, column))
            .Select(column => BelievedSum.Of(sum.Target.Cells[column], sum.Addends.Select(addend => (sheet.Rows[addend.Index].Cells[column], addend.Sign))))
            .OfType<BelievedSum>(),
    ];

    // Quotients may add up, as shares of a total do; that they do not says nothing.
    private static bool Holds(Sheet sheet, RowSum sum, int column)
    {
        var running = default(RunningSum);
        foreach (var addend in sum.Addends)
        {
            running.Add(sheet.Rows[addend.Index].Cells[column], addend.Sign);
        }

        return running.Against(sum.Target.Cells[column], 1, 1).Fit is Fit.Holds or Fit.Unreadable;
    }

    private static string Because(Sheet sheet, RowSum sum, Strength strength)
    {
        var (digits, _, holds, fails, nil) = sum.Evidence;
        var shape = sum.Shape switch
        {
            SumShape.Formula => "the lines that its caption names",
            SumShape.Children => "the lines that stand further in below it",
            SumShape.Below => "the lines right below it",
            SumShape.Pair => "two lines above",
            SumShape.AboveInParts => "lines above, some left out",
            SumShape.AboveSigned => "the lines above, some taken off",
            SumShape.AboveStated => "the lines above, by the signs behind their captions",
            _ => "the lines above",
        };
        if (sum.Unmarked.Count > 0 && fails > 0)
        {
            return $"its caption names the lines that come to it, and no line is marked {string.Join(" or ", sum.Unmarked)}";
        }

        var said = sum.Shape is SumShape.AboveSigned or SumShape.AboveStated ? $"{shape}, come to it" : $"{shape} add up to it";
        var (kept, of) = (holds + nil, holds + nil + fails);
        if (strength == Strength.Strong)
        {
            return $"{said}{(sheet.Columns == 1 ? "" : $" in {Share(kept, of, "column")}")}{Odds(decimal.Floor(digits))}";
        }

        return $"its caption and place say that {said}" + (sheet.Columns == 1 ? fails > 0 ? ", and here they do not" : "" : $", and they do in {Share(kept, of, "column")}");
    }

    /// <summary>How many of all: <c>all 5 columns</c>, <c>4 of 5 columns</c>, <c>the one column that shows it</c>.</summary>
    internal static string Share(int kept, int of, string one) => FormattableString.Invariant(
        $"{(kept != of ? $"{kept} of {of} {one}s" : of == 1 ? $"the one {one} that prints it" : of == 2 ? $"both {one}s" : $"all {of} {one}s")}");

    // How seldom amounts that have nothing to do with each other would fit as well, in words; digits beyond nine say no more to anybody.
    private static string Odds(decimal digits) => digits < 1 ? "" : "; amounts that have nothing to do with each other would do so by chance "
        + (digits > 9 ? "less than once in a thousand million times" : $"about once in {Times((int)digits)} times");

    private static string Times(int digits) => digits == 9 ? "a thousand million" : digits == 6 ? "a million"
        : AmountText.Of(decimal.Parse("1" + new string('0', digits % 6), CultureInfo.InvariantCulture)) + (digits > 6 ? " million" : "");
}

using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Finds what a column of percentages is: one column over another, line by line, or a column over a total, its own or
/// that of its part of the table.
/// </summary>
internal static class ShareColumns
{
    private const int ToOneSlip = 4;
    private const int MostOfSlip = 4;
    private const int FewestLines = 10;
    private const decimal LeastNotNil = 0.1m;

    internal static IEnumerable<Belief> Find(Sheet sheet)
    {
        var shapes = Shapes(sheet).ToList();
        foreach (var share in Enumerable.Range(0, sheet.Columns).Where(sheet.IsQuotient))
        {
            var enough = Products.Enough + Digits.Of(shapes.Count);
            var found = shapes.Select(shape => (Shape: shape, Fits: Fits(sheet, share, shape)))
                .Where(found => found.Fits.Count(fit => fit.Digits > 0) >= Products.Fewest && found.Fits.Count(fit => fit.Digits < 0) * ToOneSlip <= found.Fits.Count)
                .Where(found => found.Fits.Where(fit => fit.Digits > 0).Sum(fit => fit.Digits) >= enough)
                .OrderByDescending(found => found.Fits.Sum(fit => fit.Digits)).ToList();
            foreach (var (shape, fits) in found.Take(1).Concat(found.Skip(1).Where(other => other.Shape.Over != found[0].Shape.Over && IsSlip(other.Fits)).DistinctBy(other => other.Shape.Over)))
            {
                var holds = fits.Count(fit => fit.Digits > 0);
                yield return new Belief(RelationKind.Share, Strength.Strong, FormattableString.Invariant($"it is {shape.Said} in {holds} of {fits.Count} lines"),
                    [.. fits.Select(fit => new BelievedSum(fit.Row.Cells[share]!, [(fit.Row.Cells[shape.Over]!, 1), (shape.Under(fit.Row)!, -1)]))])
                {
                    Constant = Products.PerCent,
                    Order = Digits.OfFactorial(holds),
                };
            }
        }
    }

    // Columns that say the same have the same shares, but for lines that follow one another: more are no slip.
    private static bool IsSlip(List<(SheetRow Row, decimal Digits)> fits)
    {
        var failing = fits.FindAll(fit => fit.Digits < 0);
        return failing.Count == 0 || (failing.Count <= MostOfSlip && failing[^1].Row.Index - failing[0].Row.Index < failing.Count && fits.Count >= FewestLines);
    }

    private static IEnumerable<Shape> Shapes(Sheet sheet)
    {
        var totals = sheet.Rows.Where(row => row.IsStructural).ToList();
        var amounts = Enumerable.Range(0, sheet.Columns).Where(column => !sheet.IsQuotient(column)).ToList();
        foreach (var over in amounts)
        {
            foreach (var under in amounts.Where(under => under != over))
            {
                yield return new Shape($"'{sheet.Heading(over)}' in per cent of '{sheet.Heading(under)}'", over, row => row.Cells[under]);
            }

            foreach (var total in totals)
            {
                yield return new Shape($"'{sheet.Heading(over)}' in per cent of '{total.Caption}'", over, _ => total.Cells[over]);
            }

            if (totals.Count > 1)
            {
                yield return new Shape($"'{sheet.Heading(over)}' in per cent of the total below", over, row => totals.Find(total => total.Index >= row.Index)?.Cells[over]);
            }
        }
    }

    // A total is 100 per cent of itself, whatever it says. One of many that says nil is left out; several are not reckoned.
    private static List<(SheetRow Row, decimal Digits)> Fits(Sheet sheet, int share, Shape shape)
    {
        var fits = sheet.Rows.Where(row => row.Cells[shape.Over] != shape.Under(row))
            .Select(row => (Row: row, Digits: Products.Fit(row.Cells[share], Products.PerCent, row.Cells[shape.Over], shape.Under(row)))).ToList();
        var left = fits.Where(fit => fit.Digits == 0 && IsLeftOut(fit.Row.Cells[share], fit.Row.Cells[shape.Over], shape.Under(fit.Row))).Select(fit => fit.Row).ToList();
        var mayTakeUp = fits.Count(fit => fit.Digits < 0) <= MostOfSlip;
        return [.. fits.Select(fit => left.Count == 1 && fits.Count >= FewestLines && fit.Row == left[0] ? (fit.Row, Digits: -1) : fit)
            .Where(fit => fit.Digits > 0 || (fit.Digits < 0 && !(mayTakeUp && TakesUpRounding(sheet, share, shape, fit.Row))))];
    }

    // Shares that do not come to their total when each is rounded by itself are made to: one of them is rounded the other way. What a line
    // that is further out should say counts.
    private static bool TakesUpRounding(Sheet sheet, int share, Shape shape, SheetRow row)
    {
        if (sheet.Rows.Skip(row.Index + 1).FirstOrDefault(other => other.IsStructural && other.Amount(share) is not null) is not { } total
            || row.Cells[share] is not { Width: var width and > 0 } || !IsNear(row))
        {
            return false;
        }

        var lines = sheet.Rows.Take(total.Index).Reverse().TakeWhile(other => !other.IsStructural).ToList();
        return lines.Contains(row) && lines.Sum(line => IsNear(line) ? line.Amount(share) ?? 0 : Rounded(line)) == total.Amount(share) && lines.Sum(Rounded) != total.Amount(share);

        decimal Exact(SheetRow line) => line.Amount(shape.Over) is { } over && shape.Under(line)?.Amount is { } under and not 0 ? Products.PerCent * over / under : 0;

        decimal Rounded(SheetRow line) => decimal.Round(Exact(line) / width, MidpointRounding.AwayFromZero) * width;

        bool IsNear(SheetRow line) => Math.Abs((line.Amount(share) ?? 0) - Exact(line)) < width;
    }

    private static bool IsLeftOut(PublishedFigure? share, PublishedFigure? over, PublishedFigure? under) => share is { Amount: 0 }
        && over?.Amount is { } dividend && under?.Amount is { } divisor and not 0 && Math.Abs(Products.PerCent * dividend / divisor) >= Math.Max(share.Width, LeastNotNil);

    /// <summary>What may be divided by what.</summary>
    private sealed record Shape(string Said, int Over, Func<SheetRow, PublishedFigure?> Under);
}

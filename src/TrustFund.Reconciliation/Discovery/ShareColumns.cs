using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Finds what a column of percentages is: one column over another, line by line, or a column over a total, its own or
/// that of its part of the table.
/// </summary>
internal static class ShareColumns
{
    private const int ToOneSlip = 4;

    internal static IEnumerable<Belief> Find(Sheet sheet)
    {
        var shapes = Shapes(sheet).ToList();
        foreach (var share in Enumerable.Range(0, sheet.Columns).Where(sheet.IsQuotient))
        {
            var best = shapes.Select(shape => (Shape: shape, Fits: Fits(sheet, share, shape)))
                .Where(found => found.Fits.Count(fit => fit.Digits > 0) >= Products.Fewest && found.Fits.Count(fit => fit.Digits < 0) * ToOneSlip <= found.Fits.Count)
                .OrderByDescending(found => found.Fits.Sum(fit => fit.Digits)).FirstOrDefault();
            if (best.Fits is null || best.Fits.Where(fit => fit.Digits > 0).Sum(fit => fit.Digits) < Products.Enough + Digits.Of(shapes.Count))
            {
                continue;
            }

            var holds = best.Fits.Count(fit => fit.Digits > 0);
            yield return new Belief(RelationKind.Share, Strength.Strong, FormattableString.Invariant($"it is {best.Shape.Said} in {holds} of {best.Fits.Count} lines"),
                [.. best.Fits.Select(fit => new BelievedSum(fit.Row.Cells[share]!, [(fit.Row.Cells[best.Shape.Over]!, 1), (best.Shape.Under(fit.Row)!, -1)]))])
            {
                Constant = Products.PerCent,
                Order = Digits.OfFactorial(holds),
            };
        }
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

    // A total is 100 per cent of itself, whatever it says.
    private static List<(SheetRow Row, decimal Digits)> Fits(Sheet sheet, int share, Shape shape) => [.. sheet.Rows
        .Where(row => row.Cells[shape.Over] != shape.Under(row))
        .Select(row => (Row: row, Digits: Products.Fit(row.Cells[share], Products.PerCent, row.Cells[shape.Over], shape.Under(row))))
        .Where(fit => fit.Digits != 0)];

    /// <summary>What may be divided by what.</summary>
    private sealed record Shape(string Said, int Over, Func<SheetRow, PublishedFigure?> Under);
}

using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Finds quotients and products: a line of percentages as one line over another, in all columns; a column of
/// percentages as one column over another, or over the total of its part; a column as the product of two others, as of an
/// amount and a rate of exchange, in all lines.
/// </summary>
internal static class Products
{
    internal const decimal PerCent = 100;
    private const int MostColumns = 16;
    private const int MostRows = 80;
    private const int ToOneSlip = 6;
    internal const int Fewest = 3;
    internal const decimal Enough = 4;

    internal static IEnumerable<Belief> Find(Sheet sheet) => Shares(sheet).Concat(ShareColumns.Find(sheet)).Concat(ProductColumns(sheet));

    private static IEnumerable<Belief> Shares(Sheet sheet)
    {
        foreach (var share in sheet.Rows.Where(row => row.IsShare && row.Index <= MostRows))
        {
            var best = Pairs(sheet.Rows.Where(row => !row.IsShare && row.Index < share.Index).ToList())
                .Select(pair => (pair.One, pair.Other, Fits: Enumerable.Range(0, sheet.Columns)
                    .Select(column => Fit(share.Cells[column], PerCent, pair.One.Cells[column], pair.Other.Cells[column])).ToList()))
                .Select(found => (found.One, found.Other, Holds: found.Fits.Count(fit => fit > 0), Fails: found.Fits.Count(fit => fit < 0), Digits: found.Fits.Where(fit => fit > 0).Sum()))
                .Where(found => found.Holds >= Fewest && found.Fails * 5 <= found.Holds)
                .OrderByDescending(found => found.Digits - found.Fails).ThenByDescending(found => found.One.Index + found.Other.Index).FirstOrDefault();
            if (best.One is null || best.Digits < Enough + (2 * Digits.Of(share.Index)))
            {
                continue;
            }

            yield return new Belief(RelationKind.Share, Strength.Strong, FormattableString.Invariant(
                $"it is '{best.One.Caption}' in per cent of '{best.Other.Caption}' in {best.Holds} of {best.Holds + best.Fails} columns"),
                [.. Enumerable.Range(0, sheet.Columns).Where(column => Fit(share.Cells[column], PerCent, best.One.Cells[column], best.Other.Cells[column]) != 0)
                    .Select(column => new BelievedSum(share.Cells[column]!, [(best.One.Cells[column]!, 1), (best.Other.Cells[column]!, -1)]))])
            { Constant = PerCent, Order = Enough };
        }
    }

    private static IEnumerable<Belief> ProductColumns(Sheet sheet)
    {
        if (sheet.Columns is < 3 or > MostColumns)
        {
            yield break;
        }

        for (var target = 0; target < sheet.Columns; target++)
        {
            for (var one = 0; one < sheet.Columns; one++)
            {
                for (var other = one + 1; other < sheet.Columns; other++)
                {
                    if (one == target || other == target)
                    {
                        continue;
                    }

                    var found = sheet.Rows.Select(row => (Row: row, Digits: Product(row.Cells[target], row.Cells[one], row.Cells[other]))).Where(row => row.Digits != 0).ToList();
                    var (holds, fails) = (found.Count(row => row.Digits > 0), found.Count(row => row.Digits < 0));
                    if (holds < Fewest || fails * ToOneSlip > holds || found.Where(row => row.Digits > 0).Sum(row => row.Digits) < Enough + (3 * Digits.Of(sheet.Columns)))
                    {
                        continue;
                    }

                    // Where a factor is nil or one, the product is plain and shows nothing; it is believed all the same, as the other lines show it.
                    var plain = sheet.Rows.Except(found.Select(row => row.Row)).Where(row => !row.IsStructural && row.Cells[target]?.Amount is not null && row.Cells[one]?.Amount is not null && row.Cells[other]?.Amount is not null).ToList();
                    var broken = plain.Where(row => !IsProduct(row.Cells[target]!, row.Cells[one]!, row.Cells[other]!)).ToList();
                    var believed = (broken.Count + fails) * ToOneSlip <= holds ? plain : plain.Except(broken).ToList();
                    (holds, fails) = (holds + plain.Count - broken.Count, believed.Count == plain.Count ? fails + broken.Count : fails);
                    yield return new Belief(RelationKind.Product, Strength.Strong, FormattableString.Invariant(
                        $"'{sheet.Heading(target)}' is '{sheet.Heading(one)}' times '{sheet.Heading(other)}' in {holds} of {holds + fails} lines"),
                        [.. found.Select(row => row.Row).Concat(believed).OrderBy(row => row.Index).Select(row => new BelievedSum(row.Cells[target]!, [(row.Cells[one]!, 1), (row.Cells[other]!, 1)]))])
                    { Constant = 1, Order = Enough };
                }
            }
        }
    }

    private static IEnumerable<(SheetRow One, SheetRow Other)> Pairs(List<SheetRow> rows) =>
        from one in rows from other in rows where one != other select (one, other);

    // Digits of surprise where it holds, -1 where it does not, 0 where it cannot be told.
    internal static decimal Fit(PublishedFigure? target, decimal factor, PublishedFigure? over, PublishedFigure? under)
    {
        if (target is not { State: FigureState.Amount, Amount: not 0 } || over?.Amount is not { } dividend || under?.Amount is not (not null and not 0))
        {
            return 0;
        }

        var width = target.Width;
        var computed = factor * dividend / under.Amount.Value;
        return Math.Abs(computed - target.Amount!.Value) * 2 <= width * 1.01m ? Digits.Of(PerCent / Math.Max(width, 0.0001m)) : -1;
    }

    private static decimal Product(PublishedFigure? target, PublishedFigure? one, PublishedFigure? other)
    {
        if (target is not { State: FigureState.Amount, Amount: not 0 } || one is not { State: FigureState.Amount, Amount: not (0 or 1) } || other is not { State: FigureState.Amount, Amount: not (0 or 1) }
            || Math.Abs(one.Amount!.Value) > Limit || Math.Abs(other.Amount!.Value) > Limit)
        {
            return 0;
        }

        return IsProduct(target, one, other) ? Digits.Of(Math.Abs(target.Amount!.Value) / Math.Max(Reach(target, one, other), 0.00000001m)) : -1;
    }

    private static bool IsProduct(PublishedFigure target, PublishedFigure one, PublishedFigure other) => Math.Abs(one.Amount!.Value) <= Limit && Math.Abs(other.Amount!.Value) <= Limit
        && Math.Abs((one.Amount.Value * other.Amount.Value) - target.Amount!.Value) <= Reach(target, one, other);

    private static decimal Reach(PublishedFigure target, PublishedFigure one, PublishedFigure other) =>
        (Half(one) * Math.Abs(other.Amount!.Value)) + (Half(other) * Math.Abs(one.Amount!.Value)) + Half(target);

    private const decimal Limit = 100_000_000_000_000m;

    private static decimal Half(PublishedFigure figure) => figure.Width / 2;
}

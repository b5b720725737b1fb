using System.Globalization;
using System.Text.RegularExpressions;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Finds lines whose caption states at what rate they are reckoned, as an overhead of 13 per cent: the rate times a line
/// above, or times several of them.
/// </summary>
internal static partial class StatedRates
{
    private const decimal PerCent = 100;
    private const decimal Enough = 2;
    private const int MostParts = 12;

    /// <summary>Whether a caption speaks of a share or rate and states none: the line prints quotients then.</summary>
    internal static bool SaysShare(string caption) => AccountingWords.Says(Rate().Replace(caption, ""), WordKind.Share) && !AccountingWords.Says(caption, WordKind.RateAmount);

    /// <summary>Finds what is believed of the lines of a table.</summary>
    /// <param name="sheet">The table.</param>
    /// <param name="computed">Columns that are sums of others: what is rounded in these is not reckoned anew in them.</param>
    internal static IEnumerable<Belief> Find(Sheet sheet, IReadOnlySet<int> computed)
    {
        foreach (var row in sheet.Rows.Where(row => !row.IsShare && row.Cells.Any(cell => cell?.Amount is not (null or 0))))
        {
            if (RateOf(row.Caption) is { } rate && Base(sheet, row, rate, computed) is { } found)
            {
                yield return found;
            }
        }
    }

    // The nearest line above of which it is so much, in all columns that print both but for a slip.
    private static Belief? Base(Sheet sheet, SheetRow row, decimal rate, IReadOnlySet<int> computed)
    {
        for (var index = row.Index - 1; index >= 0; index--)
        {
            var over = sheet.Rows[index];
            var fits = Enumerable.Range(0, sheet.Columns).Where(column => !sheet.IsQuotient(column) && !computed.Contains(column)).Select(column => (Column: column, Digits: Fit(row.Cells[column], over.Cells[column], rate))).Where(fit => fit.Digits != 0).ToList();
            if (Enumerable.Range(0, sheet.Columns).Any(column => !sheet.IsQuotient(column) && IsNearly(row.Cells[column], over.Cells[column], rate)))
            {
                continue;
            }

            var (holds, fails) = (fits.Count(fit => fit.Digits > 0), fits.Count(fit => fit.Digits < 0));
            if (!over.IsShare && fails <= 1 && fails < holds && fits.Where(fit => fit.Digits > 0).Select(fit => fit.Digits).DefaultIfEmpty().Max() >= Enough)
            {
                return new Belief(RelationKind.Rate, Strength.Strong, string.Create(CultureInfo.InvariantCulture, $"its caption states {rate * PerCent:0.###} per cent, and it is so much of '{over.Caption}' in {holds} of {fits.Count} columns"),
                    [.. fits.Select(fit => new BelievedSum(row.Cells[fit.Column]!, [(over.Cells[fit.Column]!, rate)]))])
                {
                    Order = Digits.Of(Math.Max(1, sheet.Rows.Count)),
                    Held = holds,
                };
            }
        }

        return null;
    }

    private static decimal Fit(PublishedFigure? target, PublishedFigure? over, decimal rate)
    {
        if (target is not { State: FigureState.Amount, Amount: not 0 } || over is not { State: FigureState.Amount, Amount: not 0 })
        {
            return 0;
        }

        return Residual(target, over, rate) <= Reach(target, over, rate) ? Digits.Of(Math.Abs(target.Amount!.Value) / Math.Max(2 * Reach(target, over, rate), 0.00000001m)) : -1;
    }

    // Out by a little more than rounding explains, it was reckoned from parts that had been rounded, and not like this.
    private static bool IsNearly(PublishedFigure? target, PublishedFigure? over, decimal rate) => target is { State: FigureState.Amount } && over is { State: FigureState.Amount }
        && Residual(target, over, rate) > Reach(target, over, rate) && Residual(target, over, rate) <= MostParts * Reach(target, over, rate);

    private static decimal Residual(PublishedFigure target, PublishedFigure over, decimal rate) => Math.Abs((rate * over.Amount!.Value) - target.Amount!.Value);

    private static decimal Reach(PublishedFigure target, PublishedFigure over, decimal rate) => (target.Width + (rate * over.Width)) / 2 * 1.01m;

    private static decimal? RateOf(string caption) => Rate().Match(caption) is { Success: true } match
        && decimal.TryParse(match.Groups["rate"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and < PerCent
        ? rate / PerCent
        : null;

    [GeneratedRegex(@"(?<![0-9.,])(?<rate>[0-9]{1,2}(?:[.,][0-9]{1,3})?)\s*(?:%|per cent\b|percent\b|pour cent\b|por ciento\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rate();
}

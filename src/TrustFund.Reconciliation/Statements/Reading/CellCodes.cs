using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// The numbers of budget lines (<c>1200</c> above <c>Consultants</c>), where each cell stands on a line of its own: they stand right
/// before captions, and no amount is printed as they are.
/// </summary>
internal static partial class CellCodes
{
    private const int FewestCodes = 3;

    /// <summary>Which of the cells are numbers of the captions right behind them.</summary>
    /// <param name="cells">The cells of a document in order, empty ones left out.</param>
    internal static HashSet<int> In(IReadOnlyList<TextCell> cells)
    {
        var numbers = Enumerable.Range(0, cells.Count).Where(at => Number().IsMatch(cells[at].Text)).ToList();
        var codes = numbers.FindAll(at => at + 1 < cells.Count && !cells[at + 1].IsAmountLike);
        var isOnly = codes.Count(at => IsLong(cells[at])) >= FewestCodes && !numbers.Exists(at => IsLong(cells[at]) && !codes.Contains(at) && !PrintedAmount.IsYear(cells[at].Text));
        return isOnly ? [.. codes] : [];
    }

    private static bool IsLong(TextCell cell) => cell.Text.Length > 2;

    [GeneratedRegex(@"^[1-9][0-9]{1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

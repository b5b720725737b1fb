using System.Globalization;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Tells the line that numbers the columns of a table (<c>1 2 3 4</c>) from amounts: nothing stands in it but integers that
/// count on, from the column of the captions or from the first of the amounts, and from there again where columns come in halves;
/// a heading may stand before many of them.
/// </summary>
internal static class ColumnNumbers
{
    private const int Fewest = 3;
    private const int FewestBehindWords = 6;
    private const int MostDigits = 2;

    /// <summary>Whether a line does no more than number columns.</summary>
    internal static bool Are(TextRow row)
    {
        if (row.Filled.Length < Fewest)
        {
            return false;
        }

        var numbers = Array.ConvertAll(row.Filled, Number);
        if (numbers.Length > FewestBehindWords && numbers[0] == 0 && numbers[1] > 0)
        {
            return numbers.Skip(1).Zip(numbers.Skip(2)).All(pair => pair.Second == pair.First + 1);
        }

        if (Array.Exists(numbers, number => number == 0) || numbers[0] > 2)
        {
            return false;
        }

        // Where a table goes on from another page, its captions are column 1 again and its amounts are numbered on.
        var steps = numbers.Zip(numbers.Skip(1)).Skip(1).Count(pair => pair.Second != pair.First + 1 && !(pair.Second <= 2 && pair.First > 2));
        return steps == 0 && (numbers[1] == numbers[0] + 1 || (numbers[0] == 1 && numbers.Length > Fewest));
    }

    // 0 for anything else.
    private static int Number(TextCell cell)
    {
        var text = cell.Text is ['(', .. var inside, ')'] ? inside : cell.Text;
        return text.Length <= MostDigits && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}

using System.Globalization;
using System.Text;

namespace TrustFund.Benchmarks;

/// <summary>
/// A statement as text: donors by months with row and column totals, columns set apart by blanks, every figure rounded
/// to whole dollars on its own; and the relations file that says so. The same from the same numbers.
/// </summary>
internal static class GeneratedTable
{
    private const int CaptionWidth = 24;
    private const int FigureWidth = 16;

    internal static void Write(int rows, int columns, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "table.txt"), Text(rows, columns));
        File.WriteAllText(Path.Combine(folder, "table.relations.json"), Relations(rows, columns));
    }

    /// <summary>The document.</summary>
    /// <param name="rows">How many donors.</param>
    /// <param name="columns">How many months.</param>
    /// <param name="slip">By how much the total of the first month is out.</param>
    internal static string Text(int rows, int columns, decimal slip = 0)
    {
        var cents = new Random(7);
        var totals = new decimal[columns + 1];
        var text = new StringBuilder("Contributions by donor and month\n(in dollars)\n\n");
        Append(text, "Donor", [.. Enumerable.Range(1, columns).Select(month => FormattableString.Invariant($"Month {month}")), "Total"]);
        for (var row = 1; row <= rows; row++)
        {
            decimal[] amounts = [.. Enumerable.Range(0, columns).Select(_ => cents.Next(100, 100_000_000) / 100m)];
            amounts = [.. amounts, amounts.Sum()];
            for (var column = 0; column <= columns; column++)
            {
                totals[column] += amounts[column];
            }

            Append(text, FormattableString.Invariant($"Donor {row}"), amounts.Select(Printed));
        }

        totals[0] += slip;
        Append(text, "Total", totals.Select(Printed));
        return text.ToString();
    }

    internal static string Relations(int rows, int columns) => FormattableString.Invariant($$$"""
        {
          "format": "trustfund.relations/1",
          "rounding": "half-away-from-zero",
          "relations": [
            {"id": "row", "kind": "row-identity", "target": "Total", "add": {"name": "Month 1", "through": "Month {{{columns}}}"}},
            {"id": "column", "kind": "total", "target": "Total", "add": {"line": "Donor 1", "through": "Donor {{{rows}}}"}}
          ]
        }

        """);

    private static string Printed(decimal amount) =>
        decimal.Round(amount, 0, MidpointRounding.AwayFromZero).ToString("#,0", CultureInfo.InvariantCulture);

    private static void Append(StringBuilder text, string caption, IEnumerable<string> cells) =>
        text.Append(caption.PadRight(CaptionWidth)).AppendJoin("", cells.Select(cell => cell.PadLeft(FigureWidth))).Append('\n');
}

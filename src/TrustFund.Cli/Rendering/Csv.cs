using System.Globalization;
using TrustFund.Interchange;

namespace TrustFund.Cli.Rendering;

/// <summary>Writes CSV: RFC 4180, LF line ends, UTF-8. Texts that a spreadsheet would run as a formula are defused; numbers stay numbers.</summary>
internal static class Csv
{
    internal static string Row(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\n";

    private static string Cell(string? text) => IsNumber(text) ? text! : SpreadsheetText.Cell(text);

    private static bool IsNumber(string? text) => decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
        && !text!.StartsWith('+');
}

using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace TrustFund.Interchange;

/// <summary>Reads the cells of CSV books; what cannot be read becomes a problem and gives null.</summary>
internal static partial class Cells
{
    internal static Code<TNoun>? Code<TNoun>(this CsvRow row, string column)
    {
        var text = row[column];
        if (TrustFund.Code<TNoun>.Fault(text) is not { } fault)
        {
            return new Code<TNoun>(text);
        }

        row.Problem(column, text.Length == 0 ? "an empty cell" : $"'{Shown(text)}': {fault}", "a code of 1 to 64 characters", $"Give the {column} a code.");
        return null;
    }

    internal static LocalDate? Date(this CsvRow row, string column)
    {
        var text = row[column];
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } date)
        {
            return date.Value;
        }

        row.Problem(column, text.Length == 0 ? "an empty cell" : $"'{Shown(text)}'", "a date as 2016-12-31", "Write year, month and day in this order, a day that exists.");
        return null;
    }

    /// <summary>A date that may be left out. False where there is one that cannot be read.</summary>
    internal static bool TryOptionalDate(this CsvRow row, string column, out LocalDate? date)
    {
        date = row[column].Length == 0 ? null : row.Date(column);
        return row[column].Length == 0 || date is not null;
    }

    /// <summary>A period that may be left out. False where there is one that cannot be read.</summary>
    internal static bool TryOptionalPeriod(this CsvRow row, string column, out ReportingPeriod? period)
    {
        period = null;
        if (row[column].Length == 0)
        {
            return true;
        }

        if (ReportingPeriod.TryParse(row[column], out var read))
        {
            period = read;
            return true;
        }

        row.Problem(column, $"'{Shown(row[column])}'", "a period as 2016, 2016-06 or 2015-07-01..2016-06-30", "Write the period in one of these forms.");
        return false;
    }

    internal static TrustFund.Currency? Currency(this CsvRow row, string column)
    {
        if (TrustFund.Currency.TryParse(row[column], out var currency))
        {
            return currency;
        }

        row.Problem(column, row[column].Length == 0 ? "an empty cell" : $"'{Shown(row[column])}'", "a currency code of ISO 4217 as USD", "Write the three capital letters of the currency.");
        return null;
    }

    /// <summary>An amount of a currency: digits and a decimal point, with a minus only where <paramref name="signed"/>.</summary>
    internal static Money? Amount(this CsvRow row, string column, TrustFund.Currency currency, bool signed = false)
    {
        var text = row[column];
        if (row.Number(column, "an amount with a decimal point and no thousands separator, as 1304208.33", signed) is not { } amount)
        {
            return null;
        }

        try
        {
            return Money.Of(amount, currency);
        }
        catch (ArgumentException)
        {
            row.Problem(column, $"'{Shown(text)}'", FormattableString.Invariant($"at most {currency.MinorDigits} decimals in {currency.Code}"), "Round the amount where it arose; the books do not.");
        }
        catch (OverflowException)
        {
            row.Problem(column, $"'{Shown(text)}'", "an amount that 64 bits of minor units hold", "Look for a digit too many.");
        }

        return null;
    }

    internal static decimal? Number(this CsvRow row, string column, string expected, bool signed = false)
    {
        var text = row[column];
        if ((signed ? SignedNumber() : PlainNumber()).IsMatch(text)
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var remedy = text.StartsWith('-') && !signed ? "A negative debit is a credit: write it in the other column."
            : text.Contains(',', StringComparison.Ordinal) ? "Remove the thousands separators, and write a point before the decimals."
            : "Write digits, and a point before the decimals.";
        row.Problem(column, $"'{Shown(text)}'", expected, remedy);
        return null;
    }

    /// <summary>A text shortened to what a message can show.</summary>
    internal static string Shown(string text)
    {
        var visible = string.Concat(text.Take(40).Select(character => char.IsControl(character) ? '?' : character));
        return text.Length > 40 ? visible + "…" : visible;
    }

    [GeneratedRegex(@"^\d{1,25}(\.\d{1,12})?$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"^-?\d{1,25}(\.\d{1,12})?$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex SignedNumber();
}

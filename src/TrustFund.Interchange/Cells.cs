using System.Globalization;
using NodaTime;

namespace TrustFund.Interchange;

/// <summary>Reads the cells of CSV books; what cannot be read becomes a problem and gives null.</summary>
internal static class Cells
{
    private const string Amount = "an amount with a decimal point and no thousands separator, as 1304208.33";

    private const string Rate = "a rate above zero with a decimal point, as 1.0625";

    // What a message shows of a cell.
    private const int ShownLength = 40;

    internal static Code<TNoun>? Code<TNoun>(this CsvRow row, int column)
    {
        var text = row.Cell(column).ToString();
        if (text.Length == 0)
        {
            row.Problem(column, CellComplaints.NoCode, Noun<TNoun>());
            return null;
        }

        if (TrustFund.Code<TNoun>.Fault(text) is { } fault)
        {
            row.Problem(column, CellComplaints.NotACode, Shown(text), fault, Noun<TNoun>());
            return null;
        }

        return new Code<TNoun>(text);
    }

    /// <summary>A code that may be left out. False where there is one that cannot be read.</summary>
    internal static bool TryOptionalCode<TNoun>(this CsvRow row, int column, out Code<TNoun>? code)
    {
        var isStated = row.Cell(column).Length > 0;
        code = isStated ? row.Code<TNoun>(column) : null;
        return !isStated || code is not null;
    }

    internal static LocalDate? Date(this CsvRow row, int column)
    {
        var text = row.Cell(column);
        if (IsoDate.TryRead(text, out var date))
        {
            return date;
        }

        row.Problem(column, text.Length == 0 ? CellComplaints.NoDate : CellComplaints.NotADate, Shown(text));
        return null;
    }

    /// <summary>A posting date: one that is in an accounting year.</summary>
    internal static LocalDate? PostingDate(this CsvRow row, int column)
    {
        var date = row.Date(column);
        if (date is not { } day || AccountingYear.Has(day))
        {
            return date;
        }

        row.Problem(column, CellComplaints.NotAPostingDate, Shown(row.Cell(column)));
        return null;
    }

    /// <summary>A date that may be left out. False where there is one that cannot be read.</summary>
    internal static bool TryOptionalDate(this CsvRow row, int column, out LocalDate? date)
    {
        var isStated = row.Cell(column).Length > 0;
        date = isStated ? row.Date(column) : null;
        return !isStated || date is not null;
    }

    /// <summary>A period that may be left out. False where there is one that cannot be read.</summary>
    internal static bool TryOptionalPeriod(this CsvRow row, int column, out ReportingPeriod? period)
    {
        var text = row.Cell(column);
        period = text.Length > 0 && ReportingPeriod.TryParse(text.ToString(), out var read) ? read : null;
        if (text.Length == 0 || period is not null)
        {
            return true;
        }

        row.Problem(column, CellComplaints.NotAPeriod, Shown(text));
        return false;
    }

    internal static Currency? Currency(this CsvRow row, int column)
    {
        var text = row.Cell(column).ToString();
        if (TrustFund.Currency.TryParse(text, out var currency))
        {
            return currency;
        }

        row.Problem(column, text.Length == 0 ? CellComplaints.NoCurrency : CellComplaints.NotACurrency, Shown(text));
        return null;
    }

    /// <summary>An amount of a currency, nil or above, with no more decimals than the currency has.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">Its column.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="negative">What to say of an amount with a sign.</param>
    internal static Money? Money(this CsvRow row, int column, Currency currency, Complaint negative)
    {
        var text = row.Cell(column);
        var number = new NumberText(text);
        if (number.Form is NumberForm.None or NumberForm.Separated or NumberForm.Negative)
        {
            row.Problem(column, ComplaintOf(number.Form, negative), Shown(text), Amount);
            return null;
        }

        if (number.Decimals > currency.MinorDigits)
        {
            row.Problem(column, CellComplaints.TooManyDecimals, Shown(text),
                currency.MinorDigits.ToString(CultureInfo.InvariantCulture), currency.Code);
            return null;
        }

        if (number.MinorUnits(currency) is { } minorUnits)
        {
            return new Money(minorUnits, currency);
        }

        row.Problem(column, CellComplaints.TooLarge, Shown(text));
        return null;
    }

    internal static decimal? RateAboveZero(this CsvRow row, int column)
    {
        var text = row.Cell(column);
        var number = new NumberText(text);
        if (number.Form != NumberForm.Plain)
        {
            row.Problem(column,
                number.Form == NumberForm.TooLong ? CellComplaints.RateTooLong : ComplaintOf(number.Form, CellComplaints.NegativeRate),
                Shown(text), Rate);
            return null;
        }

        if (number.Value == 0)
        {
            row.Problem(column, CellComplaints.ZeroRate);
            return null;
        }

        return number.Value;
    }

    /// <summary>A text shortened to what a message can show, without what would break the message.</summary>
    internal static string Shown(ReadOnlySpan<char> text)
    {
        var end = text.Length <= ShownLength ? text.Length
            : char.IsHighSurrogate(text[ShownLength - 1]) ? ShownLength - 1
            : ShownLength;
        var visible = string.Concat(text[..end].ToString().Select(character => char.IsControl(character) ? '?' : character));
        return end < text.Length ? visible + "…" : visible;
    }

    private static Complaint ComplaintOf(NumberForm form, Complaint negative) => form switch
    {
        NumberForm.Negative => negative,
        NumberForm.Separated => CellComplaints.Separators,
        _ => CellComplaints.NotANumber,
    };

    private static string Noun<TNoun>() => typeof(TNoun) == typeof(JournalEntry) ? "entry"
        : typeof(TNoun) == typeof(ContributionAgreement) ? "agreement"
        : typeof(TNoun).Name.ToLowerInvariant();
}

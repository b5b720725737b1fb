using System.Globalization;

namespace TrustFund.Interchange;

/// <summary>Reads a trial balance extract: first how the file writes amounts, then its rows, then whether it balances.</summary>
internal sealed class ExtractReader
{
    private readonly ExtractColumns _columns = new();
    private readonly CsvTable _table;
    private AmountNotation? _notation;
    private bool _hasFunds;

    internal ExtractReader(string path) => _table = new CsvTable(path, delimiter: null);

    internal TrialBalanceExtract Read()
    {
        var read = _table.Rows(_columns.Take).Where(row => row.Fault == CsvRowFault.None).ToList();
        if (read.Count == 0 && _table.Problems.IsEmpty)
        {
            _table.Problem(new TextPlace(_table.HeaderLine, 1), ExtractComplaints.NoRows);
        }

        _notation = NotationOf(read);
        _hasFunds = read.Exists(row => Cell(row, ExtractColumns.Fund) is not null);
        var rows = read.Select(RowOf).OfType<ExtractRow>().ToList();
        if (_table.Problems.IsEmpty)
        {
            CheckFunds(rows);
        }

        return new TrialBalanceExtract(
            rows.AsReadOnly(),
            read.Exists(row => Cell(row, ExtractColumns.Illustrative) == "yes"),
            _table.Hash ?? default,
            _table.Problems.InOrder());
    }

    private string? Cell(CsvRow row, string column) =>
        _columns.HeadingOf(column) is { } heading && row[heading] is { Length: > 0 } text ? text : null;

    private void Problem(CsvRow row, string column, Complaint complaint, params string[] particulars) =>
        row.Problem(_columns.HeadingOf(column)!, complaint, particulars);

    private AmountNotation? NotationOf(List<CsvRow> rows)
    {
        (CsvRow Row, string Column, string Digits)? point = null, comma = null, either = null;
        foreach (var row in rows)
        {
            foreach (var column in _columns.Amounts)
            {
                if (AmountText.Of(Cell(row, column) ?? "") is { } amount)
                {
                    var cell = (row, column, amount.Digits);
                    _ = AmountNotation.EvidenceOf(amount.Digits) switch
                    {
                        DecimalMarkEvidence.Point => point ??= cell,
                        DecimalMarkEvidence.Comma => comma ??= cell,
                        DecimalMarkEvidence.Either => either ??= cell,
                        _ => cell,
                    };
                }
            }
        }

        if (point is { } aPoint && comma is { } aComma)
        {
            var isCommaLater = aComma.Row.Line >= aPoint.Row.Line;
            var (earlier, later) = isCommaLater ? (aPoint, aComma) : (aComma, aPoint);
            Problem(later.Row, later.Column, ExtractComplaints.TwoNotations,
                Shown(later), isCommaLater ? "comma" : "point", Number(earlier.Row.Line), Shown(earlier));
            return null;
        }

        if (either is { } ambiguous && point is null && comma is null)
        {
            var isComma = ambiguous.Digits.Contains(',', StringComparison.Ordinal);
            Problem(ambiguous.Row, ambiguous.Column, ExtractComplaints.Ambiguous,
                Shown(ambiguous),
                string.Concat(ambiguous.Digits.Where(char.IsAsciiDigit)),
                ambiguous.Digits.Replace(',', '.'),
                isComma ? "comma" : "point");
            return null;
        }

        return new AmountNotation(comma is null ? '.' : ',');
    }

    private ExtractRow? RowOf(CsvRow row)
    {
        var faults = 0;
        void Fault(string column, Complaint complaint, params string[] particulars)
        {
            faults++;
            Problem(row, column, complaint, particulars);
        }

        var account = Cell(row, ExtractColumns.Account);
        if (account is null)
        {
            Fault(ExtractColumns.Account, ExtractComplaints.NoAccount);
        }

        var fund = Cell(row, ExtractColumns.Fund);
        if (fund is null && _hasFunds)
        {
            Fault(ExtractColumns.Fund, ExtractComplaints.NoFund);
        }

        if (Cell(row, ExtractColumns.Illustrative) is not (null or "yes" or "no"))
        {
            Fault(ExtractColumns.Illustrative, ExtractComplaints.NotYesOrNo, Cells.Shown(Cell(row, ExtractColumns.Illustrative)!));
        }

        Currency? currency = null;
        if (Cell(row, ExtractColumns.Currency) is not null)
        {
            currency = row.Currency(row.At(_columns.HeadingOf(ExtractColumns.Currency)!));
            faults += currency is null ? 1 : 0;
        }

        var amounts = _columns.Amounts.Select(column => Amount(row, column, currency)).ToList();
        if (amounts.Contains(null) || faults > 0)
        {
            return null;
        }

        if (amounts.Count == 2 && amounts.TrueForAll(amount => amount != 0))
        {
            Fault(ExtractColumns.Debit, ExtractComplaints.BothSides);
            return null;
        }

        return new ExtractRow(
            account!, Cell(row, ExtractColumns.Name), fund, Cell(row, ExtractColumns.DonorName) ?? Cell(row, ExtractColumns.Donor),
            amounts[0]!.Value - (amounts.Count == 2 ? amounts[1]!.Value : 0), new TextPlace(row.Line, 1), currency);
    }

    private decimal? Amount(CsvRow row, string column, Currency? currency)
    {
        if (Cell(row, column) is not { } text)
        {
            // Of a debit and a credit one is empty, or both where the balance is nil.
            if (column != ExtractColumns.Balance)
            {
                return 0;
            }

            Problem(row, column, ExtractComplaints.NoAmount);
            return null;
        }

        var amount = AmountText.Of(text);
        var side = column == ExtractColumns.Credit ? Side.Credit : Side.Debit;
        if (amount is null || (_notation is { } notation && notation.Read(amount.Digits) is null))
        {
            Problem(row, column, ExtractComplaints.NotAnAmount, Cells.Shown(text), _notation?.Expected ?? "an amount");
            return null;
        }

        if (amount.Side is not null && column != ExtractColumns.Balance && amount.Side != side)
        {
            Problem(row, column, ExtractComplaints.OtherSide, Cells.Shown(text), column);
            return null;
        }

        if (_notation?.Read(amount.Digits) is not { } magnitude)
        {
            return null;
        }

        if (currency is { } known && magnitude.Scale > known.MinorDigits)
        {
            Problem(row, column, ExtractComplaints.TooManyDecimals, Cells.Shown(text), Number(known.MinorDigits), known.Code);
            return null;
        }

        var isNegative = amount.IsNegative || (column == ExtractColumns.Balance && amount.Side == Side.Credit);
        return isNegative ? -magnitude : magnitude;
    }

    private void CheckFunds(List<ExtractRow> rows)
    {
        foreach (var fund in rows.GroupBy(row => row.Fund))
        {
            var first = fund.FirstOrDefault(row => row.Currency is not null);
            var other = fund.FirstOrDefault(row => row.Currency is not null && row.Currency != first!.Currency);
            var difference = fund.Sum(row => row.Balance);
            if (other is not null)
            {
                _table.Problem(other.Place with { Column = _table.IndexOf(_columns.HeadingOf(ExtractColumns.Currency)!) + 1 },
                    ExtractComplaints.TwoCurrencies, $"{other.Currency}", Number(first!.Place.Line), $"{first.Currency}",
                    fund.Key is null ? "" : $" in fund {Cells.Shown(fund.Key)}");
            }
            else if (difference != 0)
            {
                _table.Problem(fund.First().Place, ExtractComplaints.Unbalanced,
                    difference > 0 ? "debits" : "credits",
                    Math.Abs(difference).ToString(CultureInfo.InvariantCulture),
                    fund.Key is null ? "" : $" in fund {Cells.Shown(fund.Key)}");
            }
        }
    }

    private string Shown((CsvRow Row, string Column, string Digits) cell) => Cells.Shown(Cell(cell.Row, cell.Column)!);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

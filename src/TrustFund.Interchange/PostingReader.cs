using System.Globalization;

namespace TrustFund.Interchange;

/// <summary>Reads the posting of a row of <c>journal.csv</c>.</summary>
internal sealed class PostingReader(
    JournalColumns columns, Register<Account> accounts, Register<Fund> funds, Register<Donor> donors)
{
    /// <summary>The posting; null where something is wrong with the row, reported here or before.</summary>
    internal Posting? Read(CsvRow row)
    {
        if (row.Fault != CsvRowFault.None)
        {
            return null;
        }

        var hasDonor = row.Cell(columns.Donor).Length > 0;
        var account = Find(row, columns.Account, "account", accounts);
        var fund = Find(row, columns.Fund, "fund", funds);
        var donor = hasDonor ? Find(row, columns.Donor, "donor", donors) : null;
        var amount = CurrencyOf(row, fund) is { } currency && IsOf(fund, row, currency) ? Signed(row, currency) : null;
        var areDetails = row.TryOptionalDate(columns.DueDate, out var dueDate)
            & row.TryOptionalCode<ContributionAgreement>(columns.Agreement, out var agreement)
            & row.TryOptionalCode<Project>(columns.Project, out var project)
            & row.TryOptionalCode<Counterparty>(columns.Counterparty, out var counterparty)
            & TryTransaction(row, fund, amount, out var transaction);
        if (account is null || fund is null || (hasDonor && donor is null) || amount is not { } money || !areDetails)
        {
            return null;
        }

        if (money.IsZero && transaction is null)
        {
            row.Problem(SideOf(row), JournalComplaints.Nil, row.Cell(SideOf(row)).ToString());
            return null;
        }

        return new Posting(
            account, fund, money, donor,
            agreement is null ? null : new ContributionAgreement(agreement.Value),
            project is null ? null : new Project(project.Value),
            counterparty is null ? null : new Counterparty(counterparty.Value),
            dueDate, transaction);
    }

    /// <summary>Whether a row names a voucher and posts nothing.</summary>
    internal bool IsVoucherAlone(CsvRow row) =>
        row.Cell(columns.Voucher).Length > 0
        && Stated(row, columns.Account) + Stated(row, columns.Fund) + Stated(row, columns.Donor)
            + Stated(row, columns.Debit) + Stated(row, columns.Credit) + Stated(row, columns.Currency) == 0;

    private static TItem? Find<TItem>(CsvRow row, int column, string noun, Register<TItem> register)
        where TItem : class
    {
        var code = row.Cell(column);
        if (code.Length == 0)
        {
            row.Problem(column, JournalComplaints.NoReference, noun, $"{(noun == "account" ? "an" : "a")} {noun}");
            return null;
        }

        if (!register.TryFind(code, out var item) && register.IsMissing(code.ToString()))
        {
            row.Problem(column, JournalComplaints.UnknownReference, noun, Cells.Shown(code), register.File);
        }

        return item;
    }

    // Nearly always the fund's own, which is then not looked up.
    private Currency? CurrencyOf(CsvRow row, Fund? fund) =>
        fund is not null && row.Cell(columns.Currency).SequenceEqual(fund.Currency.Code) ? fund.Currency : row.Currency(columns.Currency);

    private bool IsOf(Fund? fund, CsvRow row, Currency currency)
    {
        if (fund is null || fund.Currency == currency)
        {
            return true;
        }

        row.Problem(columns.Currency, JournalComplaints.OtherCurrency, currency.Code, fund.Currency.Code, fund.Code.Text);
        return false;
    }

    private int SideOf(CsvRow row) => row.Cell(columns.Debit).Length > 0 ? columns.Debit : columns.Credit;

    private Money? Signed(CsvRow row, Currency currency)
    {
        var (hasDebit, hasCredit) = (row.Cell(columns.Debit).Length > 0, row.Cell(columns.Credit).Length > 0);
        if (hasDebit == hasCredit)
        {
            row.Problem(columns.Debit, hasDebit ? JournalComplaints.BothSides : JournalComplaints.NoSide);
            return null;
        }

        var amount = row.Money(SideOf(row), currency, CellComplaints.NegativeAmount);
        return hasDebit ? amount : -amount;
    }

    private bool TryTransaction(CsvRow row, Fund? fund, Money? amount, out TransactionAmount? transaction)
    {
        transaction = null;
        var (amountAt, currencyAt, rateAt) = (columns.Transaction[0].At, columns.Transaction[1].At, columns.Transaction[2].At);
        var count = Stated(row, amountAt) + Stated(row, currencyAt) + Stated(row, rateAt);
        if (count == 0)
        {
            return true;
        }

        if (count < columns.Transaction.Length)
        {
            var stated = columns.Transaction.Where(column => Stated(row, column.At) > 0).ToList();
            row.Problem(stated[0].At, JournalComplaints.TransactionInPart, string.Join(" and ", stated.Select(column => column.Name)));
            return false;
        }

        var magnitude = row.Currency(currencyAt) is { } currency
            ? row.Money(amountAt, currency, CellComplaints.NegativeTransactionAmount)
            : null;
        var rate = row.RateAboveZero(rateAt);
        if (magnitude is not { } money || rate is null)
        {
            return false;
        }

        if (money.IsZero)
        {
            row.Problem(amountAt, JournalComplaints.TransactionNil, row["transaction_amount"]);
            return false;
        }

        if (money.Currency == fund?.Currency)
        {
            row.Problem(currencyAt, JournalComplaints.TransactionInOwnCurrency, money.Currency.Code);
            return false;
        }

        // It is written without a sign and stands on the posting's side, also where that amount is nil.
        transaction = new TransactionAmount(SideOf(row) == columns.Debit ? money : -money, rate.Value);
        return amount is null || fund is null || Carries(row, transaction, amount.Value);
    }

    private static int Stated(CsvRow row, int column) => row.Cell(column).Length > 0 ? 1 : 0;

    private bool Carries(CsvRow row, TransactionAmount transaction, Money amount)
    {
        string product;
        try
        {
            if (transaction.AgreesWith(amount))
            {
                return true;
            }

            product = (Math.Abs(transaction.Amount.Amount) * transaction.Rate).ToString(CultureInfo.InvariantCulture) + " " + amount.Currency;
        }
        catch (OverflowException)
        {
            product = "more than any amount";
        }

        row.Problem("transaction_amount", JournalComplaints.RateDoesNotCarry,
            $"{row["transaction_amount"]} {transaction.Amount.Currency}", row["rate"], product, $"{row.Cell(SideOf(row))} {amount.Currency}");
        return false;
    }
}

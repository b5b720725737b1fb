using System.Globalization;

namespace TrustFund.Interchange;

/// <summary>Reads the posting of a row of <c>journal.csv</c>.</summary>
internal sealed class PostingReader(Register<Account> accounts, Register<Fund> funds, Register<Donor> donors)
{
    private static readonly string[] TransactionColumns = ["transaction_amount", "transaction_currency", "rate"];

    /// <summary>The posting; null where something is wrong with the row, reported here or before.</summary>
    internal Posting? Read(CsvRow row)
    {
        if (row.Fault != CsvRowFault.None)
        {
            return null;
        }

        var account = Find(row, "account", accounts);
        var fund = Find(row, "fund", funds);
        var donor = row["donor"].Length == 0 ? null : Find(row, "donor", donors);
        var amount = row.Currency("currency") is { } currency && IsOf(fund, row, currency) ? Signed(row, currency) : null;
        var areDetails = row.TryOptionalDate("due_date", out var dueDate)
            & row.TryOptionalCode<ContributionAgreement>("agreement", out var agreement)
            & row.TryOptionalCode<Project>("project", out var project)
            & row.TryOptionalCode<Counterparty>("counterparty", out var counterparty)
            & TryTransaction(row, fund, amount, out var transaction);
        if (account is null || fund is null || (donor is null && row["donor"].Length > 0) || amount is not { } money || !areDetails)
        {
            return null;
        }

        if (money.IsZero && transaction is null)
        {
            row.Problem(SideOf(row), JournalComplaints.Nil, row[SideOf(row)]);
            return null;
        }

        return new Posting(
            account, fund, money, donor,
            agreement is null ? null : new ContributionAgreement(agreement.Value),
            project is null ? null : new Project(project.Value),
            counterparty is null ? null : new Counterparty(counterparty.Value),
            dueDate, transaction);
    }

    private static TItem? Find<TItem>(CsvRow row, string column, Register<TItem> register)
        where TItem : class
    {
        var code = row[column];
        if (code.Length == 0)
        {
            row.Problem(column, JournalComplaints.NoReference, column, $"{(column == "account" ? "an" : "a")} {column}");
            return null;
        }

        if (!register.TryFind(code, out var item) && register.IsMissing(code))
        {
            row.Problem(column, JournalComplaints.UnknownReference, column, Cells.Shown(code), register.File);
        }

        return item;
    }

    private static bool IsOf(Fund? fund, CsvRow row, Currency currency)
    {
        if (fund is null || fund.Currency == currency)
        {
            return true;
        }

        row.Problem("currency", JournalComplaints.OtherCurrency, currency.Code, fund.Currency.Code, fund.Code.Text);
        return false;
    }

    private static string SideOf(CsvRow row) => row["debit"].Length > 0 ? "debit" : "credit";

    private static Money? Signed(CsvRow row, Currency currency)
    {
        var (hasDebit, hasCredit) = (row["debit"].Length > 0, row["credit"].Length > 0);
        if (hasDebit == hasCredit)
        {
            row.Problem("debit", hasDebit ? JournalComplaints.BothSides : JournalComplaints.NoSide);
            return null;
        }

        var amount = row.Money(SideOf(row), currency, CellComplaints.NegativeAmount);
        return hasDebit ? amount : -amount;
    }

    private static bool TryTransaction(CsvRow row, Fund? fund, Money? amount, out TransactionAmount? transaction)
    {
        transaction = null;
        var stated = TransactionColumns.Where(column => row[column].Length > 0).ToList();
        if (stated.Count == 0)
        {
            return true;
        }

        if (stated.Count < TransactionColumns.Length)
        {
            row.Problem(stated[0], JournalComplaints.TransactionInPart, string.Join(" and ", stated));
            return false;
        }

        var magnitude = row.Currency("transaction_currency") is { } currency
            ? row.Money("transaction_amount", currency, CellComplaints.NegativeTransactionAmount)
            : null;
        var rate = row.RateAboveZero("rate");
        if (magnitude is not { } money || rate is null)
        {
            return false;
        }

        if (money.IsZero)
        {
            row.Problem("transaction_amount", JournalComplaints.TransactionNil, row["transaction_amount"]);
            return false;
        }

        if (money.Currency == fund?.Currency)
        {
            row.Problem("transaction_currency", JournalComplaints.TransactionInOwnCurrency, money.Currency.Code);
            return false;
        }

        // It is written without a sign and stands on the posting's side, also where that amount is nil.
        transaction = new TransactionAmount(SideOf(row) == "debit" ? money : -money, rate.Value);
        return amount is null || fund is null || Carries(row, transaction, amount.Value);
    }

    private static bool Carries(CsvRow row, TransactionAmount transaction, Money amount)
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
            $"{row["transaction_amount"]} {transaction.Amount.Currency}", row["rate"], product, $"{row[SideOf(row)]} {amount.Currency}");
        return false;
    }
}

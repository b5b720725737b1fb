using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>Reads the posting of a row of <c>journal.csv</c>.</summary>
internal sealed class PostingReader
{
    private readonly Dictionary<string, Account> _accounts;
    private readonly Dictionary<string, Fund> _funds;
    private readonly Dictionary<string, Donor> _donors;

    internal PostingReader(MasterData masterData)
    {
        _accounts = masterData.Chart.ToDictionary(account => account.Code.Text, StringComparer.Ordinal);
        _funds = masterData.Funds.ToDictionary(fund => fund.Code.Text, StringComparer.Ordinal);
        _donors = masterData.Donors.ToDictionary(donor => donor.Code.Text, StringComparer.Ordinal);
    }

    internal Posting? Read(CsvRow row)
    {
        var account = Find(row, "account", _accounts, "accounts.csv");
        var fund = Find(row, "fund", _funds, "funds.csv");
        var donor = row["donor"].Length == 0 ? null : Find(row, "donor", _donors, "donors.csv");
        var currency = row.Currency("currency");
        var amount = currency is { } known ? Signed(row, known) : null;
        var isDue = row.TryOptionalDate("due_date", out var dueDate);
        var isTransaction = TryTransaction(row, amount, out var transaction);
        var agreement = Dimension<ContributionAgreement>(row, "agreement", out var isAgreement);
        var project = Dimension<Project>(row, "project", out var isProject);
        var counterparty = Dimension<Counterparty>(row, "counterparty", out var isCounterparty);
        if (fund is not null && currency is { } stated && stated != fund.Currency)
        {
            row.Problem("currency", $"{stated}", $"{fund.Currency}, the currency of fund {fund.Code}",
                "Post the amount in the fund's currency, and state the other as transaction_amount with its currency and rate.");
            return null;
        }

        if (account is null || fund is null || (donor is null && row["donor"].Length > 0) || amount is not { } money
            || !isDue || !isTransaction || !isAgreement || !isProject || !isCounterparty)
        {
            return null;
        }

        try
        {
            return new Posting(
                account, fund, money, donor, agreement is { } a ? new ContributionAgreement(a) : null,
                project is { } p ? new Project(p) : null, counterparty is { } c ? new Counterparty(c) : null, dueDate, transaction);
        }
        catch (TransactionAmountException exception)
        {
            row.Problem("transaction_amount", exception.Message.TrimEnd('.'), "a transaction amount that its rate carries to the amount, to the minor unit",
                "Correct the amount, the transaction amount or the rate.");
        }
        catch (ArgumentException exception)
        {
            row.Problem("debit", exception.Message.TrimEnd('.'), "a posting that the books can keep", "Correct the row.");
        }

        return null;
    }

    private static TItem? Find<TItem>(CsvRow row, string column, Dictionary<string, TItem> items, string file)
        where TItem : class
    {
        if (items.TryGetValue(row[column], out var item))
        {
            return item;
        }

        row.Problem(column, row[column].Length == 0 ? "an empty cell" : $"{column} '{Cells.Shown(row[column])}'", $"a code that {file} holds",
            $"Add the {column} to {file}, or correct the code.");
        return null;
    }

    private static Code<TNoun>? Dimension<TNoun>(CsvRow row, string column, out bool isRead)
    {
        Code<TNoun>? code = row[column].Length == 0 ? null : row.Code<TNoun>(column);
        isRead = row[column].Length == 0 || code is not null;
        return code;
    }

    private static Money? Signed(CsvRow row, Currency currency)
    {
        var (hasDebit, hasCredit) = (row["debit"].Length > 0, row["credit"].Length > 0);
        if (hasDebit == hasCredit)
        {
            row.Problem("debit", hasDebit ? "a debit and a credit" : "neither a debit nor a credit", "one of the two in each row",
                hasDebit ? "Write two rows, or the difference in one of the columns." : "Write the amount, or remove the row.");
            return null;
        }

        var amount = row.Amount(hasDebit ? "debit" : "credit", currency);
        return amount is { } money ? (hasDebit ? money : -money) : null;
    }

    private static bool TryTransaction(CsvRow row, Money? amount, out TransactionAmount? transaction)
    {
        transaction = null;
        var stated = new[] { "transaction_amount", "transaction_currency", "rate" }.Where(column => row[column].Length > 0).ToList();
        if (stated.Count == 0)
        {
            return true;
        }

        if (stated.Count < 3)
        {
            row.Problem("transaction_amount", $"{string.Join(" and ", stated)} alone", "transaction_amount, transaction_currency and rate together", "Fill all three or none.");
            return false;
        }

        var currency = row.Currency("transaction_currency");
        var rate = row.Number("rate", "a rate above zero with a decimal point, as 1.0625");
        if (rate <= 0)
        {
            row.Problem("rate", "a rate of zero", "a rate above zero", "Write the units of the fund's currency for one of the transaction's.");
            return false;
        }

        if (currency is null || rate is null || row.Amount("transaction_amount", currency.Value) is not { } magnitude)
        {
            return false;
        }

        // The transaction amount is written without a sign; it stands on the posting's side.
        transaction = new TransactionAmount(amount?.MinorUnits < 0 ? -magnitude : magnitude, rate.Value);
        return true;
    }
}

using System.Text;

namespace TrustFund.Interchange.Tests;

/// <summary>The error catalogue of CSV books: each fault with its place and the words that a user sees.</summary>
public sealed class ErrorCatalogueTests
{
    private const string Cash = "1000,LIMA,,12.50,,USD";
    private const string Revenue = "4000,LIMA,,,12.50,USD";

    [Theory]
    [InlineData("E1,2016-01-01,,x,," + Cash, "E1,2016-01-01,,x,,4000,LIMA,,,12.49,USD", "journal.csv:2:1: Entry E1 does not balance: in fund LIMA debits exceed credits by 0.01 USD | debits equal to credits in each fund | Correct the amounts, or add the posting that is missing.")]
    [InlineData("E1,2016-01-01,,x,," + Cash, "E1,2016-01-01,,x,,4000,LOME,,,12.50,EUR", "journal.csv:2:1: Entry E1 does not balance: in fund LIMA debits exceed credits by 12.50 USD; in fund LOME credits exceed debits by 12.50 EUR | debits equal to credits in each fund | Correct the amounts, or add the posting that is missing.")]
    [InlineData("E1,2016-01-01,,x,,1000,LIMA,,12.50,,EUR", "E1,2016-01-01,,x,," + Revenue, "journal.csv:2:11: EUR | USD, the currency of fund LIMA | Post the amount in the fund's currency, and state the other as transaction_amount with its currency and rate.")]
    [InlineData("E1,2016-01-01,,x,,1001,LIMA,,12.50,,USD", "E1,2016-01-01,,x,," + Revenue, "journal.csv:2:6: account '1001' | a code that accounts.csv holds | Add the account to accounts.csv, or correct the code.")]
    [InlineData("E1,2016-01-01,,x,,1000,ROME,,12.50,,USD", "E1,2016-01-01,,x,," + Revenue, "journal.csv:2:7: fund 'ROME' | a code that funds.csv holds | Add the fund to funds.csv, or correct the code.")]
    [InlineData("E1,2016-01-01,,x,,1000,LIMA,PER,12.50,,USD", "E1,2016-01-01,,x,," + Revenue, "journal.csv:2:8: donor 'PER' | a code that donors.csv holds | Add the donor to donors.csv, or correct the code.")]
    [InlineData("E1,2016-01-01,,x,,1000,LIMA,,12.50,,", "E1,2016-01-01,,x,," + Revenue, "journal.csv:2:11: an empty cell | a currency code of ISO 4217 as USD | Write the three capital letters of the currency.")]
    [InlineData("E1,2016-02-30,,x,," + Cash, "E1,,,,," + Revenue, "journal.csv:2:2: '2016-02-30' | a date as 2016-12-31 | Write year, month and day in this order, a day that exists.")]
    [InlineData("E1,31/12/2016,,x,," + Cash, "E1,,,,," + Revenue, "journal.csv:2:2: '31/12/2016' | a date as 2016-12-31 | Write year, month and day in this order, a day that exists.")]
    [InlineData("E1,2016-01-01,,x,,1000,LIMA,,12.505,,USD", "E1,,,,," + Revenue, "journal.csv:2:9: '12.505' | at most 2 decimals in USD | Round the amount where it arose; the books do not.")]
    [InlineData("E1,2016-01-01,,x,,1000,LIMA,,\"12,50\",,USD", "E1,,,,," + Revenue, "journal.csv:2:9: '12,50' | an amount with a decimal point and no thousands separator, as 1304208.33 | Remove the thousands separators, and write a point before the decimals.")]
    [InlineData("E1,2016-01-01,,x,,1000,LIMA,,-12.50,,USD", "E1,,,,," + Revenue, "journal.csv:2:9: '-12.50' | an amount with a decimal point and no thousands separator, as 1304208.33 | A negative debit is a credit: write it in the other column.")]
    [InlineData("E1,2016-01-01,,x,,1000,LIMA,,twelve,,USD", "E1,,,,," + Revenue, "journal.csv:2:9: 'twelve' | an amount with a decimal point and no thousands separator, as 1304208.33 | Write digits, and a point before the decimals.")]
    [InlineData("E1,2016-01-01,,x,,1000,LIMA,,99999999999999999999,,USD", "E1,,,,," + Revenue, "journal.csv:2:9: '99999999999999999999' | an amount that 64 bits of minor units hold | Look for a digit too many.")]
    [InlineData("E1,2016-01-01,,x,,1000,LIMA,,12.50,12.50,USD", "E1,,,,," + Revenue, "journal.csv:2:9: a debit and a credit | one of the two in each row | Write two rows, or the difference in one of the columns.")]
    [InlineData("E1,2016-01-01,,x,,1000,LIMA,,,,USD", "E1,,,,," + Revenue, "journal.csv:2:9: neither a debit nor a credit | one of the two in each row | Write the amount, or remove the row.")]
    [InlineData("E1,2016-01-01,,x,,1000,LIMA,,0.00,,USD", "E1,,,,," + Revenue, "journal.csv:2:9: The posting to account 1000 has no amount | a posting that the books can keep | Correct the row.")]
    [InlineData("E1,2016-01-01,weekly,x,," + Cash, "E1,,,,," + Revenue, "journal.csv:2:3: 'weekly' | opening, ordinary, adjusting, reversal, restatement, closing | Write one of these words, or leave the cell empty for ordinary.")]
    [InlineData("E1,2016-01-01,,x,," + Cash, "E1,2016-01-02,,x,," + Revenue, "journal.csv:3:2: date '2016-01-02' | '2016-01-01' as in the first row of the entry | State it alike in every row of the entry, or in the first alone.")]
    [InlineData("E1,2016-01-01,,,," + Cash, "E1,,,,," + Revenue, "journal.csv:2:1: The description of an entry is blank | an entry that the books can keep | Correct the entry.")]
    [InlineData("E1,2016-01-01,reversal,x,," + Cash, "E1,,,,," + Revenue, "journal.csv:2:1: Entry E1 of 2016-01-01 must name the entry it reverses, if and only if it is a reversal | an entry that the books can keep | Correct the entry.")]
    [InlineData("E1,1999-01-01,,x,," + Cash, "E1,,,,," + Revenue, "journal.csv:2:1: Entry E1 of 1999-01-01 is dated outside the days on which account 4000 is open | an entry that the books can keep | Correct the entry.")]
    [InlineData(",2016-01-01,,x,," + Cash, ",2016-01-01,,x,," + Revenue, "journal.csv:2:1: an empty cell | a code of 1 to 64 characters | Give the entry a code.")]
    [InlineData("E1,2016-01-01,,x,," + Cash + ",extra", "E2,2016-01-01,,x,," + Cash, "journal.csv:2:12: 12 cells | 11 cells, as in the header | Add or remove commas; a comma inside a text needs the text in quotes.")]
    public void A_row_at_fault_is_told_with_place_found_expected_and_remedy(string first, string second, string message)
    {
        using var folder = new BooksFolder();
        folder.Journal(first, second);

        var reading = folder.Read();

        BooksFolder.Text(reading.Problems[0]).Should().Be(message);
    }

    [Fact]
    public void An_entry_that_comes_again_is_told_with_the_line_where_it_came_first()
    {
        using var folder = new BooksFolder();
        folder.Journal("E1,2016-01-01,,x,," + Cash, "E1,,,,," + Revenue, "E2,2016-01-01,,x,," + Cash, "E2,,,,," + Revenue, "E1,2016-01-01,,y,," + Cash, "E1,,,,," + Revenue);

        folder.Read().Problems.Select(BooksFolder.Text).Should().Equal(
            "journal.csv:6:1: entry 'E1' a second time (first in line 2) | the rows of an entry together, and each entry once | Put the rows together, or give the second entry an id of its own.");
    }

    [Fact]
    public void An_entry_of_one_row_is_told()
    {
        using var folder = new BooksFolder();
        folder.Journal("E1,2016-01-01,,x,," + Cash);

        folder.Read().Problems.Select(BooksFolder.Text).Should().Equal(
            "journal.csv:2:1: Entry E1 of 2016-01-01 has fewer than two postings | an entry that the books can keep | Correct the entry.");
    }

    [Theory]
    [InlineData("100.00,EUR,1.0620", "journal.csv:2:12: 100.00 EUR at 1.0620 comes to 106.2000 USD, not to the 106.25 USD posted | a transaction amount that its rate carries to the amount, to the minor unit | Correct the amount, the transaction amount or the rate.")]
    [InlineData("100.00,EUR,", "journal.csv:2:12: transaction_amount and transaction_currency alone | transaction_amount, transaction_currency and rate together | Fill all three or none.")]
    [InlineData("100.00,EUR,0", "journal.csv:2:14: a rate of zero | a rate above zero | Write the units of the fund's currency for one of the transaction's.")]
    [InlineData("100.00,EUR,\"1,0625\"", "journal.csv:2:14: '1,0625' | a rate above zero with a decimal point, as 1.0625 | Remove the thousands separators, and write a point before the decimals.")]
    public void A_transaction_amount_at_fault_is_told(string cells, string message)
    {
        using var folder = new BooksFolder();
        folder.JournalWith("transaction_amount,transaction_currency,rate", $"E1,2016-01-01,,x,,1000,LIMA,,106.25,,USD,{cells}", "E1,,,,,4000,LIMA,,,106.25,USD,,,");

        folder.Read().Problems.Select(BooksFolder.Text).Should().Equal(message);
    }

    [Theory]
    [InlineData("voucher,voucher_sha256", "invoice,abc", "journal.csv:2:13: 'abc' is not a SHA-256 hash of 64 hexadecimal digits | the name of a voucher and the SHA-256 of its bytes | Correct the two cells, or leave both empty.")]
    [InlineData("period,restates", "2016-13,", "journal.csv:2:12: '2016-13' | a period as 2016, 2016-06 or 2015-07-01..2016-06-30 | Write the period in one of these forms.")]
    [InlineData("colour,project", "red,", "journal.csv:1:12: a column 'colour' | the columns entry, date, kind, description, reference, account, fund, donor, debit, credit, currency, document_date, due_date, counterparty, agreement, project, transaction_amount, transaction_currency, rate, voucher, voucher_sha256, prepared_by, approved_by, authority, period, restates, reverses | Remove the column or correct its name; nothing is passed over in silence.")]
    [InlineData("project,project", ",", "journal.csv:1:13: the column 'project' a second time | each column once | Remove one of the two.")]
    public void An_optional_column_at_fault_is_told(string columns, string cells, string message)
    {
        using var folder = new BooksFolder();
        folder.JournalWith(columns, $"E1,2016-01-01,,x,,{Cash},{cells}", $"E1,,,,,{Revenue},,");

        folder.Read().Problems.Select(BooksFolder.Text).Should().Equal(message);
    }

    [Theory]
    [InlineData("accounts.csv", "", "accounts.csv:1:1: an empty file | a header row | Write the names of the columns in the first row.")]
    [InlineData("accounts.csv", "code,name\n", "accounts.csv:1:1: no column 'type' | the columns code, name, type | Add the column; its cells may be empty where nothing is stated.")]
    [InlineData("accounts.csv", "code,name,type\n1,Cash,money\n", "accounts.csv:2:3: 'money' | asset, liability, net assets, revenue, expense | Write one of these words.")]
    [InlineData("accounts.csv", "code,name,type\n1,,asset\n", "accounts.csv:2:2: The name of an account is blank. | a row that the books can keep | Correct the row.")]
    [InlineData("accounts.csv", "code,name,type\n1,a,asset\n1,b,asset\n", "accounts.csv:3:1: '1' a second time (first in line 2) | each code once | Remove the row or give it a code of its own.")]
    [InlineData("donors.csv", "code,name\nCAN,\"Canada\n", "donors.csv:2:2: a quote inside a cell that is not quoted as a whole, or one that is not closed | quoted cells as in RFC 4180 | Put the whole cell in quotes and double each quote inside it.")]
    [InlineData("donors.csv", "code,name\nCAN,Cana\0da\n", "donors.csv:2:2: The name of a donor 'Cana\0da' cannot be kept: it holds a control character. | a row that the books can keep | Correct the row.")]
    [InlineData("books.csv", "key,value\nillustrative,perhaps\n", "books.csv:2:2: 'perhaps' | yes or no | Say whether the books are illustrative.")]
    [InlineData("books.csv", "key,value\n,x\n", "books.csv:2:1: an empty cell | the name of a setting | Name the setting or remove the row.")]
    public void A_file_at_fault_is_told(string file, string text, string message)
    {
        using var folder = new BooksFolder();
        folder.Write(file, text);

        BooksFolder.Text(folder.Read().Problems[0]).Should().Be(message);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told()
    {
        using var folder = new BooksFolder();
        folder.Write("donors.csv", [.. "code,name\nCAN,Can"u8, 0xE9, .. "da\n"u8]);

        BooksFolder.Text(folder.Read().Problems[0]).Should().EndWith("bytes that are not UTF-8 | text in UTF-8 | Save the file again in UTF-8.").And.StartWith("donors.csv:");
    }

    [Fact]
    public void A_line_of_ten_megabytes_is_one_problem()
    {
        using var folder = new BooksFolder();
        folder.Write("donors.csv", "code,name\nCAN," + new string('x', 10_000_000) + "\n");

        BooksFolder.Text(folder.Read().Problems[0]).Should().Be(
            "donors.csv:2:1: a row of more than 1048576 characters | a row of the table | Look for a quote that is not closed, or a file of another kind.");
    }

    [Fact]
    public void A_file_or_folder_that_is_missing_is_told()
    {
        using var folder = new BooksFolder();
        File.Delete(Path.Combine(folder.Path, "funds.csv"));

        folder.Read().Problems.Select(BooksFolder.Text).Should().Contain("funds.csv:1:1: no such file | the file funds.csv | Put the file into the folder and let it be read.");
        CsvBooks.Read(Path.Combine(folder.Path, "nowhere")).Problems.Single().Found.Should().Be("no such folder");
    }

    [Fact]
    public void A_journal_without_entries_is_no_problem()
    {
        using var folder = new BooksFolder();
        folder.Journal();

        folder.Read().Problems.Should().BeEmpty();
    }

    [Fact]
    public void A_text_that_is_not_composed_is_told()
    {
        using var folder = new BooksFolder();
        folder.Write("donors.csv", Encoding.UTF8.GetBytes("code,name\nPER,Peru\u0301\n"));

        folder.Read().Problems[0].Found.Should().EndWith("it is not in Unicode's composed form (NFC).");
    }
}

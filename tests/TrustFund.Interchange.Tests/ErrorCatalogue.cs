using static TrustFund.Interchange.Tests.ErrorCase;

namespace TrustFund.Interchange.Tests;

/// <summary>Every fault that reading can tell, each by an input of its own.</summary>
internal static class ErrorCatalogue
{
    private const string First = "E1,2016-01-01,,x,,";
    private const string Cash = "1000,LIMA,,12.50,,USD";
    private const string Revenue = "4000,LIMA,,,12.50,USD";
    private const string Transaction = "transaction_amount,transaction_currency,rate";

    internal static IReadOnlyList<ErrorCase> Cases { get; } =
    [
        .. Files(), .. Tables(), .. MasterData(), .. Postings(), .. Transactions(), .. Entries(), .. Restoring(), .. EventErrors.Cases, .. Extracts(), .. Mappings(), .. HledgerJournals(),
    ];

    private static IEnumerable<ErrorCase> Files() =>
    [
        new("the folder is missing", folder => CsvBooks.Read(folder["nowhere"]).Problems),
        Books("a file is missing", folder => File.Delete(folder["funds.csv"])),
        Books("two files are missing", folder =>
        {
            File.Delete(folder["accounts.csv"]);
            File.Delete(folder["journal.csv"]);
        }),
        Books("a folder stands in the place of a file", folder =>
        {
            File.Delete(folder["donors.csv"]);
            Directory.CreateDirectory(folder["donors.csv"]);
        }),
        Books("an empty file", folder => folder.Write("accounts.csv", "")),
        Books("a file of line breaks", folder => folder.Write("journal.csv", "\r\n\r\n\n")),
        Books("bytes that are not UTF-8", folder => folder.Write("donors.csv", [.. "code,name\nPER,Peru\nCAN,Can"u8, 0xE9, .. "da\n"u8])),
        Books("a file that ends in half a character", folder => folder.Write("donors.csv", [.. "code,name\nCAN,Canad"u8, 0xC3])),
        Books("UTF-16", folder => folder.Write("donors.csv", [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("code,name\n")])),
        Books("a binary file", folder => folder.Write("journal.csv", [.. "PK"u8, 3, 4, 20, 0, 6, 0, 8, 0])),
        Books("a NUL in the middle of a text", folder => folder.Write("donors.csv", "code,name\nPER,Peru\nCAN,Can\0ada\n")),
        Books("a line of ten megabytes", folder => folder.Write("donors.csv", "code,name\nCAN," + new string('x', 10_000_000) + "\nPER,Peru\n")),
        Books("more problems than anybody reads", folder => folder.Journal([.. Enumerable.Repeat(First + "1001,LIMA,,12.50,,USD", 1200)])),
    ];

    private static IEnumerable<ErrorCase> Tables() =>
    [
        Books("a quote that is not closed", folder => folder.Write("donors.csv", "code,name\nCAN,\"Canada\nPER,Peru\n")),
        Books("text after a closing quote", folder => folder.Write("donors.csv", "code,name\nCAN,\"Can\"ada\n")),
        Books("a quote inside an unquoted cell", folder => folder.Write("donors.csv", "code,name\nCAN, \"Canada\"\n")),
        Books("an unknown column", folder => folder.JournalWith("colour", First + Cash + ",red", First + Revenue + ",red")),
        Books("a column twice", folder => folder.JournalWith("project,project", First + Cash + ",,", First + Revenue + ",,")),
        Books("a missing column", folder => folder.Write("accounts.csv", "code,name\n1000,Cash\n")),
        Books("several faults in a header", folder => folder.Write("accounts.csv", "code,Name,code\n1000,Cash,1\n")),
        Books("semicolons", folder => folder.Write("donors.csv", "code;name\nCAN;Canada\n")),
        Books("tabs", folder => folder.Write("donors.csv", "code\tname\nCAN\tCanada\n")),
        Journal("a cell too many", First + Cash + ",extra", First + Revenue),
        Journal("a cell too few", First + Cash, "E1,2016-01-01,,x,,4000,LIMA,,,12.50"),
        Books("a line break in a cell", folder => folder.Write("donors.csv", "code,name\r\nCAN,\"Can\r\nada\"\r\nPER,Pe\tru\r\n")),
        Books("a control character in a cell", folder => folder.Write("donors.csv", "code,name\nCAN,Cana\u0007da\n")),
        Books("text that is not in composed form", folder => folder.Write("donors.csv", "code,name\nPER,Peru\u0301\n")),
    ];

    private static IEnumerable<ErrorCase> MasterData() =>
    [
        Books("an account without a code", folder => folder.Write("accounts.csv", "code,name,type\n,Cash,asset\n1000,Cash,asset\n4000,Revenue,revenue\n")),
        Books("a code of 65 characters", folder => folder.Write("donors.csv", $"code,name\nCAN,Canada\n{new string('D', 65)},Peru\n")),
        Books("an account without a name", folder => folder.Write("accounts.csv", "code,name,type\n1000, ,asset\n4000,Revenue,revenue\n")),
        Books("a fund without a name", folder => folder.Write("funds.csv", "code,name,currency\nLIMA,,USD\n")),
        Books("an unknown type of account", folder => folder.Write("accounts.csv", "code,name,type\n1000,Cash,money\n4000,Revenue,Revenue\n")),
        Books("an account code twice", folder => folder.Write("accounts.csv", "code,name,type\n1000,Cash,asset\n4000,Revenue,revenue\n1000,Cash,asset\n")),
        Books("a fund code twice", folder => folder.Write("funds.csv", "code,name,currency\nLIMA,Lima,USD\nLIMA,Lome,EUR\n")),
        Books("a donor code twice", folder => folder.Write("donors.csv", "code,name\nCAN,Canada\nCAN,Kanada\n")),
        Books("an unknown currency of a fund", folder => folder.Write("funds.csv", "code,name,currency\nLIMA,Lima,Dollars\n")),
        Books("a fund without a currency", folder => folder.Write("funds.csv", "code,name,currency\nLIMA,Lima,\n")),
        Books("an account that closes before it opens", folder => folder.Write("accounts.csv", "code,name,type,opened,closed\n1000,Cash,asset,2016-02-01,2016-01-31\n4000,Revenue,revenue,,\n")),
        Books("a fund that closes on no day", folder => folder.Write("funds.csv", "code,name,currency,closed\nLIMA,Lima,USD,never\n")),
        Books("a setting without a name", folder => folder.Write("books.csv", "key,value\n,Test books\n")),
        Books("a setting twice", folder => folder.Write("books.csv", "key,value\ntitle,A\ntitle,B\n")),
        Books("a setting in capitals", folder => folder.Write("books.csv", "key,value\nIllustrative,yes\n")),
        Books("illustrative neither yes nor no", folder => folder.Write("books.csv", "key,value\nillustrative,true\n")),
    ];

    private static IEnumerable<ErrorCase> Postings() =>
    [
        Journal("an unknown account", First + "1001,LIMA,,12.50,,USD", First + Revenue),
        Journal("an unknown fund", First + "1000,ROME,,12.50,,USD", First + Revenue),
        Journal("an unknown donor", First + "1000,LIMA,PER,12.50,,USD", First + Revenue),
        Journal("a posting without account and fund", First + ",,,12.50,,USD", First + Revenue),
        Journal("an unknown currency", First + "1000,LIMA,,12.50,,US$", First + Revenue),
        Journal("a posting without a currency", First + "1000,LIMA,,12.50,,", First + Revenue),
        Journal("a currency that is not the fund's", First + "1000,LIMA,,12.50,,EUR", First + Revenue),
        Journal("three decimals in dollars", First + "1000,LIMA,,12.505,,USD", First + Revenue),
        Journal("a thousands separator", First + "1000,LIMA,,\"1,250.00\",,USD", First + "4000,LIMA,,,1 250.00,USD"),
        Journal("a decimal comma", First + "1000,LIMA,,\"12,50\",,USD", First + Revenue),
        Journal("a negative debit", First + "1000,LIMA,,-12.50,,USD", First + Revenue),
        Journal("an amount in parentheses", First + "1000,LIMA,,(12.50),,USD", First + Revenue),
        Journal("an amount in words", First + "1000,LIMA,,twelve,,USD", First + Revenue),
        Journal("an amount with an exponent", First + "1000,LIMA,,1e3,,USD", First + Revenue),
        Journal("an amount that is too large", First + "1000,LIMA,,92233720368547758.08,,USD", First + "4000,LIMA,,,99999999999999999999999999999,USD"),
        Journal("a debit and a credit in one row", First + "1000,LIMA,,12.50,12.50,USD", First + Revenue),
        Journal("neither debit nor credit", First + "1000,LIMA,,,,USD", First + Revenue),
        Journal("a nil amount", First + "1000,LIMA,,0.00,,USD", First + Revenue),
        Columns("a due date that is none", "due_date", First + Cash + ",2016-13-01", First + Revenue + ","),
        Columns("a due date before the year 1", "due_date", First + Cash + ",-2019-03-27", First + Revenue + ","),
        Columns("a project that is no code", "project", First + Cash + "," + new string('p', 65), First + Revenue + ","),
    ];

    private static IEnumerable<ErrorCase> Transactions() =>
    [
        Columns("a rate that does not carry", Transaction, First + "1000,LIMA,,106.25,,USD,100.00,EUR,1.0620", First + "4000,LIMA,,,106.25,USD,,,"),
        Columns("a rate beyond measure", Transaction, First + "1000,LIMA,,106.25,,USD,92233720368547758.07,EUR,9999999999999", First + "4000,LIMA,,,106.25,USD,,,"),
        Columns("a transaction amount without a rate", Transaction, First + "1000,LIMA,,106.25,,USD,100.00,EUR,", First + "4000,LIMA,,,106.25,USD,,,"),
        Columns("a transaction amount without a currency", Transaction, First + "1000,LIMA,,106.25,,USD,100.00,,1.0625", First + "4000,LIMA,,,106.25,USD,,,"),
        Columns("a rate alone", Transaction, First + "1000,LIMA,,106.25,,USD,,,1.0625", First + "4000,LIMA,,,106.25,USD,,,"),
        Columns("a rate of zero", Transaction, First + "1000,LIMA,,106.25,,USD,100.00,EUR,0", First + "4000,LIMA,,,106.25,USD,,,"),
        Columns("a negative rate", Transaction, First + "1000,LIMA,,106.25,,USD,100.00,EUR,-1.0625", First + "4000,LIMA,,,106.25,USD,,,"),
        Columns("a rate with a decimal comma", Transaction, First + "1000,LIMA,,106.25,,USD,100.00,EUR,\"1,0625\"", First + "4000,LIMA,,,106.25,USD,,,"),
        Columns("a rate of 29 digits", Transaction, First + "1000,LIMA,,106.25,,USD,100.00,EUR,1.0625000000000000000000000000", First + "4000,LIMA,,,106.25,USD,,,"),
        Columns("a negative transaction amount", Transaction, First + "1000,LIMA,,,106.25,USD,-100.00,EUR,1.0625", First + "4000,LIMA,,106.25,,USD,,,"),
        Columns("a nil transaction amount", Transaction, First + "1000,LIMA,,106.25,,USD,0.00,EUR,1.0625", First + "4000,LIMA,,,106.25,USD,,,"),
        Columns("a transaction amount in an unknown currency", Transaction, First + "1000,LIMA,,106.25,,USD,100.00,EURO,1.0625", First + "4000,LIMA,,,106.25,USD,,,"),
        Columns("a transaction amount in the fund's own currency", Transaction, First + "1000,LIMA,,106.25,,USD,100.00,USD,1.0625", First + "4000,LIMA,,,106.25,USD,,,"),
    ];

    private static IEnumerable<ErrorCase> Entries() =>
    [
        Journal("an entry that does not balance", First + Cash, First + "4000,LIMA,,,12.49,USD"),
        Journal("an entry that balances over all but not in each fund", First + Cash, First + "4000,LIMA,,,12.50,USD", First + "1000,LIMA,,1,,USD", First + "4000,LOME,,,1,EUR"),
        Journal("an entry with one posting", First + Cash),
        Journal("an entry whose rows stand apart", First + Cash, "E2,2016-01-01,,y,," + Cash, "E2,,,,," + Revenue, First + Revenue),
        Journal("an entry twice with other contents", First + Cash, First + Revenue, "E2,2016-01-01,,y,," + Cash, "E2,,,,," + Revenue, "E1,2016-01-01,,z,," + Cash, "E1,,,,," + Revenue),
        Journal("rows without an entry", First + Cash, First + Revenue, ",2016-01-01,,x,," + Cash, ",2016-01-01,,x,," + Revenue),
        Journal("a day that does not exist", "E1,2016-02-30,,x,," + Cash, "E1,,,,," + Revenue),
        Journal("a date in another order", "E1,31/12/2016,,x,," + Cash, "E1,31/12/2016,,x,," + Revenue),
        Journal("a date whose accounting year no calendar holds", "E1,9999-12-31,,x,," + Cash, "E1,,,,," + Revenue),
        Journal("an entry without a date", "E1,,,x,," + Cash, "E1,,,,," + Revenue),
        Journal("an unknown kind", "E1,2016-01-01,weekly,x,," + Cash, "E1,,,,," + Revenue),
        Journal("an entry without a description", "E1,2016-01-01,,,," + Cash, "E1,,,,," + Revenue),
        Journal("rows of an entry that disagree", First + Cash, "E1,2016-01-02,adjusting,y,R," + Revenue),
        Journal("a date before the account opened", "E1,1999-12-31,,x,," + Cash, "E1,,,,," + Revenue),
        Journal("a date after the fund closed", "E1,2006-01-01,,x,,1000,RIGA,,1,,USD", "E1,,,,,4000,RIGA,,,1,USD"),
        Columns("a period that is none", "period", First + Cash + ",2016-13", First + Revenue + ","),
        Columns("a restatement without a period", "restates", "E1,2016-01-01,restatement,x,," + Cash + ",", "E1,,,,," + Revenue + ","),
        Columns("a restated period in an ordinary entry", "restates", First + Cash + ",2015", First + Revenue + ","),
        Columns("a restatement of no nature", "restates,nature", "E1,2016-01-01,restatement,x,," + Cash + ",2015,", "E1,,,,," + Revenue + ",,"),
        Columns("a restatement of an unknown nature", "restates,nature", "E1,2016-01-01,restatement,x,," + Cash + ",2015,slip", "E1,,,,," + Revenue + ",,"),
        Columns("a restatement to revenue", "restates,nature", "E1,2016-01-01,restatement,x,," + Cash + ",2015,error", "E1,,,,," + Revenue + ",,"),
        Columns("a reclassification that moves net assets", "restates,nature", "E1,2016-01-01,restatement,x,," + Cash + ",2015,reclassification", "E1,,,,," + Revenue + ",,"),
        Columns("a judgement in an ordinary entry", "judgement", First + Cash + ",Material", First + Revenue + ","),
        Columns("a reversal without an entry", "reverses", "E1,2016-01-01,reversal,x,," + Cash + ",", "E1,,,,," + Revenue + ","),
        Columns("a reversed entry in an ordinary one", "reverses", First + Cash + ",E0", First + Revenue + ","),
        Columns("a hash that is none", "voucher,voucher_sha256", First + Cash + ",invoice.pdf,abc", First + Revenue + ",,"),
        Columns("a hash without a voucher", "voucher,voucher_sha256", First + Cash + ",," + new string('a', 64), First + Revenue + ",,"),
    ];

    private static IEnumerable<ErrorCase> Restoring() =>
    [
        Restore("books to restore that do not say when they were recorded", folder => folder.JournalWith("sequence", First + Cash + ",1", First + Revenue + ",")),
        Restore("a number, an instant and a hash that are none", folder => folder.JournalWith("sequence,recorded,hash", First + Cash + ",0,yesterday,abc", First + Revenue + ",,,")),
    ];

    private static IEnumerable<ErrorCase> Extracts() =>
    [
        new("an extract that is missing", folder => TrialBalanceExtract.Read(folder["nowhere.csv"]).Problems),
        Extract("an extract without rows", "account,balance\n"),
        Extract("an unknown column of an extract", "account,opening balance,balance\n1000,5,0\n"),
        Extract("two columns for one thing", "account,GL account,balance\n1,1,0\n"),
        Extract("an extract without accounts", "name,balance\nCash,0\n"),
        Extract("a debit column alone", "account,debit\n1,1\n"),
        Extract("an extract without amounts", "account,name\n1,Cash\n"),
        Extract("debits, credits and a balance", "account,debit,credit,balance\n1,1,,1\n"),
        Extract("a row without an account", "account,balance\n1000,5\n,-5\n"),
        Extract("a row without a fund where others have one", "account,fund,balance\n1000,LIMA,5\n4000,,-5\n"),
        Extract("a row without a balance", "account,balance\n1000,\n"),
        Extract("an amount that is none", "account,balance\n1000,12.50\n4000,99rr69\n"),
        Extract("a minus and a credit", "account,balance\n1000,12.50\n4000,-12.50 CR\n"),
        Extract("a group of two digits", "account;balance\n1000;12,34.50\n4000;1,234.50\n"),
        Extract("an amount of 19 digits", "account,balance\n1000,1234567890123456789\n"),
        Extract("a credit among debits", "account,debit,credit\n1000,12.50 CR,\n4000,,12.50 CR\n"),
        Extract("a debit and a credit in a row of an extract", "account,debit,credit\n1000,12.50,12.50\n"),
        Extract("an amount that can be read in two ways", "account;balance\n1000;1,234\n4000;-1,234\n"),
        Extract("a point that can be read in two ways", "account\tbalance\n1000\t12.345\n4000\t12.345-\n"),
        Extract("points and commas before decimals", "account;balance\n1000;12.50\n4000;-12,50\n"),
        Extract("an unknown currency of an extract", "account,balance,currency\n1000,0,dollars\n"),
        Extract("more decimals than the currency has", "account,balance,currency\n1000,12.5,JPY\n4000,-12.5,JPY\n"),
        Extract("two currencies in one fund", "account,fund,balance,currency\n1000,LIMA,5,USD\n4000,LIMA,-5,EUR\n"),
        Extract("two currencies without funds", "account,balance,currency\n1000,5,USD\n4000,-5,EUR\n"),
        Extract("an extract that does not balance", "account,debit,credit\n1000,12.50,\n4000,,12.49\n"),
        Extract("an extract that does not balance in each fund", "account,fund,balance\n1000,LIMA,5\n4000,LOME,-5\n"),
        Extract("an illustrative mark that is neither yes nor no", "account,balance,illustrative\n1000,0,true\n"),
    ];

    private static IEnumerable<ErrorCase> Mappings() =>
    [
        Mapping("three ends of a range", "accounts,line\n1..2..3,x\n"),
        Mapping("a range without an end", "accounts,line\n1..,x\n"),
        Mapping("a range that is reversed", "accounts,line\n41090..41010,x\n"),
        Mapping("a range of unlike ends", "accounts,line\nA100..A90,x\n"),
        Mapping("a mapping without a line", "accounts,line\n41010,\n"),
        Mapping("an account twice", "accounts,line\n41010,x\n42010,y\n41010,y\n"),
        Mapping("a range twice", "accounts,line\n41010..41090,x\n41010..41090,x\n"),
        Mapping("two ranges that overlap", "accounts;line\n41010..41090;x\n41090..42010;y\n"),
        Mapping("an account within a range", "accounts,line\n41050,x\n41010..41090,y\n"),
    ];

    private static IEnumerable<ErrorCase> HledgerJournals() =>
    [
        new("a journal that is missing", folder => HledgerJournal.Read(folder["nowhere.journal"], Storage.MasterData.Empty).Problems),
        Hledger("bytes in a journal that are not UTF-8", "2016-01-01 x\n", [.. "; Can"u8, 0xE9, .. "da\n"u8]),
        Hledger("a directive that is not read", "include other.journal\nalias a=b\n~ monthly\n  Assets:A  1 USD\n= expr\nP 2016-01-01 EUR 1.1 USD\ndecimal-mark x\ncommodity 1000 USD\naccount\n"),
        Hledger("an indented line without a transaction", "  Assets:A  1 USD\n\n; a comment\n  Assets:A  1 USD\n"),
        Hledger("a comment that does not end", "comment\nno end\n"),
        Hledger("dates that are none", "01-02 x\n  Assets:A  1 USD\n  Income:B\n\n2016-02-30 x\n  Assets:A  1 USD\n  Income:B\n\n2016-01-01=13-01 x\n  Assets:A  1 USD\n  Income:B\n"),
        Entry("a transaction without a description", "2016-01-01 *\n  Assets:A  1 USD\n  Income:B\n"),
        Entry("virtual postings", "2016-01-01 x\n  (Assets:A)  1 USD\n  [Assets:B]  1 USD\n  Income:B  -1 USD\n"),
        Entry("a cost and a lot", "2016-01-01 x\n  Assets:A  1 EUR @ 1.10 USD\n  Assets:A  1 EUR {1.10 USD}\n  Income:B\n"),
        Entry("a balance assignment", "2016-01-01 x\n  Assets:A  = 5 USD\n  Income:B\n"),
        Entry("a date whose accounting year a calendar does not hold", "0001-06-30 x\n  Assets:A  1 USD\n  Income:B\n"),
        Entry("a date of its own for a posting", "2016-01-01 x\n  Assets:A  1 USD  ; date:2016-01-02\n  Income:B\n"),
        Entry("amounts that are none", "2016-01-01 x\n  Assets:A  twelve USD\n  Assets:A  12\n  Assets:A  12.5.0 USD\n  Assets:A  USD 5 EUR\n  Assets:A  --5 USD\n  Income:B\n"),
        Entry("an amount of a journal that can be read in two ways", "2016-01-01 x\n  Assets:A  1,234 USD\n  Income:B\n"),
        Entry("a currency that is none", "2016-01-01 x\n  Assets:A  $12.50\n  Income:B\n"),
        Entry("an amount with too many decimals, and one too large", "2016-01-01 x\n  Assets:A  1.005 USD\n  Assets:A  92233720368547758.08 USD\n  Income:B\n"),
        Entry("two postings without amounts", "2016-01-01 x\n  Assets:A  1 USD\n  Income:B\n  Income:C\n"),
        Entry("a posting without an amount where none is left", "2016-01-01 x\n  Assets:A  1 USD\n  Assets:B  -1 USD\n  Income:B\n"),
        Entry("an account of no type", "account Kasse  ; type:money\n2016-01-01 x\n  Konto  1 USD\n  Kasse  1 USD\n  Income:B\n"),
        Entry("an account whose name is no code", "2016-01-01 x\n  Assets:" + new string('a', 60) + "  1 USD\n  Income:B\n"),
        Entry("a code for two accounts", "account Assets:A  ; code:1000\naccount Assets:B  ; code:1000\n"),
        Hledger("postings that name no fund", "2016-01-01 x\n  Assets:A  1 USD\n  Income:B\n"),
        Hledger("declarations that are not complete", "; trustfund fund:LIMA\n; trustfund donor:CAN\n; trustfund setting:title\n; trustfund colour:red\naccount Assets:A  ; name: \u0007\n"),
        Entry("another currency than the fund's", "2016-01-01 x\n  Assets:A  1 EUR\n  Income:B  -1 EUR\n"),
        Entry("a transaction that does not balance", "2016-01-01 x\n  Assets:A  1 USD\n  Income:B  -2 USD\n"),
        Entry("tags that cannot be read", "2016-01-01 x  ; kind:weekly, period:2016-13\n  Assets:A  1 USD\n  Income:B\n\n2016-01-02 x  ; voucher_sha256:abc\n  Assets:A  1 USD\n  Income:B\n\n2016-01-03 x\n  Assets:A  1 USD  ; due_date:soon\n  Income:B\n\n2016-01-03 x\n  Assets:A  1 USD  ; rate:1.1\n  Income:B\n"),
        Entry("an entry of a journal twice", "2016-01-01 x  ; entry:E1\n  Assets:A  1 USD\n  Income:B\n\n2016-01-02 x  ; entry:E1\n  Assets:A  1 USD\n  Income:B\n"),
        Entry("balance assertions that fail", "2016-01-01 x\n  Assets:A  1 USD = 2 USD\n  Assets:A:Sub  1 USD\n  Income:B  -2 USD =* 3 USD\n\n2016-01-02 x\n  Assets:C  1 USD = 0 EUR\n  Income:B\n"),
    ];

    private static ErrorCase Entry(string name, string text) => Hledger(name, "; trustfund fund:LIMA, name:Lima fund, currency:USD\n" + text);
}

namespace TrustFund.Interchange.Tests;

public sealed class TrialBalanceExtractTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trustfund ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("account,debit,credit\n1000,12.50,\n4000,,12.50\n")]
    [InlineData("account,balance\n1000,12.50\n4000,-12.50\n")]
    [InlineData("Account code;Closing balance\n1000;12,50\n4000;12,50-\n")]
    [InlineData("GL account\tDr\tCr\n1000\t12.50\t0.00\n4000\t0.00\t12.50\n")]
    [InlineData("account,balance\n1000,12.50\n4000,(12.50)\n")]
    [InlineData("account,balance\n1000,12.50 DR\n4000,12.50 CR\n")]
    [InlineData("account,balance,name,fund,donor,currency\n1000,12.50,Cash,F,,USD\n4000,-12.50,Revenue,F,CAN,USD\n")]
    public void An_extract_is_read_in_every_way_it_is_written(string text)
    {
        var extract = Read(text);

        extract.Problems.Should().BeEmpty();
        extract.Rows.Select(row => (row.Account, row.Balance)).Should().Equal(("1000", 12.50m), ("4000", -12.50m));
    }

    [Theory]
    [InlineData("account;balance\n1;1.234.567,89\n2;-1.234.567,89\n", 1234567.89)]
    [InlineData("account,balance\n1,\"1,234,567.89\"\n2,\"-1,234,567.89\"\n", 1234567.89)]
    [InlineData("account,balance\n1,1 234 567.89\n2,-1 234 567.89\n", 1234567.89)]
    [InlineData("account;balance\n1;1.234\n2;-1234,00\n", 1234)]
    public void The_amounts_of_a_file_together_tell_its_decimal_mark(string text, decimal first) =>
        Read(text).Rows[0].Balance.Should().Be(first);

    [Theory]
    [InlineData("account;balance\n1;1,234\n2;-1,234\n", "1: '1,234' | an amount that can be read in one way only (is the comma for decimals or for thousands?) | Write all amounts of the file alike.")]
    [InlineData("account;balance\n1;1,5\n2;1.5\n", "1: '1,5' | an amount that can be read in one way only (is the comma for decimals or for thousands?) | Write all amounts of the file alike.")]
    [InlineData("account,balance\n1,12.50\n2,twelve\n", "2: 'twelve' | an amount with a decimal point, as 1304208.33 | Write all amounts of the file alike.")]
    public void An_amount_that_can_be_read_two_ways_or_none_is_told(string text, string message)
    {
        var problem = Read(text).Problems[0];

        $"{problem.Place.Line - 1}: {problem.Found} | {problem.Expected} | {problem.Remedy}".Should().Be(message);
    }

    [Theory]
    [InlineData("account,debit,credit\n1,12.50,\n2,,12.49\n", "debits greater by 0.01", "a trial balance: debits equal to credits")]
    [InlineData("account,fund,balance\n1,A,1\n2,B,-1\n", "debits greater by 1 in fund A", "a trial balance: debits equal to credits")]
    [InlineData("account,balance,colour\n1,1,red\n", "a column 'colour'", "account, name, fund, donor, currency, and debit and credit or balance")]
    [InlineData("account,debit\n1,1\n", "no account, or not one kind of amount", "account, and either debit and credit or balance")]
    [InlineData("account,balance,amount\n1,1,1\n", "a second column for balance", "each once")]
    [InlineData("account,balance\n,1\n", "an empty cell", "the code of an account")]
    [InlineData("account,debit,credit\n1,1,1\n", "a debit and a credit", "one of the two in each row")]
    [InlineData("account,balance\n", "a header without rows", "a row for each account")]
    public void An_extract_at_fault_is_told(string text, string found, string expected) =>
        Read(text).Problems[0].Should().BeEquivalentTo(new { Found = found, Expected = expected });

    [Fact]
    public void A_mapping_sends_codes_and_ranges_to_lines_and_names_what_it_leaves_out()
    {
        var mapping = Mapping("accounts,line\n1000..1999,-\n4000,revenue\n");
        var rows = Read("account,balance\n1500,3\n4000,-2\n5000,-1\n").Rows;

        var (mapped, unmapped) = mapping.Apply(rows);

        mapping.Problems.Should().BeEmpty();
        mapped.Select(row => (row.Row.Account, row.Line)).Should().Equal(("1500", AccountMapping.NotPresented), ("4000", "revenue"));
        unmapped.Single().Account.Should().Be("5000");
    }

    [Theory]
    [InlineData("accounts,line\n2..1,x\n", "'2..1'", "an account code, or a range first..last")]
    [InlineData("accounts,line\n1,\n", "an empty cell", "the name of a line of the template, or -")]
    [InlineData("accounts,line\n10..20,a\n15,b\n", "'15', which overlaps 10..20 of line a", "each account once")]
    public void A_mapping_at_fault_is_told(string text, string found, string expected) =>
        Mapping(text).Problems.Single().Should().BeEquivalentTo(new { Found = found, Expected = expected });

    private TrialBalanceExtract Read(string text) => TrialBalanceExtract.Read(Write("extract.csv", text));

    private AccountMapping Mapping(string text) => AccountMapping.Read(Write("mapping.csv", text));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}

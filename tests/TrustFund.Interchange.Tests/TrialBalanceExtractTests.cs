using System.Globalization;
using CsCheck;

namespace TrustFund.Interchange.Tests;

public sealed class TrialBalanceExtractTests : IDisposable
{
    private readonly BooksFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("account,debit,credit\n1000,12.50,\n4000,,12.50\n")]
    [InlineData("account,debit,credit\r\n1000,12.50,0.00\r\n4000,0,12.50\r\n5000,,\r\n")]
    [InlineData("account,balance\n1000,12.50\n4000,-12.50\n")]
    [InlineData("\uFEFFAccount code;Closing balance\n1000;12,50\n4000;12,50-\n")]
    [InlineData("GL account\tDr\tCr\n1000\t12.50\t0.00\n4000\t0.00\t12.50\n")]
    [InlineData("ACCOUNT,BALANCE\n1000,12.50\n4000,(12.50)\n")]
    [InlineData("account,balance\n1000,12.50 DR\n4000,12.50CR\n")]
    [InlineData("account,balance\n1000,12.50 S\n4000,12.50 H\n")]
    [InlineData("account,balance\n1000,12.50\n4000,\u221212.50\n")]
    [InlineData("account,debit,credit\n1000,,-12.50\n4000,-12.50,\n")]
    [InlineData("account,debit,credit\n1000,12.50 DR,\n4000,,12.50 CR\n")]
    [InlineData("\"account\",\"name; of it\"\n1000,12.50\n", "a column 'name; of it'")]
    [InlineData("account_code,account_name,fund_code,donor,donor_name,currency,illustrative,balance\n1000,Cash,F,C,Canada,USD,yes,12.50\n4000,Revenue,F,,,USD,,-12.50\n")]
    public void An_extract_is_read_in_every_way_it_is_written(string text, string? problem = null)
    {
        var extract = Read(text);

        extract.Problems.Select(one => one.Found).FirstOrDefault().Should().Be(problem);
        if (problem is null)
        {
            extract.Rows.Take(2).Select(row => (row.Account, row.Balance)).Should().Equal(("1000", 12.50m), ("4000", -12.50m));
        }
    }

    [Fact]
    public void A_row_is_read_with_all_it_states()
    {
        var extract = Read("account,name,fund,donor,donor name,currency,balance,illustrative\n1000,Cash,F,C,Canada,USD,5,yes\n4000,,F,C,,,-5,\n");

        extract.Problems.Should().BeEmpty();
        extract.Rows.Should().Equal(
            new ExtractRow("1000", "Cash", "F", "Canada", 5, new TextPlace(2, 1), Currency.Usd),
            new ExtractRow("4000", null, "F", "C", -5, new TextPlace(3, 1)));
        extract.IsIllustrative.Should().BeTrue();
        extract.Fingerprint.Should().Be(Sha256Hash.Of(File.ReadAllBytes(_folder["extract.csv"])));
    }

    [Theory]
    [InlineData("account;balance\n1;1.234.567,89\n2;-1.234.567,89\n", "1234567.89")]
    [InlineData("account,balance\n1,\"1,234,567.89\"\n2,\"-1,234,567.89\"\n", "1234567.89")]
    [InlineData("account,balance\n1,1 234 567.89\n2,-1 234 567.89\n", "1234567.89")]
    [InlineData("account,balance\n1,1\u202F234\u00A0567.89\n2,-1'234\u2019567.89\n", "1234567.89")]
    [InlineData("account;balance\n1;1.234\n2;-1234,00\n", "1234")]
    [InlineData("account;balance\n1;1,234\n2;-1234.00\n", "1234")]
    [InlineData("account;balance\n1;1,234\n2;1,234,567-\n3;1,233,333\n", "1234")]
    [InlineData("account;balance\n1;0,125\n2;-0,125\n", "0.125")]
    [InlineData("account;balance\n1;1 234,567\n2;-1234,567\n", "1234.567")]
    [InlineData("account;balance\n1;1234\n2;-1234\n", "1234")]
    public void The_amounts_of_a_file_together_tell_its_decimal_mark(string text, string first)
    {
        var extract = Read(text);

        extract.Problems.Should().BeEmpty();
        extract.Rows[0].Balance.Should().Be(decimal.Parse(first, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Amounts_written_in_any_notation_read_back_as_they_were() =>
        Gen.Select(
            Gen.Long[1, 99_999_999_999].Array[1, 10], Gen.OneOfConst(".,", ",.", ". ", ", ", ".'", ",\u202F", ". \u00A0"), Gen.Bool, Gen.Int[0, 4])
            .Sample((cents, marks, groups, sign) =>
            {
                var amounts = cents.Append(-cents.Sum()).Select(one => one / 100m).ToArray();
                var rows = amounts.Select((amount, index) => $"{index}\t{Written(amount, marks[0], groups ? marks[1..2] : "", sign)}\n");

                var extract = Read("account\tbalance\n" + string.Concat(rows));

                extract.Problems.Should().BeEmpty();
                extract.Rows.Select(row => row.Balance).Should().Equal(amounts);
            }, iter: 500, threads: 1);

    [Fact]
    public void An_extract_of_thousands_written_one_way_only_is_refused_once_however_many_rows_it_has()
    {
        var extract = Read("account;balance\n1;1,234\n2;-1,234\n3;2,345\n4;-2,345\n5;oops\n");

        extract.Problems.Select(problem => problem.Place).Should().Equal(new TextPlace(2, 2), new TextPlace(6, 2));
        extract.Rows.Should().BeEmpty();
    }

    [Fact]
    public void An_extract_with_a_cell_at_fault_is_not_reported_as_unbalanced_as_well() =>
        Read("account,balance\n1,12.50\n2,99rr69\n").Problems.Should().ContainSingle();

    private static string Written(decimal amount, char mark, string separator, int sign)
    {
        var parts = Math.Abs(amount).ToString("#,0.00", CultureInfo.InvariantCulture).Split('.');
        var digits = parts[0].Replace(",", separator, StringComparison.Ordinal) + mark + parts[1];
        return amount >= 0 ? digits : sign switch
        {
            0 => "-" + digits,
            1 => digits + "-",
            2 => $"({digits})",
            3 => digits + " CR",
            _ => "\u2212 " + digits,
        };
    }

    private TrialBalanceExtract Read(string text) => TrialBalanceExtract.Read(_folder.Write("extract.csv", text));
}

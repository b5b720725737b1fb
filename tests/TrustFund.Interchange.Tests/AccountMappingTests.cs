using CsCheck;

namespace TrustFund.Interchange.Tests;

public sealed class AccountMappingTests : IDisposable
{
    private readonly BooksFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_mapping_sends_codes_and_ranges_to_lines_and_names_what_it_leaves_out()
    {
        var mapping = Read("accounts,line\n1000..1999,-\n4000,revenue\n");

        var (mapped, unmapped) = mapping.Apply(Rows("account,name,donor,balance\n1500,Cash,,3\n4000,Grants,,-2\n5000,Fees,CAN,-0.75\n5000,Fees,,-0.25\n"));

        mapping.Problems.Should().BeEmpty();
        mapping.Lines.Should().Equal(AccountMapping.NotPresented, "revenue");
        mapped.Select(row => (row.Row.Account, row.Line)).Should().Equal(("1500", AccountMapping.NotPresented), ("4000", "revenue"));
        unmapped.Should().Equal(new ExtractRow("5000", "Fees", null, null, -1.00m, new TextPlace(4, 1)));
    }

    [Fact]
    public void Balances_add_up_by_line_and_by_line_and_donor()
    {
        var mapping = Read("accounts;line\n1000;-\n4000..4999;revenue\n");

        var balances = mapping.Apply(Rows("account,donor,balance\n1000,,100.10\n4000,CAN,-50.05\n4100,CAN,-20\n4100,PER,-30.05\n"));

        balances.ByLine().Should().Equal(new LineBalance("-", null, 100.10m), new LineBalance("revenue", null, -100.10m));
        balances.ByLineAndDonor().Should().Equal(
            new LineBalance("-", null, 100.10m), new LineBalance("revenue", "CAN", -70.05m), new LineBalance("revenue", "PER", -30.05m));
    }

    [Theory]
    [InlineData("41010..41090", "41010", true)]
    [InlineData("41010..41090", "41090", true)]
    [InlineData("41010..41090", "41091", false)]
    [InlineData("41010..41090", "410105", false)]
    [InlineData("41010..41090", "4105", false)]
    [InlineData("41010..41090", "041050", true)]
    [InlineData("41010..41090", "4105A", false)]
    [InlineData("900..1100", "1000", true)]
    [InlineData("A10..A90", "A50", true)]
    [InlineData("A10..A90", "A5", false)]
    [InlineData("A10..A90", "A505", false)]
    [InlineData("A10..A90", "a50", false)]
    [InlineData("A10..Z90", "150", false)]
    [InlineData("41010", "041010", false)]
    [InlineData("41010 .. 41090", "41050", true)]
    public void A_range_takes_in_the_codes_of_its_form_between_its_ends(string range, string code, bool isIn) =>
        Read($"accounts,line\n{range},x\n").Apply([new ExtractRow(code, null, null, null, 1, new TextPlace(2, 1))])
            .Mapped.Should().HaveCount(isIn ? 1 : 0);

    [Fact]
    public void Two_ranges_overlap_where_a_code_is_in_both_and_nowhere_else()
    {
        string[] codes = [.. Codes(1), .. Codes(2)];
        Gen.Select(Gen.OneOfConst(codes), Gen.OneOfConst(codes), Gen.OneOfConst(codes), Gen.OneOfConst(codes)).Sample((a, b, c, d) =>
        {
            if (AccountRange.Of($"{a}..{b}", out _) is { } one && AccountRange.Of($"{c}..{d}", out _) is { } other)
            {
                one.Overlaps(other).Should().Be(codes.Any(code => one.Contains(code) && other.Contains(code)), $"{one} and {other}");
                other.Overlaps(one).Should().Be(one.Overlaps(other));
            }
        }, iter: 5000);
    }

    // All codes of a length over a few characters.
    private static IEnumerable<string> Codes(int length) => length == 0
        ? [""]
        : Codes(length - 1).SelectMany(code => "019A-".Select(character => code + character));

    private AccountMapping Read(string text) => AccountMapping.Read(_folder.Write("mapping.csv", text));

    private IReadOnlyList<ExtractRow> Rows(string text) => TrialBalanceExtract.Read(_folder.Write("extract.csv", text)).Rows;
}

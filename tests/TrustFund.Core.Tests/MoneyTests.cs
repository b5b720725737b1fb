using CsCheck;

namespace TrustFund.Tests;

public sealed class MoneyTests
{
    private static readonly Gen<Money> GenUsd = Gen.Long[-1_000_000_000_000, 1_000_000_000_000].Select(units => new Money(units, Currency.Usd));

    [Fact]
    public void Sums_are_exact_and_come_in_any_order() =>
        Gen.Select(GenUsd, GenUsd, GenUsd).Sample((a, b, c) => a + b + c == c + (b + a) && a - b == -(b - a) && (a + b).Amount == a.Amount + b.Amount);

    [Fact]
    public void An_amount_in_units_reads_back() => GenUsd.Sample(money => Money.Of(money.Amount, Currency.Usd) == money);

    [Theory]
    [InlineData("USD", "1304208.33", 130420833)]
    [InlineData("JPY", "1304208", 1304208)]
    [InlineData("KWD", "1.005", 1005)]
    [InlineData("USD", "-0.01", -1)]
    public void An_amount_is_whole_minor_units_of_its_currency(string currency, string amount, long minorUnits)
    {
        var money = Money.Of(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Currency.Parse(currency));

        money.MinorUnits.Should().Be(minorUnits);
        money.ToString().Should().Be($"{amount} {currency}");
    }

    [Fact]
    public void More_decimals_than_the_minor_unit_are_refused_and_not_rounded()
    {
        var make = () => Money.Usd(0.005m);

        make.Should().Throw<ArgumentException>().WithMessage("0.005 has more decimals than the 2 of USD.");
    }

    [Fact]
    public void Two_currencies_do_not_add_up_or_compare()
    {
        var euro = Money.Of(1, Currency.Eur);

        new Action(() => _ = Money.Usd(1) + euro).Should().Throw<CurrencyMismatchException>()
            .Which.Should().BeEquivalentTo(new { Expected = Currency.Usd, Found = Currency.Eur });
        new Action(() => _ = Money.Usd(1) < euro).Should().Throw<CurrencyMismatchException>();
    }

    [Fact]
    public void A_sum_that_does_not_fit_is_refused()
    {
        var most = new Money(long.MaxValue, Currency.Usd);

        new Action(() => _ = most + new Money(1, Currency.Usd)).Should().Throw<OverflowException>();
        new Action(() => _ = -new Money(long.MinValue, Currency.Usd)).Should().Throw<OverflowException>();
    }

    [Theory]
    [InlineData("USD", 2), InlineData("EUR", 2), InlineData("JPY", 0), InlineData("XOF", 0), InlineData("KWD", 3), InlineData("TND", 3)]
    public void A_currency_has_the_minor_digits_of_ISO_4217(string code, int digits) => Currency.Parse(code).MinorDigits.Should().Be(digits);

    [Theory]
    [InlineData("usd"), InlineData("XXX"), InlineData(""), InlineData("DOLLAR")]
    public void What_ISO_4217_does_not_list_is_no_currency(string code) =>
        new Action(() => Currency.Parse(code)).Should().Throw<FormatException>().WithMessage($"'{code}' is not a currency code of ISO 4217.");
}

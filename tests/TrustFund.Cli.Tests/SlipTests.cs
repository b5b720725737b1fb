using System.Text.RegularExpressions;

namespace TrustFund.Cli.Tests;

/// <summary>Any figure of the annex misprinted is found and named with its three figures.</summary>
public sealed partial class SlipTests
{
    [Fact]
    public async Task Every_figure_misprinted_in_any_way_is_named_with_published_per_books_and_difference()
    {
        using var folder = await SampleFolder.CreateAsync();
        var annex = File.ReadAllText(folder["annex.txt"]);
        var figures = Figures().Matches(annex);
        figures.Should().HaveCount(16);
        var slips = 0;

        foreach (Match figure in figures)
        {
            foreach (var (kind, misprint) in Misprints(figure.Value))
            {
                var path = folder.Write("misprinted.txt", annex[..figure.Index] + misprint + annex[(figure.Index + figure.Length)..]);
                var published = PublishedAmount(misprint);
                var perBooks = PublishedAmount(figure.Value);

                var result = await Tool.RunAsync("reconcile", path, "--books", folder["books.db"]);

                var reason = $"{kind}: {figure.Value} printed as {misprint}";
                result.Exit.Should().Be(1, reason);
                var expected = $"published {Words(published)}, per books {Words(perBooks)}, difference {Words(published - perBooks)}:";
                WhiteSpace().Replace(result.Output, " ").Should().Contain(expected, reason);
                slips++;
            }
        }

        slips.Should().BeGreaterThan(16 * 3);
    }

    private static IEnumerable<(string Kind, string Misprint)> Misprints(string figure)
    {
        var digits = string.Concat(figure.Where(char.IsAsciiDigit));
        if (digits.Length == 0)
        {
            yield return ("one digit", "1");
            yield break;
        }

        var swap = Enumerable.Range(0, digits.Length - 1).First(index => digits[index] != digits[index + 1]);
        yield return ("two digits swapped", Regrouped(figure, digits[..swap] + digits[swap + 1] + digits[swap] + digits[(swap + 2)..]));
        yield return ("one digit", Regrouped(figure, digits[..^1] + (char)('0' + ((digits[^1] - '0' + 1) % 10))));
        yield return ("sign", figure.StartsWith('\\') ? "-" + figure : $"({figure})");
        if (digits.Contains('0', StringComparison.Ordinal))
        {
            yield return ("a zero dropped", Regrouped(figure, digits.Remove(digits.LastIndexOf('0'), 1)));
        }
    }

    private static string Regrouped(string figure, string digits)
    {
        var separator = figure.Contains(',', StringComparison.Ordinal) ? "," : " ";
        var number = Thousands().Replace(digits.TrimStart('0').PadLeft(1, '0'), separator);
        return figure.StartsWith('\\') ? "\\$" + number : number;
    }

    private static decimal PublishedAmount(string text)
    {
        var magnitude = text == "–" ? 0 : decimal.Parse(string.Concat(text.Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);
        return text.StartsWith('(') || text.StartsWith('-') ? -magnitude : magnitude;
    }

    private static string Words(decimal amount) => TrustFund.Reconciliation.Statements.AmountText.Of(amount);

    [GeneratedRegex(@"(?<=\t)[\d ]*\d|(?<=\t)–|\\\$[\d,]*\d")]
    private static partial Regex Figures();

    [GeneratedRegex(@"(?<=\d)(?=(\d{3})+$)")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}

using NodaTime;
using NodaTime.Text;

namespace TrustFund.Reconciliation.Statements;

/// <summary>Amounts, days and lists as running text states them, in the house style of a statement.</summary>
internal sealed class NarrativeWords(Statement statement)
{
    private readonly StatementTemplate _template = statement.Template;

    /// <summary>An amount without its sign: <c>$1,250</c>, <c>$3,915 thousand</c>.</summary>
    internal string Magnitude(decimal rounded)
    {
        var (scale, word) = _template.Unit switch { 1000 => (1m, " thousand"), 1_000_000 => (1m, " million"), var unit => (unit, "") };
        var digits = FigureFormat.Grouped(Math.Abs(rounded) * scale, _template.Decimals, _template.Style.NoteThousands, _template.Style.DecimalMark);
        return (_template.Style.NotePrefix.Length > 0 ? _template.Style.NotePrefix : statement.Fund.Currency.Code + " ") + digits + word;
    }

    internal string Magnitude(Money exact) => Magnitude(Rounded(exact));

    /// <summary>An amount with its sign, as a table prints it: <c>($1,250)</c>; <c>nil</c> for nil.</summary>
    internal string Signed(decimal rounded) => rounded switch
    {
        0 => "nil",
        > 0 => Magnitude(rounded),
        _ => _template.Style.NegativeInParentheses && _template.Unit == 1 ? $"({Magnitude(rounded)})" : $"-{Magnitude(rounded)}",
    };

    internal decimal Rounded(Money exact) => FigureFormat.Round(exact.Amount, _template.Unit, _template.Decimals, _template.Rounding);

    internal string Day(LocalDate date) => LocalDatePattern.CreateWithInvariantCulture(_template.Style.DatePattern).Format(date);

    /// <summary>A period after <c>in</c>: <c>2016</c>, <c>2015/16</c>, or <c>the period from 1 June 2016 to 30 June 2016</c>.</summary>
    internal string Period(ReportingPeriod period) => period.Start.PlusYears(1).PlusDays(-1) == period.End
        ? Placeholders.Fill("{year}", statement.Fund, period, _template.Style)
        : $"the period from {Day(period.Start)} to {Day(period.End)}";

    internal string Name(string name) => _template.Style.NamesWithArticle.Contains(name) ? $"the {name}" : name;

    /// <summary>A caption within a sentence: its first letter small, unless it begins with an abbreviation.</summary>
    internal static string Within(string caption) =>
        caption.Length > 1 && char.IsUpper(caption[0]) && !char.IsUpper(caption[1]) ? char.ToLowerInvariant(caption[0]) + caption[1..] : caption;

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>; by semicolons where an item has a comma.</summary>
    internal static string List(IReadOnlyList<string> items)
    {
        var (comma, last) = items.Any(item => item.Contains(", ", StringComparison.Ordinal)) ? ("; ", "; and ") : (", ", " and ");
        return items.Count < 2 ? string.Concat(items) : string.Join(comma, items.SkipLast(1)) + last + items[^1];
    }
}

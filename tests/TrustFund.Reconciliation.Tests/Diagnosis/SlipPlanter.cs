using System.Globalization;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Diagnosis;

/// <summary>
/// Plants slips in the figures of a document, each as a person would make it: on the page, in the style in
/// which the figure is printed. Drawn by a seed.
/// </summary>
internal sealed class SlipPlanter(string text, ReconciliationReport sound, Random random)
{
    private readonly PrintedStyle _style = new(sound.Document);

    private readonly Dictionary<PublishedFigure, List<RelationFinding>> _relationsOf = sound.Proof.Findings
        .SelectMany(finding => finding.Relation.Terms.Select(term => term.Figure).Append(finding.Relation.Target).Select(figure => (figure, finding)))
        .GroupBy(pair => pair.figure)
        .ToDictionary(group => group.Key, group => group.Select(pair => pair.finding).ToList());

    /// <summary>
    /// The figures in which slips are planted: those that take part in two relations or more, in a document as it is
    /// in none that fails, whose original amount nobody knows.
    /// </summary>
    internal IEnumerable<PublishedFigure> Figures => sound.Document.Figures.Where(figure => figure.Amount is not null
        && _relationsOf.TryGetValue(figure, out var relations) && relations.Count > 1 && relations.TrueForAll(finding => finding.Verdict != Verdict.Inconsistent));

    private string? NilMark => new[] { "–", "-" }.FirstOrDefault(mark => sound.Document.Figures.Any(figure => figure.Printed == mark));

    /// <summary>One slip of each kind that the figure allows and that rounding cannot explain.</summary>
    internal IEnumerable<PlantedSlip> SlipsOf(PublishedFigure figure)
    {
        var amount = figure.Amount!.Value;
        var digits = string.Concat(figure.Printed.Where(char.IsAsciiDigit));
        (string Kind, Func<PlantedSlip?> Plant)[] kinds =
        [
            ("transposition", () => Transposed(figure, digits)),
            ("one digit", () => OneDigit(figure, digits)),
            ("dropped digit", () => digits.Length < 2 ? null : OfDigits("dropped digit", figure, digits.Remove(random.Next(digits.Length), 1))),
            ("added digit", () => OfDigits("added digit", figure, digits.Insert(random.Next(digits.Length + 1), random.Next(10).ToString(CultureInfo.InvariantCulture)))),
            ("decimal point", () => Of("decimal point", figure, PrintedStyle.Signed(figure, Pointed(figure, digits), amount < 0))),
            ("thousands for units", () => Of("thousands for units", figure, amount * 1000)),
            ("sign", () => Of("sign", figure, -amount)),
            ("amount left out", () => Of("amount left out", figure, NilMark ?? _style.InStyleOf(figure, 0))),
            ("copied from the line above", () => Neighbour(figure, -1) is { } above ? Of("copied from the line above", figure, above.Amount!.Value) : null),
            ("copied from the next column", () => RowOf(figure).SkipWhile(other => other != figure).Skip(1).FirstOrDefault() is { Amount: { } next }
                ? Of("copied from the next column", figure, next) : null),
            ("two lines swapped", () => Neighbour(figure, 1) is { } below ? Of("two lines swapped", [(figure, below.Amount!.Value), (below, amount)]) : null),
            ("line shifted by a column", () => Shifted(figure)),
            ("column shifted by a line", () => ShiftedDown(figure)),
            ("stale total", () => TotalOf(figure) is { } total ? Of("stale total", figure, decimal.Round(amount + (total.Computed * random.Next(1, 20) / 100), amount.Scale, MidpointRounding.AwayFromZero)) : null),
            ("total leaves a line out", () => Line(figure) is { } line ? Of("total leaves a line out", figure, amount - line) : null),
            ("line left out", () => ByLine("line left out", figure, (page, line) => page.Remove(line), IsMissed)),
            ("line printed twice", () => ByLine("line printed twice", figure, (page, line) => page.Double(line))),
            ("total counts a line twice", () => Line(figure) is { } line ? Of("total counts a line twice", figure, amount + line) : null),
        ];
        foreach (var (_, plant) in kinds)
        {
            if (plant() is { } slip)
            {
                yield return slip;
            }
        }
    }

    private PlantedSlip? Transposed(PublishedFigure figure, string digits)
    {
        var places = Enumerable.Range(0, Math.Max(0, digits.Length - 1)).Where(at => digits[at] != digits[at + 1]).ToList();
        if (places.Count == 0)
        {
            return null;
        }

        var at = places[random.Next(places.Count)];
        return OfDigits("transposition", figure, digits[..at] + digits[at + 1] + digits[at] + digits[(at + 2)..]);
    }

    private PlantedSlip? OneDigit(PublishedFigure figure, string digits)
    {
        if (digits.Length == 0)
        {
            return null;
        }

        var at = random.Next(digits.Length);
        var digit = (char)('0' + ((digits[at] - '0' + random.Next(1, 10)) % 10));
        return OfDigits("one digit", figure, digits[..at] + digit + digits[(at + 1)..]);
    }

    private PlantedSlip? OfDigits(string kind, PublishedFigure figure, string digits)
    {
        var decimals = Decimals(figure);
        var whole = digits.PadLeft(decimals + 1, '0');
        var size = decimal.Parse(whole, NumberStyles.None, CultureInfo.InvariantCulture) / Power(decimals);
        return digits.Length == 0 ? null : Of(kind, figure, figure.Amount < 0 ? -size : size);
    }

    // A point where a comma or nothing should be, or one digit further on.
    private string Pointed(PublishedFigure figure, string digits)
    {
        var decimals = Decimals(figure);
        return decimals > 0 ? _style.Grouped(figure, digits[..^(decimals - 1)].PadLeft(1, '0') + (decimals > 1 ? "." + digits[^(decimals - 1)..] : ""))
            : digits.Length > 3 ? digits[..^3] + _style.Point + digits[^3..]
            : digits.Length > 1 ? digits[..^1] + _style.Point + digits[^1..]
            : digits + "0";
    }

    private PlantedSlip? Shifted(PublishedFigure figure)
    {
        var row = RowOf(figure);
        var from = row.IndexOf(figure);
        return from < 0 || row.Count - from < 3 || row.Exists(other => other.Amount is null)
            ? null
            : Moved("line shifted by a column", [.. row.Skip(from).Select((other, index) => (other, index == 0 ? 0 : row[from + index - 1].Amount!.Value))]);
    }

    private PlantedSlip? ShiftedDown(PublishedFigure figure)
    {
        const int lines = 3;
        var column = ColumnOf(figure);
        var from = column.IndexOf(figure);
        var part = from < 1 ? [] : column.Skip(from - 1).Take(lines + 1).ToList();
        return part.Count <= lines || part.Exists(other => other.Amount is null)
            ? null
            : Moved("column shifted by a line", [.. part.Skip(1).Select((other, index) => (other, part[index].Amount!.Value))]);
    }

    // What is printed over at the end stands nowhere any more.
    private PlantedSlip? Moved(string kind, IReadOnlyList<(PublishedFigure Figure, decimal Amount)> amounts)
    {
        var (last, amount) = amounts[^1];
        var slip = Of(kind, amounts);
        return slip is null || amount == last.Amount || _relationsOf.GetValueOrDefault(last)?.Count > 1 && IsLarge(new() { [last] = amount - last.Amount!.Value }) ? slip
            : slip.Changed.Count == 1 ? null
            : slip with { Changed = [.. slip.Changed.Where(figure => figure != last)], Lost = [last] };
    }

    // Once for a line of a range: a line that a relation names is missed by its name.
    private PlantedSlip? ByLine(string kind, PublishedFigure figure, Action<PrintedPage, int> change, Predicate<PublishedFigure>? isMissed = null)
    {
        var row = RowOf(figure).Where(other => other.Amount is not (null or 0)).ToList();
        var isRanged = row.Count > 1 && row[0] == figure && TotalsOf(figure).Any(total => total.Terms.Count > 10)
            && TotalsOf(figure).All(total => total.Terms[0].Figure != figure && total.Terms[^1].Figure != figure);
        if (!isRanged || !IsLarge(row.ToDictionary(other => other, other => other.Amount!.Value)))
        {
            return null;
        }

        var page = new PrintedPage(text);
        change(page, figure.Place.Line);
        var missed = isMissed is null ? row : row.FindAll(isMissed);
        return new PlantedSlip(kind, page.Text, missed) { Lost = [.. row.Except(missed)] };
    }

    // What holds along a line goes with it: the total of its column has to be out.
    private bool IsMissed(PublishedFigure figure) => _relationsOf.TryGetValue(figure, out var relations)
        && relations.Exists(finding => finding.Relation.Kind == RelationKind.Total && finding.Relation.Target != figure && Math.Abs(figure.Amount!.Value) > finding.Bound + Math.Abs(finding.Residual));

    private IEnumerable<StatementRelation> TotalsOf(PublishedFigure line) => _relationsOf[line].Select(finding => finding.Relation)
        .Where(relation => relation.Kind == RelationKind.Total && relation.Target != line);

    private StatementRelation? TotalOf(PublishedFigure figure) => _relationsOf[figure].Select(finding => finding.Relation)
        .FirstOrDefault(relation => relation.Target == figure && relation is { Kind: RelationKind.Total, Terms.Count: > 1 });

    private decimal? Line(PublishedFigure figure)
    {
        var lines = TotalOf(figure)?.Terms.Where(term => term.Figure.Amount != 0).ToList() ?? [];
        return lines.Count < 2 ? null : lines[random.Next(lines.Count)] is var line ? line.Coefficient * line.Figure.Amount : null;
    }

    private PublishedFigure? Neighbour(PublishedFigure figure, int step)
    {
        var column = ColumnOf(figure);
        var at = column.IndexOf(figure);
        return at < 0 || at + step < 0 || at + step >= column.Count || column[at + step].Amount is null ? null : column[at + step];
    }

    private List<PublishedFigure> RowOf(PublishedFigure figure) => sound.Document.Tables.SelectMany(table => table.Lines)
        .FirstOrDefault(line => line.Figures.Contains(figure))?.Figures.ToList() ?? [];

    private List<PublishedFigure> ColumnOf(PublishedFigure figure) => sound.Document.Tables
        .FirstOrDefault(table => table.Lines.Any(line => line.Figures.Contains(figure)))?.Lines
        .SelectMany(line => line.Figures).Where(other => other.Column == figure.Column).ToList() ?? [];

    private PlantedSlip? Of(string kind, PublishedFigure figure, decimal amount) => Of(kind, [(figure, amount)]);

    private PlantedSlip? Of(string kind, PublishedFigure figure, string number) =>
        Planted(kind, [(figure, number)]);

    private PlantedSlip? Of(string kind, IReadOnlyList<(PublishedFigure Figure, decimal Amount)> amounts) =>
        Planted(kind, [.. amounts.Where(pair => pair.Amount != pair.Figure.Amount).Select(pair => (pair.Figure, _style.InStyleOf(pair.Figure, pair.Amount)))]);

    private PlantedSlip? Planted(string kind, IReadOnlyList<(PublishedFigure Figure, string Number)> numbers)
    {
        var changes = numbers.ToDictionary(pair => pair.Figure, pair => _style.AmountOf(pair.Number) - pair.Figure.Amount!.Value);
        if (!IsLarge(changes))
        {
            return null;
        }

        var page = new PrintedPage(text);
        page.Print(numbers);
        return new PlantedSlip(kind, page.Text, [.. numbers.Select(pair => pair.Figure)]);
    }

    // Larger than rounding explains: some relation moves by more than it could be out by rounding.
    private bool IsLarge(Dictionary<PublishedFigure, decimal> changes) => changes.Keys.SelectMany(figure => _relationsOf.GetValueOrDefault(figure) ?? []).Distinct()
        .Any(finding => finding.Relation.IsSum && Math.Abs(finding.Relation.Terms.Append(new RelationTerm(finding.Relation.Target, -1))
            .Sum(term => term.Coefficient * changes.GetValueOrDefault(term.Figure))) > finding.Bound + Math.Abs(finding.Residual));

    private static int Decimals(PublishedFigure figure) => figure.Amount!.Value.Scale;

    private static decimal Power(int decimals) => Enumerable.Repeat(10m, decimals).Aggregate(1m, (product, ten) => product * ten);
}

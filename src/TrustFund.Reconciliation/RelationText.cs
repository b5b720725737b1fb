using System.Globalization;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>
/// Relations and figures in an accountant's words: <em>foots</em> and <em>agrees</em>, <em>within
/// rounding</em>, <em>does not foot</em>; differences as three figures, and said in words.
/// </summary>
public static class RelationText
{
    private static readonly string[] Numbers =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>An amount of a published statement: spaces between groups, parentheses for negatives, an en dash for nil.</summary>
    /// <param name="amount">The amount in printed units.</param>
    public static string Amount(decimal amount)
    {
        if (amount == 0)
        {
            return "–";
        }

        var digits = FigureFormat.Grouped(Math.Abs(amount), Scale(amount), " ", ".");
        return amount > 0 ? digits : $"({digits})";
    }

    /// <summary>A count in words up to twelve, in digits above: <c>six</c>, <c>13</c>.</summary>
    /// <param name="count">The count, not negative.</param>
    public static string Count(int count) =>
        count < Numbers.Length ? Numbers[count] : count.ToString(CultureInfo.InvariantCulture);

    /// <summary>By how much one thing differs from another, in words: <c>90 less</c>, <c>1 more</c>.</summary>
    /// <param name="difference">The one less the other.</param>
    public static string MoreOrLess(decimal difference) =>
        $"{Amount(Math.Abs(difference))} {(difference > 0 ? "more" : "less")}";

    /// <summary>A relation and its finding in a sentence or two.</summary>
    /// <param name="finding">The finding.</param>
    public static string Of(RelationFinding finding)
    {
        var relation = finding.Relation;
        var target = relation.Target;
        var printed = Amount(target.Amount!.Value);
        var computed = Amount(target.Amount!.Value + finding.Residual);
        var isEquality = relation.Kind is RelationKind.Narrative or RelationKind.Equality or RelationKind.Continuity;
        return (finding.Verdict, relation.Kind) switch
        {
            (Verdict.Exact, RelationKind.Note) =>
                $"The note of {target.Caption} foots: {Addends(relation)} add up to {printed}.",
            (Verdict.Exact, _) when isEquality =>
                $"{relation.Terms[0].Figure.Caption} agrees with {target.Caption}: {printed}.",
            (Verdict.Exact, _) => $"{target.Caption} foots: {Sum(relation)} = {printed}.",
            (Verdict.Rounding, RelationKind.Note) =>
                $"The note of {target.Caption}: {Addends(relation)} add up to {computed}, the line says {printed}: "
                + $"the note is {MoreOrLess(finding.Residual)}. {Explained(finding)}",
            (Verdict.Rounding, _) =>
                $"{target.Caption}: {Sum(relation)} = {computed}, the line says {printed}: the line is {MoreOrLess(-finding.Residual)}. {Explained(finding)}",
            (_, RelationKind.Narrative) =>
                $"Inconsistent: {relation.Terms[0].Figure.Caption} says {computed}, {target.Caption} in the table says {printed}: "
                + $"the text is {MoreOrLess(finding.Residual)}.",
            (_, RelationKind.Note) =>
                $"The note of {target.Caption} does not foot: {Addends(relation)} add up to {computed}, the line says {printed}: "
                + $"the note is {MoreOrLess(finding.Residual)}. {NotExplained(finding)}",
            _ when isEquality =>
                $"{relation.Terms[0].Figure.Caption} does not agree with {target.Caption}: {computed} against {printed}.",
            _ => $"{target.Caption} does not foot: {Sum(relation)} = {computed}, the line says {printed}: "
                + $"the line is {MoreOrLess(-finding.Residual)}. {NotExplained(finding)}",
        };
    }

    /// <summary>How likely a rounding difference is, in words: <c>about 49 such relations in 100 are out by 1 or more</c>.</summary>
    /// <param name="finding">A finding of rounding.</param>
    public static string Explained(RelationFinding finding) =>
        $"Rounding explains up to {Amount(finding.Bound)}; {Odds(finding.Likelihood, finding.Relation.Kind)} are out by {Amount(Math.Abs(finding.Residual))} or more."
        + (finding.Plausibility == Plausibility.Improbable ? " Too improbable to pass as rounding: a query." : "");

    private static string Odds(decimal likelihood, RelationKind kind)
    {
        var things = kind == RelationKind.Note ? "such notes" : "such totals";
        var (share, of) = likelihood switch
        {
            >= 0.01m => (likelihood * 100, "100"),
            >= 0.0001m => (likelihood * 10_000, "10 000"),
            _ => (likelihood * 1_000_000, "1 000 000"),
        };
        var whole = decimal.Round(share, MidpointRounding.AwayFromZero);
        return whole == 0
            ? $"fewer than 1 in {of} of {things}"
            : $"about {whole.ToString(CultureInfo.InvariantCulture)} {things} in {of}";
    }

    private static string NotExplained(RelationFinding finding) => finding.Bound == 0
        ? "Rounding cannot explain any difference here."
        : $"Rounding cannot explain more than {Amount(finding.Bound)}.";

    private static string Addends(StatementRelation relation) =>
        $"{Count(relation.Terms.Count)} {(relation.Terms.Count == 1 ? "amount" : "amounts")}";

    private static string Sum(StatementRelation relation)
    {
        // A long total says how many lines it has; a short one shows them.
        if (relation.Terms.Count > 5)
        {
            return $"{Count(relation.Terms.Count)} lines";
        }

        var terms = relation.Terms.Select((term, index) =>
            (index == 0 ? (term.Coefficient < 0 ? "less " : "") : term.Coefficient < 0 ? " less " : " + ") + Amount(term.Figure.Amount!.Value));
        return string.Concat(terms);
    }

    private static int Scale(decimal amount) => (amount / 1.0000000000000000000000000000m).Scale;
}

using System.Globalization;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;
using static TrustFund.Reconciliation.Statements.AmountText;

namespace TrustFund.Reconciliation;

/// <summary>
/// Relations and conflicts in an accountant's words: <em>foots</em> and <em>agrees</em>, <em>within
/// rounding</em>, <em>does not foot</em>; differences as three figures, and said in words.
/// </summary>
internal sealed class RelationText(Func<PublishedFigure, string> nameOf)
{
    // A computed share is shown to so many digits more than it is printed to.
    private const int MoreDigits = 2;

    /// <summary>A relation and its finding in a sentence or two.</summary>
    internal string Of(RelationFinding finding)
    {
        var relation = finding.Relation;
        var target = relation.Target;
        var (name, printed) = (nameOf(target), AmountText.Of(target));
        var decimals = Decimals(finding.Relation);
        var residual = Shown(finding.Residual, target);
        var sum = Shown(target.Amount!.Value + finding.Residual, target);
        var computed = sum == 0 && target.State == FigureState.Amount ? "0" : AmountText.Of(sum, decimals);
        var isEquality = relation.Kind is RelationKind.Narrative or RelationKind.Equality or RelationKind.Continuity && relation.Terms.Count == 1;
        return (finding.Verdict, relation.Kind) switch
        {
            (Verdict.Exact, RelationKind.Note) =>
                $"The note of {name} foots: {Addends(relation)} add up to {printed}.",
            (Verdict.Exact, _) when isEquality =>
                $"{nameOf(relation.Terms[0].Figure)} agrees with {name}: {printed}.",
            (Verdict.Exact, _) => $"{name} foots: {Computation(relation)} = {printed}{(residual == 0 ? "" : ", rounded")}.",
            (Verdict.Rounding, RelationKind.Note) =>
                $"The note of {name}: {Addends(relation)} add up to {computed}, the line says {printed}: "
                + $"the note is {MoreOrLess(residual, decimals)}. {Explained(finding)}",
            (Verdict.Rounding, _) =>
                $"{name}: {Computation(relation)} = {computed}, the line says {printed}: the line is {MoreOrLess(-residual, decimals)}. {Explained(finding)}",
            (_, RelationKind.Narrative) =>
                $"Inconsistent: {nameOf(relation.Terms[0].Figure)} says {computed}, {name} in the table says {printed}: "
                + $"the text is {MoreOrLess(residual, decimals)}.",
            (_, RelationKind.Note) =>
                $"The note of {name} does not foot: {Addends(relation)} add up to {computed}, the line says {printed}: "
                + $"the note is {MoreOrLess(residual, decimals)}. {NotExplained(finding)}",
            _ when isEquality =>
                $"{nameOf(relation.Terms[0].Figure)} does not agree with {name}: {computed} against {printed}, a difference of {AmountText.Of(Math.Abs(residual), decimals)}."
                + (relation.Kind == RelationKind.Continuity ? " No restatement is named that explains it." : ""),
            _ => $"{name} does not foot: {Computation(relation)} = {computed}, the line says {printed}: "
                + $"the line is {MoreOrLess(-residual, decimals)}. {NotExplained(finding)}",
        };
    }

    /// <summary>Relations that cannot hold together, in two sentences.</summary>
    internal string Of(Conflict conflict)
    {
        var together = string.Join("; ", conflict.Relations.Take(6).Select(relation => $"{nameOf(relation.Target)} = {Computation(relation)}"))
            + (conflict.Relations.Count > 6 ? FormattableString.Invariant($"; and {conflict.Relations.Count - 6} more") : "");
        var out_ = conflict.Relations.Zip(conflict.Certificate).Sum(pair => pair.Second * pair.First.Residual);
        var coefficients = conflict.Relations.Zip(conflict.Certificate)
            .SelectMany(pair => pair.First.Signed.Select(term => (term.Figure, Coefficient: pair.Second * term.Coefficient)))
            .GroupBy(term => term.Figure)
            .Select(group => (Figure: group.Key, Coefficient: group.Sum(term => term.Coefficient)));
        var most = coefficients.Sum(term => Math.Abs(term.Coefficient) * term.Figure.Width) / 2;
        return $"{Capital(Count(conflict.Relations.Count))} relations hold one by one, but not together: {together}. "
            + $"Taken together they are out by {AmountText.Of(Math.Abs(out_))}, and the rounding of the figures that do not cancel explains {(most == 0 ? "nothing" : "at most " + AmountText.Of(most))}.";
    }

    /// <summary>How likely a rounding difference is, in words: <c>about 49 such relations in 100 are out by 1 or more</c>.</summary>
    internal static string Explained(RelationFinding finding) =>
        $"Rounding explains up to {AmountText.Of(Shown(finding.Bound, finding.Relation.Target), Decimals(finding.Relation))}; {Odds(finding.Likelihood, finding.Relation.Kind)} are out by {AmountText.Of(Math.Abs(Shown(finding.Residual, finding.Relation.Target)), Decimals(finding.Relation))} or more."
        + (finding.Plausibility == Plausibility.Improbable ? " Too improbable to pass as rounding: a query." : "");

    private static string Odds(decimal likelihood, RelationKind kind)
    {
        var things = kind == RelationKind.Note ? "such notes" : kind is RelationKind.Share or RelationKind.Product or RelationKind.Rate ? "such figures" : "such totals";
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
        : $"Rounding cannot explain more than {AmountText.Of(Shown(finding.Bound, finding.Relation.Target), Decimals(finding.Relation))}.";

    private static string Addends(StatementRelation relation) =>
        $"{Count(relation.Terms.Count)} {(relation.Terms.Count == 1 ? "amount" : "amounts")}";

    private static string Computation(StatementRelation relation)
    {
        if (!relation.IsSum)
        {
            var factors = relation.Terms.Where(term => term.Coefficient > 0).Select(term => AmountText.Of(term.Figure));
            var divisors = relation.Terms.Where(term => term.Coefficient < 0).Select(term => AmountText.Of(term.Figure));
            return string.Join(" × ", (relation.Constant == 1 ? [] : new[] { AmountText.Of(relation.Constant) }).Concat(factors)) + string.Concat(divisors.Select(divisor => $" / {divisor}"));
        }

        // A long total says how many lines it has; a short one shows them.
        if (relation.Terms.Count > 5)
        {
            return $"{Count(relation.Terms.Count)} lines";
        }

        // What is taken off stands behind what it is taken off from.
        var terms = relation.Terms.OrderBy(term => relation.Terms[0].Coefficient < 0 && term.Coefficient < 0).Select((term, index) =>
            (index == 0 ? (term.Coefficient < 0 ? "less " : "") : term.Coefficient < 0 ? " less " : " + ")
            + RateText.Of(Math.Abs(term.Coefficient), AmountText.Of(term.Figure)));
        return string.Concat(terms) + (relation.Constant == 0 ? "" : $" {(relation.Constant > 0 ? "+" : "less")} {AmountText.Of(Math.Abs(relation.Constant))}");
    }

    // As many as its figures are printed with.
    private static int Decimals(StatementRelation relation) =>
        relation.IsSum ? relation.Terms.Max(term => Math.Max(term.Figure.Amount!.Value.Scale, relation.Target.Amount!.Value.Scale)) : 0;

    // Quotients have no end of digits.
    private static decimal Shown(decimal amount, PublishedFigure target) => decimal.Round(
        amount, Math.Min(8, Math.Max(MoreDigits, (int)target.Amount!.Value.Scale + MoreDigits)), MidpointRounding.AwayFromZero);
}

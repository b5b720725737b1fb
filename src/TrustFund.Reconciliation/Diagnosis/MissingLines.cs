using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Diagnosis;

/// <summary>
/// The cause that lies in no figure: a whole line is not printed. The totals of its columns are then out, each by the line's
/// amount, and those amounts stand to each other as the figures of the other lines do.
/// </summary>
internal sealed class MissingLines(WhatIf whatIf, FigureNames names, DiagnosisPolicy policy)
{
    // One total alone is out by some amount whatever the cause: sooner a line that is missing than another amount by no slip at all.
    private const int ChoicesOfOne = 150;
    private const string NoLine = "a line that is not printed";

    /// <summary>The causes, each with what it comes to.</summary>
    internal IEnumerable<(Candidate Candidate, WhatIf.Outcome Outcome)> All() => whatIf.Failing
        .Select(number => (Number: number, Total: TotalOf(number)))
        .Where(pair => pair.Total is not null)
        .GroupBy(pair => names.LineOf(pair.Total!.Target))
        .Where(group => group.Key is not null)
        .Select(group => (Line: group.Key!, Totals: group.DistinctBy(pair => pair.Total!.Target.Column).ToList()))
        .Select(group => Missing(group.Line, group.Totals))
        .Where(cause => cause is not null)
        .Select(cause => cause!.Value);

    /// <summary>Whether a figure stands for one that is not printed.</summary>
    internal static bool IsMissing(PublishedFigure figure) => figure.Caption == NoLine;

    // Lines are all added, or all taken off where their total is printed with a minus and they are not.
    private StatementRelation? TotalOf(int number) => whatIf.Tensions[number].Relations is [{ Kind: RelationKind.Total or RelationKind.RollForward or RelationKind.Difference or RelationKind.Note } only]
        && only.Terms.All(term => Math.Abs(term.Coefficient) == 1 && term.Coefficient == only.Terms[0].Coefficient && (only.Kind == RelationKind.Note || term.Figure.Column == only.Target.Column)) ? only : null;

    private (Candidate, WhatIf.Outcome)? Missing(PublishedLine line, List<(int Number, StatementRelation? Total)> totals)
    {
        List<Repair> repairs = [.. totals.Select(total => new Repair(NotPrinted(total.Total!.Target), -whatIf.Tensions[total.Number].Residual * total.Total.Terms[0].Coefficient))];
        if (!IsLikeOthers(totals[0].Total!, repairs) || totals.Zip(repairs).Any(pair => IsOfOtherSign(pair.First.Total!, pair.Second.Amount)))
        {
            return null;
        }

        var amounts = totals.Zip(repairs, (total, repair) => $"{names.HeadingOf(total.Total!.Target)} {AmountText.Of(repair.Amount, total.Total!.Target.Amount!.Value.Scale)}".TrimStart());
        return (new Candidate(SlipKind.Omission, repairs, policy.WeightOf(SlipKind.Omission) / (totals.Count == 1 ? ChoicesOfOne : 1), $"a line {Where(totals[0].Total!, line)} is missing: {string.Join("; ", amounts)}"),
            whatIf.IfMended([.. totals.Select(total => total.Number)]));
    }

    private static string Where(StatementRelation total, PublishedLine line) => total.Kind == RelationKind.Note ? $"of the note to {Called(line)}"
        : $"{(total.Terms[0].Figure.Place.Line > line.Place.Line ? "below" : "above")} {Called(line)}";

    private static string Called(PublishedLine line) => line.Caption.Length > 0 ? FigureNames.Called(line.Caption) : FormattableString.Invariant($"the line without a caption (line {line.Place.Line})");

    private static PublishedFigure NotPrinted(PublishedFigure total) => new(
        FormattableString.Invariant($"missing.{total.Column + 1}"), NoLine, total.Column, total.Place, "", FigureState.Blank, null, null);

    // What holds along each other line holds along the missing one; in columns where nothing does, it has an amount in each.
    private bool IsLikeOthers(StatementRelation total, List<Repair> repairs)
    {
        var amounts = repairs.ToDictionary(repair => repair.Figure.Column, repair => repair.Amount);
        var fullest = total.Terms.MaxBy(term => names.Row(term.Figure).Count)!.Figure;
        var row = names.Row(fullest);
        var along = Along([fullest]) is { Count: > 0 } first ? first : Along(row);
        var isReached = along.Count > 0 ? along.SelectMany(tension => tension.Figures).ToHashSet() : [];
        return along.TrueForAll(tension => Math.Abs(tension.Over(figure => amounts.GetValueOrDefault(figure.Column))) <= tension.Tolerance + repairs.Count)
            && (isReached.Contains(fullest) || row.Where(figure => !isReached.Contains(figure)).All(figure => amounts.ContainsKey(figure.Column)));

        List<Tension> Along(IEnumerable<PublishedFigure> figures) => [.. figures.SelectMany(whatIf.TensionsOf).Distinct().Select(number => whatIf.Tensions[number]).Where(tension => tension.Figures.All(row.Contains))];
    }

    private static bool IsOfOtherSign(StatementRelation total, decimal amount) =>
        total.Terms.All(term => term.Figure.Amount == 0 || term.Figure.Amount > 0 != amount > 0);
}

using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>Tells the bridge of an opening balance that is printed as restated: as recorded, each restatement, as restated.</summary>
internal static class RestatedOpening
{
    internal static IEnumerable<Observation> Of(ReconcilerInput input, Statement? reproduced)
    {
        var opening = input.Match?.Lines.FirstOrDefault(line => line.Template.Measure == Measure.Opening);
        if (input.OpeningRestatedBy.Count == 0 || reproduced is null || opening is null)
        {
            yield break;
        }

        var restated = reproduced[opening.Template.Id!].Cells[0].Exact;
        var recorded = input.OpeningRestatedBy.Aggregate(restated, (sum, effect) => sum - effect.Amount);
        yield return new Observation(
            $"{opening.Published.Caption} is the opening balance as restated. Per books as recorded {Text(recorded)}; "
            + string.Concat(input.OpeningRestatedBy.Select(effect => $"{Step(effect)} {Text(effect.Amount)}; "))
            + $"as restated {Text(restated)}.",
            [.. opening.Figures.OfType<PublishedFigure>().Take(1)]);
    }

    private static string Step(EntryEffect effect)
    {
        var entry = effect.Posted.Entry;
        return $"restatement {entry.Id} of {entry.Restates} ({entry.Description}; approved by {entry.ApprovedBy ?? "not stated"}{(entry.Authority is { } authority ? $" under {authority}" : "")})";
    }

    private static string Text(Money amount) => AmountText.Of(amount.Amount, amount.Currency.MinorDigits);
}

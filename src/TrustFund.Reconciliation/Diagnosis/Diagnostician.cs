using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;
using static TrustFund.Reconciliation.Statements.AmountText;

namespace TrustFund.Reconciliation.Diagnosis;

/// <summary>
/// Says what most likely went wrong with a statement that cannot be true as printed. Hypotheses are weighed
/// as a statistician would: how likely is such a slip, how many amounts could it have led to, and how
/// many relations does it leave to another slip to explain? A diagnosis is a possibility, to be confirmed. The
/// same proof gives the same diagnosis.
/// </summary>
public static class Diagnostician
{
    /// <summary>Diagnoses a statement.</summary>
    /// <param name="document">The statement.</param>
    /// <param name="proof">What was proved of it.</param>
    /// <param name="perBooks">What the figures that the books reach should say, as printed; empty without books. Then the books decide.</param>
    /// <param name="policy">How likely each slip is.</param>
    public static DiagnosisReport Diagnose(
        PublishedStatement document, StatementProof proof, IReadOnlyDictionary<PublishedFigure, decimal> perBooks, DiagnosisPolicy policy)
    {
        var differs = perBooks.Where(pair => pair.Key.Amount is { } amount && amount != pair.Value).ToList();
        if (proof.Conflicts.Count == 0 && differs.Count == 0 && proof.Findings.All(finding => finding.Plausibility != Plausibility.Improbable))
        {
            return DiagnosisReport.None;
        }

        var names = document.Names;
        var whatIf = new WhatIf(proof, names, policy);
        var singles = new SingleRepairs(whatIf, names, policy);
        bool IsAllowed(Candidate candidate) => candidate.Repairs.All(repair => !perBooks.TryGetValue(repair.Figure, out var amount) || amount == repair.Amount);
        var candidates = whatIf.Figures.Where(figure => !IsOfYearBefore(figure, document, whatIf)).SelectMany(singles.Of)
            .Concat(new MovedFigures(whatIf, names, policy).All())
            .Where(candidate => candidate.Repairs.Count > 0 && IsAllowed(candidate));
        var weighed = candidates
            .Select(candidate => (Candidate: candidate, Outcome: whatIf.Try(candidate.Repairs)))
            .Where(pair => pair.Outcome.Repaired.Count >= FewestRepaired(pair.Candidate.Kind))
            .Concat(perBooks.Count == 0 ? new MissingLines(whatIf, names, policy).All() : [])
            .Concat(differs.Select(pair => OfBooks(pair.Key, pair.Value, whatIf, names)))
            .ToList();
        var differences = whatIf.Failing.Select(number => new DiagnosedDifference(
                whatIf.Tensions[number].Relations is [var only] ? only : null, ConflictOf(proof, whatIf.Tensions[number]), null, whatIf.GroupOf(number),
                Ranked(weighed.Where(pair => pair.Outcome.Repaired.Contains(number)), whatIf, names, perBooks, policy)))
            .Concat(differs.Select(pair => new DiagnosedDifference(
                null, null, pair.Key, 0, Ranked(weighed.Where(other => other.Candidate.Repairs is [var only] && only.Figure == pair.Key), whatIf, names, perBooks, policy))))
            .ToList();
        var (certain, suspects) = Suspicion(whatIf, weighed);
        return new DiagnosisReport(differences, certain, suspects);
    }

    // What last year's statement says was judged with that statement.
    private static bool IsOfYearBefore(PublishedFigure figure, PublishedStatement document, WhatIf whatIf) =>
        whatIf.TensionsOf(figure).All(number => whatIf.Tensions[number].Relations.All(relation => relation.Kind == RelationKind.Continuity && relation.Target != figure))
        && !document.Figures.Contains(figure);

    // That several figures moved is no explanation of one relation: any would do.
    private static int FewestRepaired(SlipKind kind) => kind == SlipKind.Shifted ? 2 : 1;

    private static Conflict? ConflictOf(StatementProof proof, Tension tension) =>
        tension.Relations.Count == 1 ? null : proof.Conflicts.First(conflict => conflict.Relations.SequenceEqual(tension.Relations));

    private static (Candidate Candidate, WhatIf.Outcome Outcome) OfBooks(
        PublishedFigure figure, decimal amount, WhatIf whatIf, FigureNames names)
    {
        var kind = PrintedSlips.Between(figure, amount, names.PlaceOf(figure)) ?? SlipKind.Unexplained;
        Repair[] repairs = [new Repair(figure, amount)];
        return (new Candidate(kind, repairs, 1, SingleRepairs.ReasonOf(kind, figure.Amount!.Value, amount)), whatIf.Try(repairs) with { Penalty = 1 });
    }

    // Of the causes that come to the same amounts the likeliest is told; equals share a rank.
    private static List<Hypothesis> Ranked(
        IEnumerable<(Candidate Candidate, WhatIf.Outcome Outcome)> weighed, WhatIf whatIf, FigureNames names,
        IReadOnlyDictionary<PublishedFigure, decimal> perBooks, DiagnosisPolicy policy)
    {
        var best = weighed
            .GroupBy(pair => string.Join(';', pair.Candidate.Repairs.OrderBy(repair => repair.Figure.Id, StringComparer.Ordinal).Select(repair => FormattableString.Invariant($"{repair.Figure.Id}={repair.Amount:G29}"))))
            .Select(group => group.MaxBy(pair => pair.Candidate.Weight * pair.Outcome.Penalty))
            .Select(pair => (pair.Candidate, pair.Outcome, Weight: pair.Candidate.Weight * pair.Outcome.Penalty))
            .OrderByDescending(pair => pair.Weight)
            .Take(policy.Told)
            .ToList();
        return [.. best.Select((pair, index) =>
        {
            var relations = pair.Outcome.Repaired.SelectMany(number => whatIf.Tensions[number].Relations).Distinct().ToList();
            var isConfirmed = pair.Candidate.Repairs.All(repair => perBooks.TryGetValue(repair.Figure, out var amount) && amount == repair.Amount);
            return new Hypothesis(pair.Candidate.Kind, pair.Candidate.Repairs, relations, pair.Weight, isConfirmed, Text(pair.Candidate, names, isConfirmed))
            {
                Rank = 1 + best.TakeWhile(other => other.Weight > pair.Weight).Count(),
            };
        })];
    }

    private static string Text(Candidate candidate, FigureNames names, bool isConfirmed)
    {
        if (MissingLines.IsMissing(candidate.Repairs[0].Figure))
        {
            return candidate.Reason;
        }

        var amounts = string.Join("; ", candidate.Repairs.Take(4).Select(repair =>
            $"{names.Of(repair.Figure)}: for {AmountText.Of(repair.Figure)} read {AmountText.Of(repair.Amount, repair.Figure.Amount!.Value.Scale)}"));
        var more = candidate.Repairs.Count > 4 ? $"; and {Count(candidate.Repairs.Count - 4)} more" : "";
        return $"{amounts}{more} ({candidate.Reason}){(isConfirmed ? "; the books say so" : "")}";
    }

    // A figure is certain to be wrong if it alone, and no other alone, can mend all that is linked.
    private static (HashSet<PublishedFigure> Certain, HashSet<PublishedFigure> Suspects) Suspicion(
        WhatIf whatIf, List<(Candidate Candidate, WhatIf.Outcome Outcome)> weighed)
    {
        var (certain, suspects) = (new HashSet<PublishedFigure>(), new HashSet<PublishedFigure>());
        foreach (var group in whatIf.Failing.GroupBy(whatIf.GroupOf))
        {
            var touching = weighed.Where(pair => pair.Outcome.Repaired.Any(number => whatIf.GroupOf(number) == group.Key)).ToList();
            var alone = touching.Where(pair => pair.Outcome.IsWhole && pair.Candidate.Repairs is [var only] && !MissingLines.IsMissing(only.Figure))
                .Select(pair => pair.Candidate.Repairs[0].Figure).Distinct().ToList();
            if (alone.Count == 1)
            {
                certain.Add(alone[0]);
            }
            else if (alone.Count > 1)
            {
                suspects.UnionWith(alone);
            }
            else
            {
                suspects.UnionWith(touching.SelectMany(pair => pair.Candidate.Repairs).Select(repair => repair.Figure).Where(figure => !MissingLines.IsMissing(figure)));
                if (touching.Count == 0)
                {
                    suspects.UnionWith(group.SelectMany(number => whatIf.Tensions[number].Figures));
                }
            }
        }

        suspects.ExceptWith(certain);
        return (certain, suspects);
    }
}

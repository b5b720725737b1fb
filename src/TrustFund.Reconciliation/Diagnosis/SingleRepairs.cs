using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Diagnosis;

/// <summary>Causes that lie in one figure: what its relations say it should be, and the slip that leads there.</summary>
internal sealed class SingleRepairs(WhatIf whatIf, FigureNames names, DiagnosisPolicy policy)
{
    // What no slip explains is taken for one of a hundred amounts it might as well have been.
    private const decimal UnexplainedChoices = 100;
    private const int FewestAlike = 3;
    private const decimal StaleChoices = 20;
    private const int ToOneAlong = 10;
    private const int Neighbours = 4;
    private const int MeantToBeAlike = 100;
    private const decimal OfUnseenSign = 0.1m;
    private const decimal FinestOfPlace = 0.0001m;
    private const int RoundTo = 100;
    private const decimal OfRounder = 0.01m;

    internal IEnumerable<Candidate> Of(PublishedFigure figure)
    {
        if (figure.Amount is not { } printed)
        {
            yield break;
        }

        var seen = new HashSet<(decimal, decimal)>();
        foreach (var number in whatIf.TensionsOf(figure).Where(number => whatIf.Tensions[number].Fails))
        {
            if (Wanted(figure, number) is not { } wanted)
            {
                continue;
            }

            var plain = Plain(figure, wanted.Low, wanted.High, wanted.Needed);
            if (plain != printed)
            {
                foreach (var candidate in OfTotal(figure, printed, plain, whatIf.Tensions[number]))
                {
                    yield return candidate;
                }
            }

            if (!seen.Add((wanted.Low, wanted.High)))
            {
                continue;
            }

            if (plain != printed)
            {
                foreach (var candidate in Explanations(figure, printed, plain))
                {
                    yield return candidate;
                }
            }

            foreach (var (original, kind, choices) in PrintedSlips.OriginalsOf(figure, names.PlaceOf(figure)))
            {
                if (original >= wanted.Low && original <= wanted.High && original != printed)
                {
                    yield return new Candidate(kind, [new Repair(figure, original)], policy.WeightOf(kind) / choices, ReasonOf(kind, printed, original));
                }
            }
        }
    }

    /// <summary>What led from an amount to a printed one, in words.</summary>
    internal static string ReasonOf(SlipKind kind, decimal printed, decimal original) => kind switch
    {
        SlipKind.Transposition => "two neighbouring digits changed places",
        SlipKind.Digit => "one digit is wrong",
        SlipKind.DroppedDigit => "a digit was left out",
        SlipKind.AddedDigit => "there is a digit too many",
        SlipKind.DecimalSlip => "the decimal point stands in the wrong place",
        SlipKind.Scale => Math.Abs(printed) > Math.Abs(original) ? "units stand for thousands or millions" : "thousands or millions stand for units",
        SlipKind.Sign => "the sign is wrong",
        _ => "by no common slip of the pen",
    };

    // The amounts that a failing relation leaves the figure, narrowed by its other relations as far as they agree.
    private (decimal Low, decimal High, List<decimal> Needed)? Wanted(PublishedFigure figure, int seed)
    {
        var room = whatIf.RoomAt(figure);
        (decimal Low, decimal Needed, decimal High)? Wants(int number) =>
            whatIf.Tensions[number].Wants(figure) is { } wants ? (wants.Low - room, wants.Needed, wants.High + room) : null;
        if (Wants(seed) is not { } first)
        {
            return null;
        }

        var (low, high) = (first.Low, first.High);
        var needed = new List<(decimal Amount, decimal Room)> { (first.Needed, first.High - first.Low) };
        foreach (var number in whatIf.TensionsOf(figure).Where(number => number != seed)
            .OrderByDescending(number => whatIf.Tensions[number].Fails))
        {
            if (Wants(number) is { } wants && wants.High >= low && wants.Low <= high)
            {
                (low, high) = (Math.Max(low, wants.Low), Math.Min(high, wants.High));
                needed.Add((wants.Needed, wants.High - wants.Low));
            }
        }

        // What leaves the least room knows best.
        return (low, high, [.. needed.OrderBy(one => one.Room).Select(one => one.Amount)]);
    }

    private static bool IsIn(decimal amount, decimal low, decimal high) => amount >= low && amount <= high;

    private static decimal AtPlace(decimal amount, decimal place) => decimal.Round(amount / place, MidpointRounding.AwayFromZero) * place;

    // The amount for which most relations hold to the last digit, at the place the figure is printed to.
    private decimal Plain(PublishedFigure figure, decimal low, decimal high, List<decimal> needed)
    {
        var place = names.PlaceOf(figure);
        var best = needed
            .Select(amount => AtPlace(amount, place))
            .Where(amount => IsIn(amount, low, high))
            .GroupBy(amount => amount)
            .OrderByDescending(group => group.Count())
            .ToList();
        if (best.Count > 0)
        {
            return best[0].Key;
        }

        // Where no such amount is in between, it has no more decimals than it needs.
        for (var finer = place; finer >= place * FinestOfPlace; finer /= 10)
        {
            if (AtPlace((low + high) / 2, finer) is var middle && IsIn(middle, low, high))
            {
                return middle;
            }
        }

        return (low + high) / 2;
    }

    // Three lines and more of one amount, as instalments are and what is planned in round amounts.
    private bool IsUsual(PublishedFigure figure) => names.InColumn(figure, figure.Amount!.Value, figure.Amount.Value).Take(FewestAlike).Count() == FewestAlike;

    // What may have gone wrong with the total of a relation that does not hold.
    private IEnumerable<Candidate> OfTotal(PublishedFigure figure, decimal printed, decimal amount, Tension tension)
    {
        if (tension.Relations is not [var relation] || relation.Target != figure || !relation.IsSum)
        {
            yield break;
        }

        Repair[] repairs = [new Repair(figure, amount)];
        foreach (var candidate in OfLines(relation, repairs, printed - amount, tension.Tolerance))
        {
            yield return candidate;
        }

        yield return new Candidate(SlipKind.StaleTotal, repairs, policy.WeightOf(SlipKind.StaleTotal) / (StaleChoices * Along(relation)) * ChanceOfSign(figure, amount),
            relation.Kind == RelationKind.Continuity ? "the balance was restated or corrected without saying so"
                : relation.Kind == RelationKind.Equality ? "one of the two was brought up to date and the other was not"
                : $"the total was not brought up to date when a line was changed, or a line of {AmountText.Of(Math.Abs(printed - amount), figure.Amount!.Value.Scale)} is missing");
    }

    private IEnumerable<Candidate> Explanations(PublishedFigure figure, decimal printed, decimal amount)
    {
        Repair[] repairs = [new Repair(figure, amount)];
        if (CopiedFrom(figure, printed) is { } source)
        {
            yield return new Candidate(SlipKind.Copied, repairs, policy.WeightOf(SlipKind.Copied) * ChanceOfCopy(figure, source) * ChanceOfSign(figure, amount), $"it repeats {names.Of(source)}");
        }

        if (PrintedSlips.IsRounded(printed, amount, names.PlaceOf(figure)))
        {
            yield return new Candidate(SlipKind.Scale, repairs, policy.WeightOf(SlipKind.Scale) / 4, ReasonOf(SlipKind.Scale, printed, amount));
        }

        if (printed == 0 && amount != 0)
        {
            // Of the size and sign of some other in its column, most likely.
            var isAlike = names.Column(figure).Any(other => other.Amount is { } known && known != 0 && known > 0 == amount > 0 && Math.Abs(known) <= Math.Abs(amount));
            yield return new Candidate(SlipKind.Omission, repairs, policy.WeightOf(SlipKind.Omission) / (isAlike ? 10 : 100) * ChanceOfRound(figure, amount), "the amount was left out");
        }

        yield return new Candidate(SlipKind.Unexplained, repairs, policy.WeightOf(SlipKind.Unexplained) / UnexplainedChoices * ChanceOfSign(figure, amount),
            ReasonOf(SlipKind.Unexplained, printed, amount));
    }

    // A total that is out by a line leaves it out, counts it twice, or counts it with the wrong sign.
    private IEnumerable<Candidate> OfLines(StatementRelation relation, Repair[] repairs, decimal difference, decimal tolerance)
    {
        decimal Weight(SlipKind kind, int choices) => policy.WeightOf(kind) / (Math.Max(1, choices) * Along(relation));
        bool Is(decimal amount) => Math.Abs(difference - amount) <= tolerance && Math.Abs(amount) > 2 * tolerance;
        foreach (var (figure, coefficient) in relation.Terms.Count > 1 ? relation.Terms : [])
        {
            var amount = coefficient * figure.Amount!.Value;
            if (amount == 0)
            {
                continue;
            }

            var said = figure.Amount < 0 ? $"{names.Of(figure)}, {AmountText.Of(figure)}" : $"{names.Of(figure)} ({AmountText.Of(figure)})";
            if (Is(-amount))
            {
                var twice = relation.Terms.Select(term => term.Figure).FirstOrDefault(
                    other => other != figure && other.Amount == figure.Amount && other.Caption == figure.Caption);
                yield return twice is null
                    ? new Candidate(SlipKind.Omission, repairs, Weight(SlipKind.Omission, relation.Terms.Count), $"it leaves out {said}")
                    : new Candidate(SlipKind.Duplicate, Unprinted(twice), Weight(SlipKind.Duplicate, 1), $"{(names.LineOf(twice) is { } line ? FigureNames.Called(line.Caption) : said)} is printed twice");
            }
            else if (Is(amount))
            {
                yield return new Candidate(SlipKind.Duplicate, repairs, Weight(SlipKind.Duplicate, relation.Terms.Count), $"it counts {said} twice");
            }
            else if (Is(-2 * amount))
            {
                yield return new Candidate(SlipKind.Sign, repairs, Weight(SlipKind.Sign, relation.Terms.Count), $"it counts {said} with the wrong sign");
            }
        }

        var listed = relation.Terms.Select(term => term.Figure).Append(relation.Target).ToHashSet();
        var others = names.Column(relation.Target).Where(figure => !listed.Contains(figure) && figure.Amount is not (null or 0)).ToList();
        if (others.Find(figure => Is(figure.Amount!.Value) || Is(-figure.Amount.Value)) is { } netted)
        {
            yield return new Candidate(SlipKind.Netting, repairs, Weight(SlipKind.Netting, others.Count),
                $"it is out by {names.Of(netted)} ({AmountText.Of(netted.Amount!.Value)}), which may have been netted or added");
        }

        if (names.NoteAmounts.FirstOrDefault(figure => !listed.Contains(figure) && figure.Amount is { } amount && (Is(amount) || Is(-amount))) is { } noted)
        {
            yield return new Candidate(SlipKind.Note, repairs, Weight(SlipKind.Note, names.NoteAmounts.Count),
                $"it is out by the {AmountText.Of(noted.Amount!.Value)} that {names.Of(noted)} states");
        }
    }

    // What stands at the end of a line is computed like those of all other lines, and hardly by leaving one amount out.
    private static int Along(StatementRelation relation) => relation.Kind == RelationKind.RowIdentity ? ToOneAlong : 1;

    private Repair[] Unprinted(PublishedFigure figure) =>
        [.. names.Row(figure).DefaultIfEmpty(figure).Where(other => other.Amount is not (null or 0)).Select(other => new Repair(other, 0))];

    // A figure of a digit or two is like another by chance. What stands beside it is copied sooner than what is further off.
    private PublishedFigure? CopiedFrom(PublishedFigure figure, decimal printed) =>
        Math.Abs(printed) < 10 * names.PlaceOf(figure)
            ? null
            : names.Beside(figure).Concat(names.Row(figure)).Concat(names.InColumn(figure, printed, printed)).FirstOrDefault(other => other != figure && other.Amount == printed);

    // Where a column has no negative amounts, none is likely to have been meant.
    private decimal ChanceOfSign(PublishedFigure figure, decimal amount) => names.HasSignOf(figure, amount) ? 1 : OfUnseenSign;

    // What was left out is hardly rounder than all that is printed in its column: by so round an amount one digit is wrong.
    private decimal ChanceOfRound(PublishedFigure figure, decimal amount) => names.PlaceOf(figure) * RoundTo is var place && amount % place == 0
        && !names.Column(figure).Any(other => other.Amount is { } known && known != 0 && known % place == 0) ? OfRounder : 1;

    // Half of what is copied stands beside it. Where lines repeat what stands in another column, as what was paid repeats what
    // was due, two lines are called the same, or several are of one amount, that they say the same is no slip.
    private decimal ChanceOfCopy(PublishedFigure figure, PublishedFigure source)
    {
        var choices = Math.Max(2, 2 * (names.Column(figure).Count + names.Row(figure).Count - 2));
        var chance = 1m / (names.Beside(figure).Contains(source) ? Math.Min(2 * Neighbours, choices) : choices);
        return source.Column == figure.Column ? (source.Caption == figure.Caption || IsUsual(figure) ? chance / MeantToBeAlike : chance)
            : chance / (1 + (MeantToBeAlike * names.ShareAlike(figure, source.Column)));
    }
}

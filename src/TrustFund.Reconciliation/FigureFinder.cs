using System.Runtime.InteropServices;
using TrustFund.Reconciliation.Diagnosis;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>Judges each figure: by the books where they reach it, else by the relations it stands in.</summary>
internal sealed class FigureFinder
{
    private readonly Dictionary<PublishedFigure, BooksComparison.Amount> _perBooks;
    private readonly DiagnosisReport _diagnosis;
    private readonly Dictionary<PublishedFigure, string?> _lines = [];
    private readonly Dictionary<PublishedFigure, decimal> _implied;
    private readonly Dictionary<PublishedFigure, Touch> _touching;
    private readonly HashSet<PublishedFigure> _inConflict;

    internal FigureFinder(
        TemplateMatch? match, Dictionary<PublishedFigure, BooksComparison.Amount> perBooks, StatementProof proof,
        DiagnosisReport diagnosis, IReadOnlyList<ImpliedAmount> implied)
    {
        (_perBooks, _diagnosis) = (perBooks, diagnosis);
        _touching = new Dictionary<PublishedFigure, Touch>(proof.Witness.Count);
        _implied = implied.GroupBy(amount => amount.Figure).ToDictionary(group => group.Key, group => group.First().Amount);
        foreach (var line in match?.Lines ?? [])
        {
            foreach (var figure in line.Figures.OfType<PublishedFigure>())
            {
                _lines[figure] = line.Template.Id;
            }
        }

        foreach (var finding in proof.Findings)
        {
            foreach (var (figure, _) in finding.Relation.Signed)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_touching, figure, out _) |= TouchOf(finding, figure);
            }
        }

        _inConflict = [.. proof.Conflicts.Where(conflict => conflict.Relations.Count > 1).SelectMany(conflict => conflict.Relations)
            .SelectMany(relation => relation.Signed, (_, term) => term.Figure)];
    }

    internal FigureFinding Find(PublishedFigure figure)
    {
        var reached = _perBooks.TryGetValue(figure, out var amount);
        var touch = _touching.GetValueOrDefault(figure);
        var isUnreadable = figure.State is FigureState.Unreadable or FigureState.Unavailable;
        var differs = reached && !isUnreadable && (figure.Amount ?? 0) != amount.Printed;
        var agrees = reached && !isUnreadable && !differs;
        var verdict = differs ? Verdict.Inconsistent : agrees ? Verdict.Exact : ByRelations(figure, touch);
        var marks = WorkMark.None;
        marks |= agrees ? WorkMark.AgreedToBooks : WorkMark.None;
        marks |= touch.HasFlag(Touch.Foots) ? WorkMark.Footed : WorkMark.None;
        marks |= touch.HasFlag(Touch.AgreesWithText) ? WorkMark.AgreedToText : WorkMark.None;
        marks |= touch.HasFlag(Touch.FootsWithinRounding) ? WorkMark.RoundingDifference : WorkMark.None;
        marks |= differs || (!agrees && (verdict is Verdict.Inconsistent or Verdict.Suspect || touch.HasFlag(Touch.DoesNotFoot)))
            ? WorkMark.Exception : WorkMark.None;

        // A figure that takes part in a relation that holds is tested, even if no letter says how.
        if (marks == WorkMark.None && verdict is Verdict.Exact or Verdict.Rounding)
        {
            marks = verdict == Verdict.Exact ? WorkMark.Footed : WorkMark.RoundingDifference;
        }

        return new FigureFinding(
            figure, _lines.GetValueOrDefault(figure), reached ? amount.Exact : null, reached ? amount.Printed : null, verdict, marks)
        {
            Implied = _implied.TryGetValue(figure, out var implied) ? implied : null,
        };
    }

    private Verdict ByRelations(PublishedFigure figure, Touch touch)
    {
        if (touch == Touch.None)
        {
            return Verdict.Unverified;
        }

        if (_diagnosis.Certain.Contains(figure))
        {
            return Verdict.Inconsistent;
        }

        if (_diagnosis.Suspects.Contains(figure) || _inConflict.Contains(figure) || (touch & (Touch.Exact | Touch.Rounding)) == Touch.None)
        {
            return Verdict.Suspect;
        }

        return touch.HasFlag(Touch.Rounding) ? Verdict.Rounding : Verdict.Exact;
    }

    private static Touch TouchOf(RelationFinding finding, PublishedFigure figure)
    {
        var (kind, isTarget) = (finding.Relation.Kind, finding.Relation.Target == figure);
        return finding.Verdict switch
        {
            Verdict.Exact => Touch.Exact
                | (kind == RelationKind.Narrative ? Touch.AgreesWithText : kind != RelationKind.Note && isTarget ? Touch.Foots : Touch.None),
            Verdict.Rounding => Touch.Rounding | (isTarget || kind == RelationKind.Note ? Touch.FootsWithinRounding : Touch.None),
            _ => Touch.Inconsistent | (isTarget ? Touch.DoesNotFoot : Touch.None),
        };
    }

    /// <summary>What the relations that a figure stands in come to, for it.</summary>
    [Flags]
    private enum Touch
    {
        None = 0,
        Exact = 1,
        Rounding = 2,
        Inconsistent = 4,

        /// <summary>It is the target of an exact relation, other than a note's or a text's.</summary>
        Foots = 8,

        AgreesWithText = 16,

        /// <summary>It is the target, or stands in a note, that holds within rounding.</summary>
        FootsWithinRounding = 32,

        /// <summary>It is the target of a relation that does not hold.</summary>
        DoesNotFoot = 64,
    }
}

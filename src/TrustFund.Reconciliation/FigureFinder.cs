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
    private readonly Dictionary<PublishedFigure, List<RelationFinding>> _touching = [];
    private readonly HashSet<PublishedFigure> _inConflict;

    internal FigureFinder(
        TemplateMatch? match, Dictionary<PublishedFigure, BooksComparison.Amount> perBooks, StatementProof proof,
        DiagnosisReport diagnosis, IReadOnlyList<ImpliedAmount> implied)
    {
        (_perBooks, _diagnosis) = (perBooks, diagnosis);
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
            foreach (var figure in finding.Relation.Terms.Select(term => term.Figure).Append(finding.Relation.Target))
            {
                if (!_touching.TryGetValue(figure, out var findings))
                {
                    _touching.Add(figure, findings = []);
                }

                findings.Add(finding);
            }
        }

        _inConflict = [.. proof.Conflicts.Where(conflict => conflict.Relations.Count > 1).SelectMany(conflict => conflict.Relations)
            .SelectMany(relation => relation.Terms.Select(term => term.Figure).Append(relation.Target))];
    }

    internal FigureFinding Find(PublishedFigure figure)
    {
        var reached = _perBooks.TryGetValue(figure, out var amount);
        var touching = _touching.GetValueOrDefault(figure) ?? [];
        var isUnreadable = figure.State is FigureState.Unreadable or FigureState.Unavailable;
        var differs = reached && !isUnreadable && (figure.Amount ?? 0) != amount.Printed;
        var agrees = reached && !isUnreadable && !differs;
        var verdict = differs ? Verdict.Inconsistent : agrees ? Verdict.Exact : ByRelations(figure, touching);
        var marks = WorkMark.None;
        marks |= agrees ? WorkMark.AgreedToBooks : WorkMark.None;
        marks |= touching.Any(finding => finding is { Verdict: Verdict.Exact, Relation.Kind: not (RelationKind.Narrative or RelationKind.Note) }
            && finding.Relation.Target == figure) ? WorkMark.Footed : WorkMark.None;
        marks |= touching.Any(finding => finding is { Verdict: Verdict.Exact, Relation.Kind: RelationKind.Narrative })
            ? WorkMark.AgreedToText : WorkMark.None;
        marks |= touching.Any(finding => finding.Verdict == Verdict.Rounding
            && (finding.Relation.Target == figure || finding.Relation.Kind == RelationKind.Note)) ? WorkMark.RoundingDifference : WorkMark.None;
        marks |= differs || (!agrees && (verdict is Verdict.Inconsistent or Verdict.Suspect
            || touching.Any(finding => finding.Verdict == Verdict.Inconsistent && finding.Relation.Target == figure)))
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

    private Verdict ByRelations(PublishedFigure figure, List<RelationFinding> touching)
    {
        if (touching.Count == 0)
        {
            return Verdict.Unverified;
        }

        if (_diagnosis.Certain.Contains(figure))
        {
            return Verdict.Inconsistent;
        }

        if (_diagnosis.Suspects.Contains(figure) || _inConflict.Contains(figure) || touching.TrueForAll(finding => finding.Verdict == Verdict.Inconsistent))
        {
            return Verdict.Suspect;
        }

        return touching.Any(finding => finding.Verdict == Verdict.Rounding) ? Verdict.Rounding : Verdict.Exact;
    }
}

using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>
/// Checks a published statement, by itself or against the statement reproduced from the books: a
/// function of its arguments.
/// </summary>
public static class Reconciler
{
    /// <summary>Checks a document by itself: do its figures hold together?</summary>
    /// <param name="match">The document and the lines of a template found in it.</param>
    /// <param name="narrative">The text that speaks of it; null for none.</param>
    /// <param name="policy">Which rounding differences are ordinary.</param>
    public static ReconciliationReport Check(TemplateMatch match, Narrative? narrative, ProofPolicy policy) =>
        Report(match, null, null, narrative, policy);

    /// <summary>Reconciles a document to the books: is each figure what the books say?</summary>
    /// <param name="match">The document and the lines of a template found in it.</param>
    /// <param name="reproduced">The statement that the books give by the same template.</param>
    /// <param name="books">Which books.</param>
    /// <param name="narrative">The text that speaks of it; null for none.</param>
    /// <param name="policy">Which rounding differences are ordinary.</param>
    public static ReconciliationReport Reconcile(
        TemplateMatch match, Statement reproduced, BooksIdentity books, Narrative? narrative, ProofPolicy policy) =>
        Report(match, reproduced, books, narrative, policy);

    private static ReconciliationReport Report(
        TemplateMatch match, Statement? reproduced, BooksIdentity? books, Narrative? narrative, ProofPolicy policy)
    {
        var relations = TemplateRelations.Of(match).ToList();
        var ties = narrative is null ? [] : NarrativeTies.Of(match, narrative, relations.Count);
        relations.AddRange(ties);
        var tableFigures = match.Document.Figures.ToList();
        var narrativeFigures = narrative?.Amounts.ToList() ?? [];
        var proof = Prover.Prove([.. tableFigures, .. narrativeFigures], relations, policy);

        var perBooks = reproduced is null ? [] : BooksComparison.PerBooks(match, reproduced);
        var findings = tableFigures.Select(figure => Finding(figure, match, perBooks, proof)).ToList();
        var narrativeFindings = narrativeFigures.Select(figure => Finding(figure, match, [], proof)).ToList();

        var discrepancies = new List<Discrepancy>();
        if (reproduced is not null)
        {
            discrepancies.AddRange(BooksComparison.Differences(match, findings));
            discrepancies.AddRange(BooksComparison.NotPrinted(match, reproduced));
        }

        // Where the books have told already which figure is out, the relation that it breaks is no second exception.
        var told = discrepancies.Where(found => found.Figure is not null).Select(found => found.Figure!).ToHashSet();
        discrepancies.AddRange(proof.Findings
            .Where(finding => finding.Verdict == Verdict.Inconsistent)
            .Where(finding => !told.Contains(finding.Relation.Target) && !finding.Relation.Terms.Any(term => told.Contains(term.Figure)))
            .Select(OfRelation));

        return new ReconciliationReport(
            match, narrative, reproduced, books, findings, narrativeFindings, proof, discrepancies,
            [.. Observer.Of(match, reproduced, narrative, ties, proof)]);
    }

    private static FigureFinding Finding(
        PublishedFigure figure, TemplateMatch match, Dictionary<PublishedFigure, BooksComparison.Amount> perBooks, StatementProof proof)
    {
        var line = match.Lines.FirstOrDefault(line => line.Figures.Contains(figure))?.Template.Id;
        var reached = perBooks.TryGetValue(figure, out var amount);
        var touching = proof.Findings.Where(finding =>
            finding.Relation.Target == figure || finding.Relation.Terms.Any(term => term.Figure == figure)).ToList();
        var isUnreadable = figure.State is FigureState.Unreadable or FigureState.Unavailable;
        var differs = reached && !isUnreadable && (figure.Amount ?? 0) != amount.Printed;
        var agrees = reached && !isUnreadable && !differs;

        var marks = WorkMark.None;
        marks |= agrees ? WorkMark.AgreedToBooks : WorkMark.None;
        marks |= touching.Any(finding => finding is { Verdict: Verdict.Exact, Relation.Kind: not (RelationKind.Narrative or RelationKind.Note) }
            && finding.Relation.Target == figure) ? WorkMark.Footed : WorkMark.None;
        marks |= touching.Any(finding => finding is { Verdict: Verdict.Exact, Relation.Kind: RelationKind.Narrative })
            ? WorkMark.AgreedToText : WorkMark.None;
        marks |= touching.Any(finding => finding.Verdict == Verdict.Rounding
            && (finding.Relation.Target == figure || finding.Relation.Kind == RelationKind.Note)) ? WorkMark.RoundingDifference : WorkMark.None;
        marks |= differs || touching.Any(finding => finding.Verdict == Verdict.Inconsistent && !agrees) ? WorkMark.Exception : WorkMark.None;

        // A figure that takes part in a relation that holds is tested, even if no letter says how.
        var verdict = differs ? Verdict.Inconsistent
            : agrees ? Verdict.Exact
            : proof.VerdictOf(figure);
        if (marks == WorkMark.None && verdict is Verdict.Exact or Verdict.Rounding)
        {
            marks = verdict == Verdict.Exact ? WorkMark.Footed : WorkMark.RoundingDifference;
        }

        return new FigureFinding(
            figure, line, reached ? amount.Exact : null, reached ? amount.Printed : null, verdict, marks);
    }

    private static Discrepancy OfRelation(RelationFinding finding)
    {
        var target = finding.Relation.Target;
        return new Discrepancy(
            target.Caption, null, target.Column, target, target.Amount, target.Amount + finding.Residual, null,
            finding.Relation, RelationText.Of(finding));
    }
}

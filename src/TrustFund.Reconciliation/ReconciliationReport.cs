using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>
/// What came of checking a published statement, by itself or against the books: every figure, every
/// relation, what differs, what an attentive reader would remark, and the verdict. A value; rendering
/// comes later.
/// </summary>
public sealed class ReconciliationReport
{
    internal ReconciliationReport(
        TemplateMatch match, Narrative? narrative, Statement? reproduced, BooksIdentity? books, IReadOnlyList<FigureFinding> figures,
        IReadOnlyList<FigureFinding> narrativeFigures, StatementProof proof, IReadOnlyList<Discrepancy> discrepancies, IReadOnlyList<Observation> observations)
    {
        (Match, Reproduced, Books) = (match, reproduced, books);
        (Figures, Narrative, Proof) = (figures, narrativeFigures, proof);
        Problems = [.. match.Document.Problems, .. match.Problems, .. narrative?.Problems ?? []];
        (Discrepancies, Observations) = (discrepancies, observations);
    }

    /// <summary>The document and the lines of the template found in it.</summary>
    public TemplateMatch Match { get; }

    /// <summary>The document.</summary>
    public PublishedStatement Document => Match.Document;

    /// <summary>The statement reproduced from the books; null where the document was checked by itself.</summary>
    public Statement? Reproduced { get; }

    /// <summary>The books; null where the document was checked by itself.</summary>
    public BooksIdentity? Books { get; }

    /// <summary>Whether the books are marked illustrative.</summary>
    public bool IsIllustrative => Books?.IsIllustrative ?? false;

    /// <summary>Every figure of the table and its notes, in that order.</summary>
    public IReadOnlyList<FigureFinding> Figures { get; }

    /// <summary>Every amount of the narrative.</summary>
    public IReadOnlyList<FigureFinding> Narrative { get; }

    /// <summary>The relations, each alone and all together.</summary>
    public StatementProof Proof { get; }

    /// <summary>What differs; empty where nothing does.</summary>
    public IReadOnlyList<Discrepancy> Discrepancies { get; }

    /// <summary>What an attentive reader would remark.</summary>
    public IReadOnlyList<Observation> Observations { get; }

    /// <summary>What could not be read of the document and its narrative.</summary>
    public IReadOnlyList<ReadingProblem> Problems { get; }

    /// <summary>Figures that no relation and no books reach.</summary>
    public IEnumerable<FigureFinding> NotTested => Figures.Concat(Narrative).Where(finding => finding.Verdict == Verdict.Unverified);

    /// <summary>Rounding differences too improbable to pass as rounding: queries, never an agreement.</summary>
    public IEnumerable<RelationFinding> Queries => Proof.Findings.Where(
        finding => finding.Verdict == Verdict.Rounding && finding.Plausibility == Plausibility.Improbable);

    /// <summary>The judgement of the document.</summary>
    public Verdict Verdict
    {
        get
        {
            if (Discrepancies.Count > 0)
            {
                return Verdict.Inconsistent;
            }

            if (Figures.All(finding => finding.Verdict == Verdict.Unverified))
            {
                return Verdict.Unverified;
            }

            return Proof.Findings.Any(finding => finding.Verdict == Verdict.Rounding) ? Verdict.Rounding : Verdict.Exact;
        }
    }
}

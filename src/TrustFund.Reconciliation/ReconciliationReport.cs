using TrustFund.Reconciliation.Diagnosis;
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
        ReconcilerInput input, Statement? reproduced, BooksIdentity? books, IReadOnlyList<FigureFinding> figures,
        IReadOnlyList<FigureFinding> narrativeFigures, IReadOnlyList<FigureFinding> elsewhere, StatementProof proof, DiagnosisReport diagnosis, IReadOnlyList<ImpliedAmount> implied,
        IReadOnlyList<Discrepancy> discrepancies, IReadOnlyList<Observation> observations, IReadOnlyList<ReadingProblem> problems)
    {
        (Document, Match, Reproduced, Books) = (input.Document, input.Match, reproduced, books);
        (Figures, Narrative, Elsewhere, Proof, Diagnosis, Implied) = (figures, narrativeFigures, elsewhere, proof, diagnosis, implied);
        (Discrepancies, Observations, Problems) = (discrepancies, observations, problems);
    }

    /// <summary>The lines of the template found in the document; null without a template.</summary>
    public TemplateMatch? Match { get; }

    /// <summary>The document.</summary>
    public PublishedStatement Document { get; }

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

    /// <summary>Every figure of other documents that a relation ties to this one, under the name of its document.</summary>
    public IReadOnlyList<FigureFinding> Elsewhere { get; }

    /// <summary>The relations, each alone and all together.</summary>
    public StatementProof Proof { get; }

    /// <summary>What may have gone wrong, for every relation that does not hold.</summary>
    public DiagnosisReport Diagnosis { get; }

    /// <summary>What relations imply for cells that cannot be read.</summary>
    public IReadOnlyList<ImpliedAmount> Implied { get; }

    /// <summary>What differs; empty where nothing does.</summary>
    public IReadOnlyList<Discrepancy> Discrepancies { get; }

    /// <summary>What differs and follows from no other difference.</summary>
    public IEnumerable<Discrepancy> Exceptions => Discrepancies.Where(discrepancy => discrepancy.FollowsFrom.Count == 0);

    /// <summary>What differs because other figures do, and by just as much.</summary>
    public IEnumerable<Discrepancy> Consequences => Discrepancies.Where(discrepancy => discrepancy.FollowsFrom.Count > 0);

    /// <summary>What an attentive reader would remark.</summary>
    public IReadOnlyList<Observation> Observations { get; }

    /// <summary>What could not be read of the document and its narrative.</summary>
    public IReadOnlyList<ReadingProblem> Problems { get; }

    /// <summary>What to call a figure: its caption, with column and line where the caption alone does not tell.</summary>
    /// <param name="figure">A figure of the document, its narrative, or another document tied to it.</param>
    public string NameOf(PublishedFigure figure) => Document.NameOf(figure);

    /// <summary>The heading of a figure's column, or its number; empty where its table has one column only.</summary>
    /// <param name="figure">A figure of the document.</param>
    public string HeadingOf(PublishedFigure figure) => Document.Names.HeadingOf(figure);

    /// <summary>A relation and what was found of it, in a sentence or two.</summary>
    /// <param name="finding">The finding.</param>
    public string TextOf(RelationFinding finding) => new RelationText(Document.Names.Of).Of(finding);

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

using TrustFund.Reconciliation.Diagnosis;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>What a published statement is checked with.</summary>
public sealed record ReconcilerInput
{
    /// <summary>The statement.</summary>
    public required PublishedStatement Document { get; init; }

    /// <summary>The lines of a template found in it; null without a template.</summary>
    public TemplateMatch? Match { get; init; }

    /// <summary>Relations that were declared for it, or tie it to other documents.</summary>
    public IReadOnlyList<RelationSet> Relations { get; init; } = [];

    /// <summary>
    /// What restatements of the books did to the opening balance that the document prints as restated, in
    /// units of the currency; empty where it is printed as recorded.
    /// </summary>
    public IReadOnlyList<EntryEffect> OpeningRestatedBy { get; init; } = [];

    /// <summary>The registered edition that the document is, to tell entries recorded after it was made; null for none.</summary>
    public EditionOfBooks? Edition { get; init; }

    /// <summary>The names of relations that are not to be tested.</summary>
    public IReadOnlyList<string> Veto { get; init; } = [];

    /// <summary>The name of the file that holds the veto; null where none does.</summary>
    public string? VetoSource { get; init; }

    /// <summary>The text that speaks of it; null for none.</summary>
    public Narrative? Narrative { get; init; }

    /// <summary>Which rounding differences are ordinary.</summary>
    public ProofPolicy Policy { get; init; } = ProofPolicy.Default;

    /// <summary>How likely each slip is.</summary>
    public DiagnosisPolicy Diagnosis { get; init; } = DiagnosisPolicy.Default;

    /// <summary>A document and the lines of a template found in it.</summary>
    /// <param name="match">Both.</param>
    /// <param name="narrative">The text that speaks of it; null for none.</param>
    public static ReconcilerInput Of(TemplateMatch match, Narrative? narrative = null) =>
        new() { Document = match.Document, Match = match, Narrative = narrative };
}

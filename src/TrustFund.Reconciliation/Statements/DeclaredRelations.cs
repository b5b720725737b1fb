namespace TrustFund.Reconciliation.Statements;

/// <summary>The relations that a user declares for a document: what a relations file holds.</summary>
public sealed record DeclaredRelations
{
    /// <summary>How the document's figures were rounded.</summary>
    public RoundingRule Rounding { get; init; }

    /// <summary>Whether a nil mark stands for nil alone.</summary>
    public bool NilIsExact { get; init; }

    /// <summary>The currency where the document does not say it: an ISO 4217 code; null for unknown.</summary>
    public string? Currency { get; init; }

    /// <summary>The latest year that the document names from which relations were saved; 0 where it names none or is not known.</summary>
    public int Year { get; init; }

    /// <summary>The relations in the order of the file.</summary>
    public IReadOnlyList<DeclaredRelation> Relations { get; init; } = [];

    /// <summary>The names of relations that do not hold for this document and are not tested.</summary>
    public IReadOnlyList<string> Veto { get; init; } = [];

    /// <summary>The line with the balance at the beginning of the period; null where the document has none.</summary>
    public FigureReference? Opening { get; init; }

    /// <summary>The line with the balance at the end of the period; null where the document has none.</summary>
    public FigureReference? Closing { get; init; }

    /// <summary>Lines that restate the opening balance: what lies between last year's closing and this year's opening.</summary>
    public IReadOnlyList<FigureReference> Restatements { get; init; } = [];

    /// <summary>The relations between the figures of a document; what does not fit is a problem.</summary>
    /// <param name="document">The document.</param>
    /// <param name="source">The name of the relations file, for problems.</param>
    public RelationSet ApplyTo(PublishedStatement document, string source) => new RelationResolver(document, source).Resolve(this);
}

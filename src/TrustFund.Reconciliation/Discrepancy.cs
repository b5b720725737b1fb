using TrustFund.Reconciliation.Diagnosis;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>A figure that is not what it should be, as three figures.</summary>
/// <param name="Caption">The line or note it concerns.</param>
/// <param name="Line">The name of the line in the template; null where it has none.</param>
/// <param name="Column">The column of the template, counted from 0.</param>
/// <param name="Figure">The published figure; null where the document prints none.</param>
/// <param name="Published">The amount published; null where none is.</param>
/// <param name="Recomputed">The amount it should be, as printed: per books, or by the relation that fails.</param>
/// <param name="PerBooks">The exact amount per books; null without books.</param>
/// <param name="Relation">The relation that fails; null where the books alone tell.</param>
/// <param name="Text">The same in words.</param>
public sealed record Discrepancy(
    string Caption, string? Line, int Column, PublishedFigure? Figure, decimal? Published, decimal? Recomputed, decimal? PerBooks,
    StatementRelation? Relation, string Text)
{
    /// <summary>Possible causes, the likeliest first; empty where none was found.</summary>
    public IReadOnlyList<Hypothesis> Diagnoses { get; init; } = [];

    /// <summary>The relations that cannot hold together, where each holds alone; null elsewhere.</summary>
    public Conflict? Conflict { get; init; }

    /// <summary>Exceptions that share a figure, and so perhaps a cause, have the same number; 0 for none.</summary>
    public int Group { get; init; }

    /// <summary>The places, in the report's list, of the exceptions that it follows from; empty for one that stands by itself.</summary>
    public IReadOnlyList<int> FollowsFrom { get; init; } = [];

    /// <summary>Entries of the books that may explain the difference; empty without books.</summary>
    public IReadOnlyList<EntryClue> Entries { get; init; } = [];

    /// <summary>Published less recomputed, nil standing for what is not printed: positive = overstated. Null where nothing was recomputed.</summary>
    public decimal? Difference => Recomputed is null ? null : (Published ?? 0) - Recomputed;
}

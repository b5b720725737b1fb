namespace TrustFund.Reconciliation.Statements;

/// <summary>What must hold between the figures of a document, and what that implies for cells that cannot be read.</summary>
/// <param name="Relations">The relations whose figures all state an amount, in the order they were declared.</param>
/// <param name="Implied">Amounts for cells that cannot be read, one for each relation with one such cell.</param>
/// <param name="Problems">What was declared and does not fit the document; empty where all does.</param>
public sealed record RelationSet(
    IReadOnlyList<StatementRelation> Relations, IReadOnlyList<ImpliedAmount> Implied, IReadOnlyList<ReadingProblem> Problems)
{
    /// <summary>A set without relations.</summary>
    public static RelationSet Empty { get; } = new([], [], []);

    /// <summary>What is to be said of them: which saved relations do not fit the document, and what stands in their place.</summary>
    public IReadOnlyList<RelationRemark> Remarks { get; init; } = [];

    /// <summary>The declarations that relations come from; empty where they come from elsewhere.</summary>
    internal IReadOnlyDictionary<StatementRelation, DeclaredRelation> Declarations { get; init; } = new Dictionary<StatementRelation, DeclaredRelation>();

    /// <summary>The saved declarations that do not fit the document, in the order of the file.</summary>
    internal IReadOnlyList<Misfit> Misfits { get; init; } = [];
}

/// <summary>A saved declaration that does not fit a document.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Found">What the document has or lacks: <c>has no line 'Travel' with an amount</c>.</param>
internal sealed record Misfit(string Name, string Found);

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
}

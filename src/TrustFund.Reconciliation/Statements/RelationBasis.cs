namespace TrustFund.Reconciliation.Statements;

/// <summary>Why a relation is believed to hold.</summary>
public enum RelationBasis
{
    /// <summary>A user declared it for this document.</summary>
    Declared,

    /// <summary>The template of the statement declares it.</summary>
    Template,

    /// <summary>It was found in the document.</summary>
    Discovered,
}

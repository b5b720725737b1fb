namespace TrustFund.Reconciliation.Statements;

/// <summary>How the figures of a relation are named in a relations file.</summary>
internal enum ReferenceForm
{
    /// <summary>By lines: all stand in one column.</summary>
    ByLine,

    /// <summary>By columns: all stand in one line.</summary>
    ByColumn,

    /// <summary>Each by its line and column.</summary>
    ByCell,
}

namespace TrustFund.Reconciliation.Proof;

/// <summary>The judgement of a figure, a relation or a document.</summary>
public enum Verdict
{
    /// <summary>Holds to the last printed digit; a share, product or amount at a rate, once it is rounded as printed.</summary>
    Exact,

    /// <summary>Inexact as printed; rounding alone can explain it, and a witness shows how.</summary>
    Rounding,

    /// <summary>Of a figure only: some of the smallest sets of repairs change it, others do not.</summary>
    Suspect,

    /// <summary>Rounding cannot explain it, and a certificate shows why.</summary>
    Inconsistent,

    /// <summary>No relation and no books reach it. Never a silent pass.</summary>
    Unverified,
}

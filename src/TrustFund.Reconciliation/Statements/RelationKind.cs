namespace TrustFund.Reconciliation.Statements;

/// <summary>What a relation between published figures says.</summary>
public enum RelationKind
{
    /// <summary>A total and its lines.</summary>
    Total,

    /// <summary>A line less another: surplus = revenue less expenses.</summary>
    Difference,

    /// <summary>Opening and movements equal closing.</summary>
    RollForward,

    /// <summary>A note and the line it explains.</summary>
    Note,

    /// <summary>The same total reached along rows and along columns.</summary>
    CrossFoot,

    /// <summary>An identity across the columns of one row.</summary>
    RowIdentity,

    /// <summary>A figure stated in the narrative and the figure of the table.</summary>
    Narrative,

    /// <summary>Closing of one year and opening of the next.</summary>
    Continuity,

    /// <summary>Two printings of one quantity.</summary>
    Equality,

    /// <summary>A stated rate of a base: programme support costs at 13 per cent of expenditure. Linear, by the rate.</summary>
    Rate,

    /// <summary>A printed percentage and the part and whole it is computed from. A quotient, not a sum.</summary>
    Share,

    /// <summary>An amount and the factors it is the product of: an amount at a rate of exchange.</summary>
    Product,
}

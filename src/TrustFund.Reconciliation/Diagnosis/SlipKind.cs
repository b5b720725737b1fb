namespace TrustFund.Reconciliation.Diagnosis;

/// <summary>What may have gone wrong with a figure between the books and the page.</summary>
public enum SlipKind
{
    /// <summary>Two neighbouring digits changed places: 2 223 349 for 2 223 439.</summary>
    Transposition,

    /// <summary>One digit is another.</summary>
    Digit,

    /// <summary>A digit was left out.</summary>
    DroppedDigit,

    /// <summary>A digit is there too many.</summary>
    AddedDigit,

    /// <summary>The decimal point stands in the wrong place.</summary>
    DecimalSlip,

    /// <summary>Thousands or millions stand for units, or units for thousands.</summary>
    Scale,

    /// <summary>A negative amount without its sign, or the other way round.</summary>
    Sign,

    /// <summary>An amount was left out, of a total or of the page.</summary>
    Omission,

    /// <summary>An amount was counted or printed twice.</summary>
    Duplicate,

    /// <summary>Two figures stand in each other's place.</summary>
    Swap,

    /// <summary>The figure of another line or column was copied.</summary>
    Copied,

    /// <summary>The figures of a line or column stand one place further on.</summary>
    Shifted,

    /// <summary>A total was not brought up to date when a line was changed.</summary>
    StaleTotal,

    /// <summary>An amount that a note states explains the difference.</summary>
    Note,

    /// <summary>An amount listed elsewhere was netted.</summary>
    Netting,

    /// <summary>An entry that was recorded after the statement was made is in the books and not in the figure.</summary>
    LateEntry,

    /// <summary>Nothing known explains the amount.</summary>
    Unexplained,
}

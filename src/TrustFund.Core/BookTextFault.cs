namespace TrustFund;

/// <summary>What keeps a text out of the books.</summary>
public enum BookTextFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A control character, a line break among them.</summary>
    ControlCharacter,

    /// <summary>Half a character: an unpaired surrogate.</summary>
    HalfCharacter,

    /// <summary>Letters that are not in Unicode's composed form (NFC).</summary>
    NotComposed,
}

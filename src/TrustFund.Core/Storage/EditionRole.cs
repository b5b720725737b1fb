namespace TrustFund.Storage;

/// <summary>What a file of an edition is. The numbers are part of what is stored and hashed.</summary>
public enum EditionRole
{
    /// <summary>The document as published.</summary>
    Source = 1,

    /// <summary>The template that it follows, as it stood.</summary>
    Template = 2,

    /// <summary>The statement as reproduced from the entries then recorded.</summary>
    Statement = 3,

    /// <summary>The published figures as they were read, with what was found about them.</summary>
    Figures = 4,
}

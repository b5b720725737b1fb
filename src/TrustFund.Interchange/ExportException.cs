namespace TrustFund.Interchange;

/// <summary>The books hold what the format of an export cannot; nothing was written.</summary>
public sealed class ExportException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What cannot be written and what to do, for a person.</param>
    public ExportException(string message)
        : base(message)
    {
    }
}

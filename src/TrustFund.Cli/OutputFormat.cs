namespace TrustFund.Cli;

/// <summary>How a command prints its report.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs, as the README documents it.</summary>
    Json,

    /// <summary>For spreadsheets.</summary>
    Csv,
}

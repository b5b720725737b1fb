namespace TrustFund.Interchange;

/// <summary>
/// Bytes that are no text, met behind the CSV parser: an exception because a parser knows no other way
/// to be stopped. It does not leave the assembly; <see cref="CsvTable"/> makes a problem of it.
/// </summary>
internal sealed class UnreadableTextException(Complaint complaint, int line) : Exception(complaint.Found)
{
    internal Complaint Complaint { get; } = complaint;

    internal int Line { get; } = line;
}

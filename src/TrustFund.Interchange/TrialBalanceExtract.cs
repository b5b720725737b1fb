namespace TrustFund.Interchange;

/// <summary>
/// A trial balance taken from another system as CSV: account and debit and credit, or account and a
/// signed balance; name, fund, donor and currency where there are any. In each fund debits equal credits.
/// </summary>
/// <param name="Rows">The rows that could be read.</param>
/// <param name="IsIllustrative">Whether its column <c>illustrative</c> says <c>yes</c> anywhere: the books it was taken from are constructed.</param>
/// <param name="Fingerprint">The hash of the file's bytes; the default where it could not be opened.</param>
/// <param name="Problems">What could not be read; where there is any, the extract proves nothing.</param>
public sealed record TrialBalanceExtract(
    IReadOnlyList<ExtractRow> Rows, bool IsIllustrative, Sha256Hash Fingerprint, IReadOnlyList<ReadingProblem> Problems)
{
    /// <summary>
    /// Reads an extract; whatever the file holds becomes rows or problems, never an exception. Whether a
    /// point or a comma stands before decimals, its amounts together tell.
    /// </summary>
    /// <param name="path">The file: CSV with comma, semicolon or tab, UTF-8, a header row.</param>
    /// <exception cref="IOException">Reading failed in the middle of the file.</exception>
    public static TrialBalanceExtract Read(string path) => new ExtractReader(path).Read();
}

namespace TrustFund;

/// <summary>Something in a document or file that could not be read, told so that a person can mend it.</summary>
/// <param name="Source">The file.</param>
/// <param name="Place">Where in it.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What should.</param>
/// <param name="Remedy">What to do.</param>
public sealed record ReadingProblem(string Source, TextPlace Place, string Found, string Expected, string Remedy);

namespace TrustFund.Reconciliation.Statements;

/// <summary>A table of captions and figures.</summary>
/// <param name="Id">Its name in reports (<c>t1</c>).</param>
/// <param name="Title">The heading lines above it, joined by a space; empty where there is none.</param>
/// <param name="Currency">ISO 4217 code of the amounts, as far as the document says; else null.</param>
/// <param name="Unit">What one printed unit is worth: 1 for dollars, 1000 for thousands of dollars.</param>
/// <param name="Columns">Headings of the amount columns, left to right; one empty heading where none is printed.</param>
/// <param name="Lines">The lines, captions without amounts included, in the order of the document.</param>
public sealed record PublishedTable(
    string Id, string Title, string? Currency, decimal Unit,
    IReadOnlyList<string> Columns, IReadOnlyList<PublishedLine> Lines);

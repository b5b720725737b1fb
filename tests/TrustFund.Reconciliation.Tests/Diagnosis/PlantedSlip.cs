using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Diagnosis;

/// <summary>A slip planted in a document.</summary>
/// <param name="Kind">What kind of slip.</param>
/// <param name="Text">The document with the slip in it.</param>
/// <param name="Changed">The figures that say something else now, with what they said before.</param>
internal sealed record PlantedSlip(string Kind, string Text, IReadOnlyList<PublishedFigure> Changed)
{
    /// <summary>
    /// Others that do, of which nobody can tell what they said: what was printed there stands nowhere any more, and fewer than two
    /// relations ask for it, or for no other amount than rounding allows.
    /// </summary>
    internal IReadOnlyList<PublishedFigure> Lost { get; init; } = [];
}

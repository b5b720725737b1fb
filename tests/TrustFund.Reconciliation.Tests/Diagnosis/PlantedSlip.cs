using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Diagnosis;

/// <summary>A slip planted in a document.</summary>
/// <param name="Kind">What kind of slip.</param>
/// <param name="Text">The document with the slip in it.</param>
/// <param name="Changed">The figures that say something else now, with what they said before.</param>
internal sealed record PlantedSlip(string Kind, string Text, IReadOnlyList<PublishedFigure> Changed);

namespace TrustFund.Reconciliation.Statements;

/// <summary>A note of a template: a text, or a text with the line's amount by donor.</summary>
/// <param name="Marker">The marker that ties it to its line.</param>
/// <param name="Text">Its text; <c>{donors}</c> stands for the list of donors with their amounts.</param>
/// <param name="ByDonor">Whether it breaks its line down by donor, so that the donors add up to the line.</param>
public sealed record TemplateNote(string Marker, string Text, bool ByDonor);

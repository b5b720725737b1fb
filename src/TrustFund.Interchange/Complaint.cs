using System.Globalization;

namespace TrustFund.Interchange;

/// <summary>
/// The words for one kind of fault, with <c>{0}</c> and so on where the particulars go. All of them
/// stand in the classes <c>...Complaints</c>, and the error catalogue brings about each.
/// </summary>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What should.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record Complaint(string Found, string Expected, string Remedy)
{
    internal ReadingProblem At(string source, TextPlace place, params string[] particulars) =>
        new(source, place, Fill(Found, particulars), Fill(Expected, particulars), Fill(Remedy, particulars));

    private static string Fill(string text, string[] particulars) =>
        string.Format(CultureInfo.InvariantCulture, text, particulars);
}

using TrustFund.Reconciliation.Diagnosis;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>The possible causes of the exceptions of one report, in words. A cause of several exceptions is told once.</summary>
internal sealed class CauseText
{
    private const int MostCauses = 3;

    private readonly Dictionary<string, int> _told = new(StringComparer.Ordinal);

    /// <summary>The causes of an exception, each on a line of its own with a line break before it; empty where none was found.</summary>
    /// <param name="hypotheses">The causes, the likeliest first.</param>
    /// <param name="number">The number of the exception.</param>
    internal string Of(IReadOnlyList<Hypothesis> hypotheses, int number)
    {
        // Entries named with the exception are the cause, and more is not to be said.
        if (hypotheses.Count == 0 || hypotheses[0].Kind == SlipKind.LateEntry)
        {
            return "";
        }

        if (_told.TryGetValue(hypotheses[0].Text, out var first))
        {
            return FormattableString.Invariant($"\nPossible cause: as for {first}.");
        }

        if (IsOpen(hypotheses))
        {
            return "\nNo known slip explains it, and no one figure is singled out.";
        }

        _told.Add(hypotheses[0].Text, number);
        var relations = hypotheses[0].Repaired.Count > 1 ? $" Then {AmountText.Count(hypotheses[0].Repaired.Count)} relations would hold." : "";
        return string.Concat(Causes(hypotheses).Select((cause, index) => index == 0
            ? $"\nPossible cause, to be confirmed: {cause.Text}.{relations}"
            : $"\n{(cause.IsLikeliest ? "Equally possible" : "Less likely")}: {cause.Text}."));
    }

    /// <summary>The causes that are told, the likeliest first, and whether each is as likely as the first.</summary>
    internal static IEnumerable<(string Text, bool IsLikeliest)> Causes(IReadOnlyList<Hypothesis> hypotheses) =>
        hypotheses.GroupBy(Slip).Take(MostCauses).Select(same => (Text(same), same.First().Rank == 1));

    /// <summary>Whether no known slip explains an exception and several figures might be wrong as well as each other.</summary>
    internal static bool IsOpen(IReadOnlyList<Hypothesis> hypotheses) => hypotheses is [{ Kind: SlipKind.Unexplained, Rank: 1 }, { Rank: 1 }, ..];

    // One slip in one figure may leave several amounts open, as far as rounding goes: they are told together.
    private static string Slip(Hypothesis hypothesis) =>
        hypothesis.Repairs.Count == 1 ? $"{hypothesis.Kind} {hypothesis.Repairs[0].Figure.Id}" : hypothesis.Text;

    // Of figures that moved, those that are not named may differ; the likeliest stands for them.
    private static string Text(IEnumerable<Hypothesis> same)
    {
        var first = same.First();
        var others = first.Repairs.Count > 1 ? [] : same.Skip(1).Select(hypothesis => AmountText.Of(hypothesis.Repairs[0].Amount)).ToList();
        return others.Count == 0 ? first.Text : $"{first.Text}; or {string.Join(" or ", others)}, as far as rounding tells";
    }
}

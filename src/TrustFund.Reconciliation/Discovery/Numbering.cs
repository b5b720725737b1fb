using System.Globalization;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>Lines of a list that are numbered or lettered, and where one of these is left out.</summary>
internal static class Numbering
{
    private const int MostOfGap = 2;

    /// <summary>Whether a number or letter of a list is left out: before its first line, between its lines, or between the last and the total, where that bears one too.</summary>
    /// <param name="lines">The lines of the list, in order.</param>
    /// <param name="total">Their total.</param>
    internal static bool HasGap(IEnumerable<SheetRow> lines, SheetRow total)
    {
        var marks = lines.Select(line => NumberOf(line.Caption)).ToList();
        if (marks.Count < 2 || marks.Contains(null))
        {
            return false;
        }

        if (NumberOf(total.Caption) is { } last)
        {
            marks.Add(last);
        }

        var steps = marks.Zip(marks.Skip(1), (one, other) => other - one).Prepend(marks[0]).ToList();
        return steps.TrueForAll(step => step is > 0 and <= MostOfGap) && steps.Count(step => step > 1) == 1;
    }

    // 1 for 1. or A.
    private static int? NumberOf(string caption) => Formula.MarkOf(caption) switch
    {
        [>= '0' and <= '9', ..] mark => int.Parse(mark, NumberStyles.None, CultureInfo.InvariantCulture),
        [var letter] => letter - 'A' + 1,
        _ => null,
    };
}

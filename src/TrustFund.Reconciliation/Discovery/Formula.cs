using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>Captions that say of what a line is the sum: <c>Total (A + B - C)</c>, where A to C mark lines or headings.</summary>
internal static partial class Formula
{
    /// <summary>The marks that a caption adds and takes off, in order; empty where it says none.</summary>
    internal static IReadOnlyList<(string Mark, int Sign)> MarksIn(string caption)
    {
        if (Sums().Match(caption) is not { Success: true } sum)
        {
            return [];
        }

        var marks = new List<(string, int)>();
        var sign = 1;
        foreach (Match part in Parts().Matches(sum.Value))
        {
            sign = part.Value is "+" ? 1 : part.Value is "-" or "–" or "−" ? -1 : sign;
            if (char.IsLetterOrDigit(part.Value[0]))
            {
                marks.Add((part.Value.ToUpperInvariant(), sign));
            }
        }

        // Letters and numbers together are a grade: (G-6).
        return marks.TrueForAll(mark => char.IsAsciiDigit(mark.Item1[0]) == char.IsAsciiDigit(marks[0].Item1[0])) ? marks : [];
    }

    /// <summary>The mark that a caption begins with; null where it has none.</summary>
    internal static string? MarkOf(string caption) => Marks().Match(caption) is { Success: true } mark ? mark.Groups[1].Value.ToUpperInvariant() : null;

    /// <summary>
    /// Which rows each mark stands for: the row that bears it, or those below a heading that does, marked themselves perhaps in
    /// another way (<c>1.</c> above <c>a.</c> and <c>b.</c>).
    /// </summary>
    internal static Dictionary<string, List<int>> RowsByMark(IReadOnlyList<SheetRow> rows)
    {
        var marked = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        List<int>? below = null;
        var isNumbered = false;
        foreach (var row in rows)
        {
            foreach (var mark in row.Headings.Select(MarkOf).OfType<string>())
            {
                marked.TryAdd(mark, below = []);
                isNumbered = char.IsAsciiDigit(mark[0]);
            }

            var own = MarkOf(row.Caption);
            if (row.IsStructural || (own is not null && char.IsAsciiDigit(own[0]) == isNumbered))
            {
                below = null;
            }

            if (own is not null)
            {
                marked.TryAdd(own, [row.Index]);
            }

            below?.Add(row.Index);
        }

        return marked.Where(rows => rows.Value.Count > 0).ToDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"(?<=\(\s*)[A-Za-z0-9]{1,3}(\s*[-+–−]\s*[A-Za-z0-9]{1,3})+(?=\s*\))|(?<==\s*)[A-Za-z0-9]{1,3}(\s*[-+–−]\s*[A-Za-z0-9]{1,3})+$", RegexOptions.CultureInvariant)]
    private static partial Regex Sums();

    [GeneratedRegex(@"[A-Za-z0-9]+|[-+–−]", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^\(?([A-Za-z]|[0-9]{1,2}|[IVX]{1,4})[.)]\s*\S", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}

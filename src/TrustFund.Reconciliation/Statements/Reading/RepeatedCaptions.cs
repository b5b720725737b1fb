namespace TrustFund.Reconciliation.Statements;

/// <summary>Parts lines that hold the same statement twice, one below the other, without a title between.</summary>
internal static class RepeatedCaptions
{
    private const int FewestLines = 3;

    /// <summary>The lines of each statement.</summary>
    /// <param name="rows">Lines in order.</param>
    /// <param name="figureLines">The numbers of those that hold figures.</param>
    internal static IEnumerable<List<TextRow>> Split(List<TextRow> rows, IReadOnlySet<int> figureLines)
    {
        var rest = rows;
        while (Length(rest, figureLines) is { } length)
        {
            yield return rest[..length];
            rest = rest[length..];
        }

        yield return rest;
    }

    // Captions all different, and then all of them again in the same order.
    private static int? Length(List<TextRow> rows, IReadOnlySet<int> figureLines)
    {
        var figures = rows.Index().Where(row => figureLines.Contains(row.Item.Number)).ToList();
        var captions = figures.Select(row => CaptionText.Fold(row.Item.Filled.First().Text)).ToList();
        var again = captions.Count == 0 ? -1 : captions.IndexOf(captions[0], 1);
        if (again < FewestLines || captions.Count < 2 * again || captions.Take(again).Distinct(StringComparer.Ordinal).Count() < again
            || !captions.Take(again).SequenceEqual(captions.Skip(again).Take(again), StringComparer.Ordinal))
        {
            return null;
        }

        // The headings between the two belong to the second.
        return figures[again - 1].Index + 1;
    }
}

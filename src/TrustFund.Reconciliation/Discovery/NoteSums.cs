using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Finds notes whose amounts add up to the line that they explain. A note may also state a part or a movement, so
/// it is believed where it adds up, or says that it lists all there is.
/// </summary>
internal static class NoteSums
{
    internal static IEnumerable<Belief> Find(PublishedStatement document)
    {
        foreach (var note in document.Notes.Where(note => note.Marker.Length > 0 && note.Amounts.Count > 1))
        {
            var marked = Marked(document, note);
            var found = marked.Select(figure => (figure, Fit: FitOf(note, figure))).ToList();
            var because = $"note {note.Marker} explains the line, and lists {note.Amounts.Count} amounts";
            if (found.Find(pair => pair.Fit.Fit == Fit.Holds) is { figure: not null } holds)
            {
                yield return new Belief(RelationKind.Note, Strength.Strong, $"{because} that add up to it", [Sum(note, holds.figure)])
                {
                    Order = Digits.Of(document.Tables.Sum(table => table.Lines.Count(line => line.Figures.Any(figure => figure.Amount is not (null or 0))))),
                };
            }
            else if (AccountingWords.Says(note.Text, WordKind.ConsistsOf) && Meant(note, marked) is { } meant)
            {
                yield return new Belief(RelationKind.Note, Strength.Failing, $"{because} that it says it consists of", [Sum(note, meant)]);
            }
        }
    }

    // A mark is used again below each table: meant is the last table above the note that has it, or else all that have.
    private static List<PublishedFigure> Marked(PublishedStatement document, PublishedNote note)
    {
        var tables = document.Tables.Where(table => table.Lines.Any(line => line.Markers.Contains(note.Marker))).ToList();
        var above = tables.FindLast(table => table.Lines[0].Place.Line < note.Place.Line);
        return [.. (above is null ? tables : [above]).SelectMany(table => table.Lines).Where(line => line.Markers.Contains(note.Marker)).SelectMany(line => line.Figures)
            .Where(figure => figure.Amount is not (null or 0))];
    }

    // The one figure of its line, or the one of several that its amounts are a slip away from.
    private static PublishedFigure? Meant(PublishedNote note, List<PublishedFigure> marked) => marked.Count == 1 ? marked[0]
        : marked.Select(figure => (Figure: figure, Near: NearMiss.DigitsOf([.. note.Amounts.Select(amount => amount.Amount ?? 0)], figure.Amount!.Value, figure.Width > 0 ? figure.Width : 1)))
            .Where(pair => pair.Near > 0).OrderByDescending(pair => pair.Near).Select(pair => pair.Figure).FirstOrDefault();

    private static SumFit FitOf(PublishedNote note, PublishedFigure figure)
    {
        var sum = default(RunningSum);
        foreach (var amount in note.Amounts)
        {
            sum.Add(amount, 1);
        }

        return sum.Against(figure, 1, 1);
    }

    private static BelievedSum Sum(PublishedNote note, PublishedFigure figure) => new(figure, [.. note.Amounts.Select(amount => (amount, 1m))]);
}

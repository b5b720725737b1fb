using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>
/// Ties the amounts of a narrative to the figures they speak of: the line whose caption the sentence
/// names; else the only line that prints the same amount.
/// </summary>
internal static class NarrativeTies
{
    /// <summary>The ties of a narrative to the lines of a document.</summary>
    /// <param name="lines">Captions with the figure that text speaks of.</param>
    /// <param name="narrative">The narrative.</param>
    /// <param name="relationsBefore">How many relations there are already.</param>
    internal static List<StatementRelation> Of(
        IReadOnlyList<(string Caption, PublishedFigure Figure)> lines, Narrative narrative, int relationsBefore)
    {
        var folded = lines.Where(line => line.Figure.Interval is not null)
            .Select(line => (Caption: CaptionText.Fold(line.Caption), line.Figure)).Where(line => line.Caption.Length > 0).ToList();
        var ties = new List<StatementRelation>();
        foreach (var sentence in narrative.Paragraphs.SelectMany(paragraph => paragraph.Sentences))
        {
            foreach (var amount in sentence.Amounts.Where(amount => amount.Interval is not null))
            {
                RelationTerm[] terms = [new RelationTerm(amount, 1)];
                if (Target(folded, sentence, amount) is { } target && StatementRelation.Compute(RelationKind.Narrative, terms, 0) is not null)
                {
                    ties.Add(new StatementRelation(
                        FormattableString.Invariant($"r{relationsBefore + ties.Count + 1}"), RelationKind.Narrative,
                        RelationBasis.Template, $"{amount.Caption} speaks of {target.Caption}", target, terms));
                }
            }
        }

        return ties;
    }

    private static PublishedFigure? Target(
        List<(string Caption, PublishedFigure Figure)> figures, NarrativeSentence sentence, PublishedFigure amount)
    {
        var words = CaptionText.Fold(sentence.Text);
        var same = figures.Where(line => line.Figure.Amount == amount.Amount && amount.Amount != 0).ToList();
        var named = figures.Where(line => words.Contains(line.Caption, StringComparison.Ordinal))
            .OrderByDescending(line => line.Caption.Length)
            .ToList();

        // With several amounts in a sentence a name alone does not tell which is meant; the amount then must fit.
        if (named.Count > 0 && (sentence.Amounts.Count == 1 || named.Any(line => line.Figure.Amount == amount.Amount)))
        {
            return (named.FirstOrDefault(line => line.Figure.Amount == amount.Amount) is { Figure: { } fits } ? fits : null)
                ?? named[0].Figure;
        }

        return same.Count == 1 ? same[0].Figure : null;
    }
}

using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>
/// Ties the amounts of a narrative to the figures they speak of: the line whose caption the sentence
/// names, in the first column or in one whose heading it names; the donor of a note whose name stands before the amount;
/// else the only line that prints the same amount.
/// </summary>
internal static class NarrativeTies
{
    /// <summary>The ties of a narrative to the lines of a document.</summary>
    /// <param name="figures">The figures that text may speak of, line by line.</param>
    /// <param name="notes">The notes below them.</param>
    /// <param name="narrative">The narrative.</param>
    /// <param name="relationsBefore">How many relations there are already.</param>
    internal static List<StatementRelation> Of(
        IReadOnlyList<NarratedFigure> figures, IReadOnlyList<PublishedNote> notes, Narrative narrative, int relationsBefore)
    {
        var items = notes.SelectMany(note => note.Amounts).Where(item => item.Interval is not null)
            .Select(item => (Name: CaptionText.Fold(item.Caption), Figure: item)).Where(item => item.Name.Length > 0)
            .OrderByDescending(item => item.Name.Length).ToList();
        var ties = new List<StatementRelation>();
        foreach (var sentence in narrative.Paragraphs.SelectMany(paragraph => paragraph.Sentences))
        {
            var words = CaptionText.Fold(sentence.Text);
            var spoken = figures.Where(figure => figure.IsFirst || Names(words, figure.Heading)).ToList();
            var from = 0;
            foreach (var amount in sentence.Amounts.Where(amount => amount.Interval is not null))
            {
                var printed = CaptionText.Fold(amount.Printed);
                var at = Math.Max(words.IndexOf(printed, from, StringComparison.Ordinal), from);
                var before = words[from..at].TrimEnd('$', ' ', '\\', '(');
                from = Math.Min(at + printed.Length, words.Length);
                if ((OfDonor(items, before, amount) ?? OfLine(spoken, sentence, words, before, amount)) is { } tie
                    && new[] { new RelationTerm(amount, tie.Coefficient) } is var terms && StatementRelation.Compute(RelationKind.Narrative, terms, 0) is not null)
                {
                    ties.Add(new StatementRelation(
                        FormattableString.Invariant($"r{relationsBefore + ties.Count + 1}"), RelationKind.Narrative,
                        RelationBasis.Template, $"{amount.Caption} speaks of {tie.Target.Caption}", tie.Target, terms));
                }
            }
        }

        return ties;
    }

    // What a note prints as (5) the text tells as 5 that were refunded.
    private static (PublishedFigure Target, decimal Coefficient)? OfDonor(
        List<(string Name, PublishedFigure Figure)> items, string before, PublishedFigure amount) =>
        items.Find(item => before.EndsWith(item.Name, StringComparison.Ordinal)
            && (before.Length == item.Name.Length || !char.IsLetterOrDigit(before[^(item.Name.Length + 1)]))) is { Figure: { } figure }
            ? (figure, figure.Amount < 0 && amount.Amount > 0 ? -1 : 1)
            : null;

    private static (PublishedFigure Target, decimal Coefficient)? OfLine(
        List<NarratedFigure> spoken, NarrativeSentence sentence, string words, string before, PublishedFigure amount)
    {
        var stated = amount.Amount!.Value;

        // "A deficit of $5" is what a table prints as (5).
        if (before.EndsWith("deficit of", StringComparison.Ordinal) && Find(spoken, sentence, words, -stated) is { Figure.Amount: < 0 } deficit)
        {
            return (deficit.Figure, -deficit.InUnits(stated));
        }

        return Find(spoken, sentence, words, stated) is { } target ? (target.Figure, target.InUnits(stated)) : null;
    }

    private static NarratedFigure? Find(List<NarratedFigure> spoken, NarrativeSentence sentence, string words, decimal stated)
    {
        var same = spoken.FindAll(figure => figure.Is(stated) && stated != 0);
        var named = spoken.FindAll(figure => words.Contains(figure.Caption, StringComparison.Ordinal))
            .OrderByDescending(figure => figure.Caption.Length).ToList();

        // With several amounts in a sentence a name alone does not tell which is meant; the amount then must fit.
        if (named.Count > 0 && (sentence.Amounts.Count == 1 || named.Exists(figure => figure.Is(stated))))
        {
            return named.Find(figure => figure.Is(stated))
                ?? (Names(words, named[0].Heading) ? null : named.Find(figure => !figure.IsFirst && figure.Caption == named[0].Caption))
                ?? named[0];
        }

        // A sentence on cash speaks of no accrual figure that it does not name, whatever the amount.
        if (Names(words, "cash"))
        {
            return null;
        }

        var first = same.FindAll(figure => figure.IsFirst);
        return first.Count == 1 ? first[0] : first.Count == 0 && same.Count == 1 ? same[0] : null;
    }

    private static bool Names(string words, string heading)
    {
        var at = heading.Length == 0 ? -1 : words.IndexOf(heading, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(words[at - 1]))
            && (at + heading.Length == words.Length || !char.IsLetterOrDigit(words[at + heading.Length]));
    }
}

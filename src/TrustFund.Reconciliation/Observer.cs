using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>Remarks what an attentive reader would remark and no sum tells.</summary>
internal static class Observer
{
    private const int MostNamed = 6;
    private const int LeastTelling = 100;

    internal static IEnumerable<Observation> Of(
        PublishedStatement document, TemplateMatch? match, Statement? reproduced, Narrative? narrative, IReadOnlyList<StatementRelation> ties,
        StatementProof proof)
    {
        if (proof.WithoutWitness.Count > 0)
        {
            yield return new Observation(
                $"For {AmountText.Count(proof.WithoutWitness.Count)} figures amounts that agree exist, but no finite decimals were found to show.", proof.WithoutWitness);
        }

        if (match is null)
        {
            foreach (var observation in narrative is null ? [] : Contributors(document.Notes, narrative))
            {
                yield return observation;
            }

            yield break;
        }

        if (reproduced is not null && match.Period is { } printed && printed != reproduced.Period)
        {
            yield return new Observation(
                $"The captions speak of {printed}; the books were asked for {reproduced.Period}.", []);
        }

        foreach (var (line, _, difference) in reproduced?.Unexplained ?? [])
        {
            yield return new Observation(
                $"Per books {line.Caption} is {AmountText.MoreOrLess(difference.Amount)} than its lines add up to: the books hold an item that the template has no line for.", []);
        }

        foreach (var line in match.ExtraOfOne)
        {
            yield return new Observation($"{line.Caption} ({line.Place}) is {(match.IsCopy(line) ? "there a second time" : "not in the template; its figures were not tested")}.", line.Figures);
        }

        if (narrative is null)
        {
            yield break;
        }

        foreach (var observation in CashWords(match, narrative, ties).Concat(Contributors([.. match.Notes.Where(note => note.Template.ByDonor).Select(note => note.Published)], narrative)))
        {
            yield return observation;
        }
    }

    private static IEnumerable<Observation> CashWords(
        TemplateMatch match, Narrative narrative, IReadOnlyList<StatementRelation> ties)
    {
        foreach (var paragraph in narrative.Paragraphs)
        {
            foreach (var sentence in paragraph.Sentences)
            {
                var tied = ties.Where(tie => tie.Terms.Any(term => sentence.Amounts.Contains(term.Figure))).ToList();
                var word = match.Template.Style.CashWords.FirstOrDefault(word =>
                    sentence.Text.Contains($" {word} ", StringComparison.OrdinalIgnoreCase));
                if (tied.Count > 0 && word is not null)
                {
                    yield return new Observation(
                        $"Para. {paragraph.Number} says \"{word}\", a word of cash; {tied[0].Target.Caption} is accrual revenue.", [tied[0].Target]);
                }
            }
        }
    }

    /// <summary>A text of which nothing speaks of the table is the wrong text, or the table the wrong table. Of a table of nil there is nothing to say.</summary>
    internal static IEnumerable<Observation> Unrelated(PublishedStatement document, Narrative? narrative, IReadOnlyList<StatementRelation> ties)
    {
        if (narrative is null || ties.Count > 0 || document.Figures.All(figure => figure.Amount is null or 0) || NamesDonors(document.Notes, narrative))
        {
            yield break;
        }

        var amounts = narrative.Amounts.ToList();
        yield return new Observation(
            $"{narrative.Source} states {(amounts.Count == 0 ? "no amount" : $"{AmountText.Count(amounts.Count)} {(amounts.Count == 1 ? "amount" : "amounts")}, of which none could be tied to the table,")}"
            + " and names no donor of it: nothing of it was tested. Is it the text of this statement?", amounts);
    }

    /// <summary>Totals that nothing tests are what a reader would take for tested first.</summary>
    internal static IEnumerable<Observation> NotTested(IReadOnlyList<FigureFinding> findings, StatementProof proof, Func<PublishedFigure, string> nameOf)
    {
        var untested = findings.Where(finding => finding.Verdict == Verdict.Unverified && finding.Figure.Amount is not (null or 0) && AccountingWords.IsTotal(finding.Figure.Caption))
            .Select(finding => finding.Figure).ToList();
        if (untested.Count > 0 && findings.Any(finding => finding.Verdict != Verdict.Unverified))
        {
            // Where all is declared nobody has looked for lines.
            var isDeclared = proof.Findings.Any(finding => finding.Relation.Basis == RelationBasis.Declared) && !proof.Findings.Any(finding => finding.Relation.Basis == RelationBasis.Discovered);
            yield return new Observation(
                $"Not tested, though {(untested.Count == 1 ? "it is a total" : "they are totals")}: {string.Join("; ", untested.Take(MostNamed).Select(figure => $"{nameOf(figure)} {AmountText.Of(figure)}"))}"
                + (untested.Count > MostNamed ? $"; and {AmountText.Count(untested.Count - MostNamed)} more" : "")
                + (isDeclared ? ". No relation is declared of " : ". No lines were found that add up to ") + (untested.Count == 1 ? "it." : "them."), untested);
        }
    }

    /// <summary>A line that repeats the one above it is one too many, perhaps; where they are tested, their total tells.</summary>
    internal static IEnumerable<Observation> PrintedTwice(PublishedStatement document, IReadOnlyList<FigureFinding> findings)
    {
        var untested = findings.Where(finding => finding.Verdict == Verdict.Unverified).Select(finding => finding.Figure).ToHashSet();
        foreach (var (above, line) in document.Tables.SelectMany(table => table.Lines.Zip(table.Lines.Skip(1))))
        {
            if (line.Caption.Length > 0 && line.Caption == above.Caption && line.Figures.Any(figure => Math.Abs(figure.Amount ?? 0) >= LeastTelling)
                && line.Figures.All(untested.Contains) && line.Figures.Select(figure => (figure.Column, figure.Printed)).SequenceEqual(above.Figures.Select(figure => (figure.Column, figure.Printed))))
            {
                yield return new Observation($"{line.Caption} ({line.Place}) says what the line above it says, and nothing tests either: is it printed twice?", line.Figures);
            }
        }
    }

    private static bool NamesDonors(IReadOnlyList<PublishedNote> notes, Narrative narrative) =>
        notes.Any(note => note.Amounts.Any(donor => narrative.Paragraphs.Any(paragraph => paragraph.Sentences.Any(sentence => Names(sentence, donor)))));

    /// <summary>The sentence that names most of a note's donors is its list of contributors; whom does it leave out?</summary>
    private static IEnumerable<Observation> Contributors(IReadOnlyList<PublishedNote> notes, Narrative narrative)
    {
        foreach (var note in notes.Where(note => note.Amounts.Count > 1))
        {
            var donors = note.Amounts;
            var list = narrative.Paragraphs
                .SelectMany(paragraph => paragraph.Sentences.Select(sentence => (Paragraph: paragraph, Sentence: sentence)))
                .Select(place => (place.Paragraph, Named: donors.Where(donor => Names(place.Sentence, donor)).ToList()))
                .OrderByDescending(place => place.Named.Count)
                .FirstOrDefault();
            if (list.Named is null || list.Named.Count < 2 || list.Named.Count == donors.Count)
            {
                continue;
            }

            var missing = donors.Except(list.Named).ToList();
            var named = string.Join("; ", missing.Select(donor => $"{donor.Caption}, {AmountText.Of(donor.Amount ?? 0)}"));
            var elsewhere = missing.Where(donor => narrative.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Any(sentence => Names(sentence, donor))).ToList();
            yield return new Observation(
                $"Para. {list.Paragraph.Number} names {AmountText.Count(list.Named.Count)} contributors; note {note.Marker} has {AmountText.Count(donors.Count)} ({named})."
                + (elsewhere.Count == 0 ? "" : $" {string.Join(", ", elsewhere.Select(donor => donor.Caption))}: named in another sentence."),
                missing);
        }
    }

    private static bool Names(NarrativeSentence sentence, PublishedFigure donor)
    {
        var (text, name) = (CaptionText.Fold(sentence.Text), CaptionText.Fold(donor.Caption));
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var (before, after) = (at == 0 ? ' ' : text[at - 1], at + name.Length == text.Length ? ' ' : text[at + name.Length]);
            if (!char.IsLetterOrDigit(before) && !char.IsLetterOrDigit(after))
            {
                return true;
            }
        }

        return false;
    }
}

namespace TrustFund.Reconciliation.Statements;

/// <summary>The relations that a template declares between the figures of a document.</summary>
public static class TemplateRelations
{
    /// <summary>
    /// The relations in the order of the template, each of the lines that the document prints. A line of
    /// a total that it does not print, or leaves blank, counts as nil there and is named in the reason; a
    /// relation with a figure that is unreadable or not available cannot be tested and implies an amount for it.
    /// </summary>
    /// <param name="match">The document and its template.</param>
    public static RelationSet Of(TemplateMatch match)
    {
        var relations = new RelationSetBuilder(match.Document.Source);
        var extra = match.ExtraOfOne;
        foreach (var line in match.Lines.Where(line => line.Template.HasRelation))
        {
            for (var column = 0; column < match.Template.Columns.Count; column++)
            {
                relations.Add(null, OfLine(match, line, column, extra));
            }
        }

        foreach (var line in match.Lines)
        {
            foreach (var (index, column) in match.Template.Columns.Index().Where(column => column.Item.IsFormula))
            {
                relations.Add(null, AcrossColumns(match, line, column, line.Figures[index]));
            }

            for (var column = 0; column < match.Template.Columns.Count && line.Template.EqualTo is { } equal; column++)
            {
                relations.Add(null, new RelationDraft(
                    RelationKind.Equality, RelationBasis.Template, $"template {match.Template}", line.Figures[column],
                    [new RelationDraftTerm(match.Template[equal].Caption, match.Find(equal)?.Figures[column], 1)]));
            }
        }

        foreach (var note in match.Notes.Where(note => note.Template.ByDonor && note.Line is not null))
        {
            relations.Add(null, new RelationDraft(
                RelationKind.Note, RelationBasis.Template, $"template {match.Template}", note.Line!.Figures[0],
                [.. note.Published.Amounts.Select(amount => new RelationDraftTerm(amount.Caption, amount, 1))]));
        }

        return relations.ToSet();
    }

    private static RelationDraft AcrossColumns(TemplateMatch match, MatchedLine line, TemplateColumn column, PublishedFigure? target)
    {
        RelationDraftTerm Term(string id, decimal coefficient) => new(id, line.Figures[match.Template.ColumnOf(id)], coefficient);

        return new RelationDraft(
            RelationKind.CrossFoot, RelationBasis.Template, $"template {match.Template}", target,
            [.. column.Add.Select(id => Term(id, 1)), .. column.Less.Select(id => Term(id, -1))]);
    }

    private static RelationDraft OfLine(TemplateMatch match, MatchedLine line, int column, IReadOnlyList<PublishedLine> extra)
    {
        IEnumerable<RelationDraftTerm> Terms(string id, decimal coefficient) => match.Find(id) is { } found
            ? Copies(extra, found, column).Select(figure => new RelationDraftTerm(match.Template[id].Caption, figure, coefficient))
            : [new RelationDraftTerm(match.Template[id].Caption, null, coefficient)];

        return new RelationDraft(
            line.Template.Relation, RelationBasis.Template, $"template {match.Template}", line.Figures[column],
            [.. line.Template.Add.SelectMany(id => Terms(id, 1)), .. line.Template.Less.SelectMany(id => Terms(id, -1))]);
    }

    // A line that is printed twice is added twice: that the total holds without the copy is nothing that a reader can see.
    private static IEnumerable<PublishedFigure?> Copies(IReadOnlyList<PublishedLine> extra, MatchedLine line, int column)
    {
        var figure = line.Figures[column];
        yield return figure;
        foreach (var copy in extra.Where(copy => figure?.Amount is not (null or 0) && CaptionText.Fold(copy.Caption) == CaptionText.Fold(line.Published.Caption)))
        {
            if (copy.FigureIn(figure!.Column)?.Amount == figure.Amount)
            {
                yield return copy.FigureIn(figure.Column);
            }
        }
    }
}

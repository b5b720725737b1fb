namespace TrustFund.Reconciliation.Statements;

/// <summary>The relations that a template declares between the figures of a document.</summary>
public static class TemplateRelations
{
    /// <summary>
    /// The relations in the order of the template, each of the lines that the document prints. A line of
    /// a total that it does not print, or leaves blank, counts as nil there and is named in the reason; a
    /// relation with a figure that is unreadable or not available cannot be tested and is left out.
    /// </summary>
    /// <param name="match">The document and its template.</param>
    public static IReadOnlyList<StatementRelation> Of(TemplateMatch match)
    {
        var relations = new List<StatementRelation>();
        foreach (var line in match.Lines.Where(line => line.Template.HasRelation))
        {
            for (var column = 0; column < match.Template.Columns.Count; column++)
            {
                Add(relations, OfLine(match, line, column, relations.Count));
            }
        }

        foreach (var note in match.Notes.Where(note => note.Template.ByDonor))
        {
            Add(relations, OfNote(match, note, relations.Count));
        }

        return relations;
    }

    private static void Add(List<StatementRelation> relations, StatementRelation? relation)
    {
        if (relation is not null)
        {
            relations.Add(relation);
        }
    }

    private static StatementRelation? OfLine(TemplateMatch match, MatchedLine line, int column, int number)
    {
        var parts = line.Template.Add.Select(id => (Id: id, Coefficient: 1m))
            .Concat(line.Template.Less.Select(id => (Id: id, Coefficient: -1m)))
            .Select(part => (part.Id, part.Coefficient, Figure: match.Find(part.Id)?.Figures[column]))
            .ToList();
        var target = line.Figures[column];
        var printed = parts.Where(part => part.Figure is { State: not FigureState.Blank }).ToList();
        if (target?.Interval is null || printed.Count == 0 || printed.Any(part => part.Figure!.Interval is null))
        {
            return null;
        }

        var left = parts.Where(part => part.Figure is null or { State: FigureState.Blank })
            .Select(part => match.Template[part.Id].Caption).ToList();
        var because = $"template {match.Template}" + (left.Count == 0 ? "" : $"; not printed, taken as nil: {string.Join(", ", left)}");
        return new StatementRelation(
            FormattableString.Invariant($"r{number + 1}"), line.Template.Relation, RelationBasis.Template, because, target,
            [.. printed.Select(part => new RelationTerm(part.Figure!, part.Coefficient))]);
    }

    private static StatementRelation? OfNote(TemplateMatch match, MatchedNote note, int number)
    {
        var target = note.Line?.Figures[0];
        var amounts = note.Published.Amounts;
        return target?.Interval is null || amounts.Count == 0 || amounts.Any(amount => amount.Interval is null)
            ? null
            : new StatementRelation(
                FormattableString.Invariant($"r{number + 1}"), RelationKind.Note, RelationBasis.Template,
                $"template {match.Template}", target, [.. amounts.Select(amount => new RelationTerm(amount, 1))]);
    }
}

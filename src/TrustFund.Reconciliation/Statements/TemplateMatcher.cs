namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Finds the lines of a template in a document by their captions. Lines are matched in order, so that a
/// caption printed twice is matched to the block it stands in; what is missing or extra is said.
/// </summary>
public static class TemplateMatcher
{
    /// <summary>Matches a document to a template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="document">The document; its tables are taken as one, in order.</param>
    public static TemplateMatch Match(StatementTemplate template, PublishedStatement document)
    {
        template = WithFunds(template, document);
        var published = document.Tables.SelectMany(table => table.Lines).ToList();
        var patterns = template.Lines.Select(line => CaptionPattern.Of(line, template.Style)).ToList();
        var captions = published.Select((line, index) => Captions(published, index)).ToList();
        var pairs = Align(template.Lines, patterns, published, captions);

        var lines = pairs
            .Where(pair => !template.Lines[pair.Template].IsHeading)
            .Select(pair => new MatchedLine(template.Lines[pair.Template], published[pair.Published],
                captions[pair.Published].First(caption => patterns[pair.Template].Fits([caption])), FiguresOf(published[pair.Published], template.Columns.Count)))
            .ToList();
        var taken = lines.Select(line => line.Published).ToHashSet();
        var period = pairs
            .Select(pair => patterns[pair.Template].PeriodIn(captions[pair.Published]))
            .FirstOrDefault(found => found is not null);

        return new TemplateMatch(
            template, document, lines,
            [.. template.AmountLines.Where(line => lines.All(matched => matched.Template != line))],
            [.. published.Where(line => line.Figures.Count > 0 && !taken.Contains(line))],
            [.. NotesOf(template, document, lines)],
            period);
    }

    // A column that shows each fund stands for as many columns as the document has beside the others.
    private static StatementTemplate WithFunds(StatementTemplate template, PublishedStatement document)
    {
        var each = template.Columns.ToList().FindIndex(column => column.Fund == ColumnFund.Each);
        var headings = document.Tables.Select(table => table.Columns).MaxBy(columns => columns.Count) ?? [];
        var funds = headings.Count - (template.Columns.Count - 1);
        return each < 0 || funds < 1 ? template : template.ForFunds(headings.Skip(each).Take(funds));
    }

    // A caption wrapped over two lines is also tried joined with the amountless line above it.
    private static List<string> Captions(List<PublishedLine> lines, int index)
    {
        var captions = new List<string> { lines[index].Caption };
        if (index > 0 && lines[index - 1].Figures.Count == 0)
        {
            captions.Add($"{lines[index - 1].Caption} {lines[index].Caption}");
        }

        return captions;
    }

    /// <summary>The longest common subsequence; a line with amounts weighs more than a heading.</summary>
    private static List<(int Template, int Published)> Align(
        IReadOnlyList<TemplateLine> templateLines, List<CaptionPattern> patterns,
        List<PublishedLine> published, List<List<string>> captions)
    {
        int Weight(int template, int line) =>
            templateLines[template].IsHeading != (published[line].Figures.Count == 0) ? 0
            : !patterns[template].Fits(captions[line]) ? 0
            : templateLines[template].IsHeading ? 1 : templateLines.Count + 1;

        var best = new long[templateLines.Count + 1, published.Count + 1];
        for (var template = templateLines.Count - 1; template >= 0; template--)
        {
            for (var line = published.Count - 1; line >= 0; line--)
            {
                var weight = Weight(template, line);
                var skip = Math.Max(best[template + 1, line], best[template, line + 1]);
                best[template, line] = weight == 0 ? skip : Math.Max(skip, weight + best[template + 1, line + 1]);
            }
        }

        var pairs = new List<(int, int)>();
        for (var (template, line) = (0, 0); template < templateLines.Count && line < published.Count;)
        {
            var weight = Weight(template, line);
            if (weight > 0 && best[template, line] == weight + best[template + 1, line + 1])
            {
                pairs.Add((template++, line++));
            }
            else if (best[template, line] == best[template + 1, line])
            {
                template++;
            }
            else
            {
                line++;
            }
        }

        return pairs;
    }

    // With one column, details and totals may stand in columns of their own; the figure printed counts.
    private static IReadOnlyList<PublishedFigure?> FiguresOf(PublishedLine line, int columns) => columns == 1
        ? [line.Figures[0]]
        : [.. Enumerable.Range(0, columns).Select(column => line.Figures.FirstOrDefault(figure => figure.Column == column))];

    private static IEnumerable<MatchedNote> NotesOf(
        StatementTemplate template, PublishedStatement document, List<MatchedLine> lines)
    {
        foreach (var note in template.Notes)
        {
            var line = lines.FirstOrDefault(line => line.Template.Note == note.Marker);
            var marker = line?.Published.Markers.FirstOrDefault() ?? note.Marker;
            var printed = document.Notes.FirstOrDefault(candidate => candidate.Marker == marker)
                ?? document.Notes.FirstOrDefault(candidate => candidate.Marker == note.Marker);
            if (printed is not null)
            {
                yield return new MatchedNote(note, printed, line);
            }
        }
    }
}

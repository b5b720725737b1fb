using System.Globalization;
using System.Text.RegularExpressions;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>
/// Relations between documents: closing of one year and opening of the next, comparative columns, annual
/// tables and the table of the years together, editions of one document. Each relation belongs to the
/// later (or larger) document; figures of the others stand in it under the name of their document.
/// </summary>
public static partial class AcrossDocuments
{
    /// <summary>What ties a year's statement to the one before: opening to closing, and comparative figures to those first printed.</summary>
    /// <param name="prior">The statement of the year before.</param>
    /// <param name="next">The statement.</param>
    /// <param name="restatedBy">What restatements of the books did to the opening, each with its amount in printed units; none without books.</param>
    public static RelationSet Continuity(
        YearStatement prior, YearStatement next, IReadOnlyList<(PostedEntry Restatement, decimal Amount)>? restatedBy = null)
    {
        var relations = new RelationSetBuilder(next.Document.Source);
        foreach (var opening in next.Openings)
        {
            if (Partner(opening, prior.Closings, next, prior, isOpening: true) is not { } closing)
            {
                continue;
            }

            var printed = next.Restatements.Where(figure => figure.Column == opening.Column && figure.Amount is not (null or 0)).ToList();
            var restated = printed.Count > 0 || opening.Column > 0 ? printed : [.. (restatedBy ?? []).Select(OfBooks)];
            var isBridge = restated.Count > 0 && opening.Amount is { } amount && closing.Amount is { } before && amount != before
                && (printed.Count == 0 || amount == before + restated.Sum(figure => figure.Amount!.Value));
            relations.Add($"continuity.{Name(opening)}", new RelationDraft(
                RelationKind.Continuity, RelationBasis.Declared,
                isBridge
                    ? $"closing of {prior.Document.Source} and opening of {next.Document.Source}, restated by {string.Join(", ", restated.Select(figure => figure.Caption))}"
                    : $"closing of {prior.Document.Source} is opening of {next.Document.Source}",
                opening,
                [Term(Of(prior.Document, closing)), .. isBridge ? restated.Select(Term) : []]));
        }

        foreach (var (figure, first) in Comparatives(prior.Document, next.Document))
        {
            relations.Add($"comparative.{Name(figure)}", new RelationDraft(
                RelationKind.Equality, RelationBasis.Declared, $"comparative figure of {prior.Document.Source}", figure, [Term(Of(prior.Document, first))]));
        }

        return relations.ToSet();
    }

    /// <summary>What ties a table of several years to the tables of each: line by line and column by column, the years add up.</summary>
    /// <param name="years">The documents of single years.</param>
    /// <param name="together">The document of the years together.</param>
    /// <returns>Nothing, where the documents are not that.</returns>
    public static RelationSet Cumulative(IReadOnlyList<PublishedStatement> years, PublishedStatement together)
    {
        if (YearsOf(together) is not { } span || Annual(years, together) is not { } annual)
        {
            return RelationSet.Empty;
        }

        var relations = new RelationSetBuilder(together.Source);
        var keyed = annual.Select(document => (Document: document, Figures: ByCaption(document))).ToList();
        foreach (var (key, figure) in ByCaption(together))
        {
            var terms = keyed.Select(document => (document.Document, Figure: document.Figures.GetValueOrDefault(key))).ToList();
            if (terms.TrueForAll(term => term.Figure is not null))
            {
                relations.Add($"years.{Name(figure)}", new RelationDraft(
                    RelationKind.Total, RelationBasis.Declared, $"the tables of {span.First} to {span.Last} add up to that of the years together", figure,
                    [.. terms.Select(term => Term(Of(term.Document, term.Figure!)))]));
            }
        }

        return relations.ToSet();
    }

    /// <summary>A remark on a table of several years and those of each that were drawn up as at different days; null where none is to be made.</summary>
    /// <param name="years">The documents of single years.</param>
    /// <param name="together">The document of the years together.</param>
    public static string? DatesApart(IReadOnlyList<PublishedStatement> years, PublishedStatement together)
    {
        if (Annual(years, together) is not { } annual)
        {
            return null;
        }

        var dated = annual.Append(together).Select(document => (document.Source, Day: AsAt(document))).Where(pair => pair.Day.Length > 0).GroupBy(pair => pair.Day).ToList();
        return dated.Count < 2 ? null
            : $"The tables are drawn up as at different days: {string.Join("; ", dated.Select(group => $"{string.Join(", ", group.Select(pair => pair.Source))} {group.Key}"))}. What changed between them is in some and not in the others.";
    }

    private static string AsAt(PublishedStatement document) =>
        document.Tables.Select(table => table.Title).Append(document.Title).Select(title => DayOfTitle().Match(title)).FirstOrDefault(match => match.Success)?.Value ?? "";

    // The tables of the single years, each once; null where a document is not that of several years together.
    private static List<PublishedStatement>? Annual(IReadOnlyList<PublishedStatement> years, PublishedStatement together)
    {
        if (YearsOf(together) is not { } span || span.First >= span.Last)
        {
            return null;
        }

        var annual = Enumerable.Range(span.First, span.Last - span.First + 1)
            .Select(year => years.Where(document => YearsOf(document) is { } only && only.First == year && only.Last == year).ToList())
            .ToList();
        return annual.Exists(documents => documents.Count != 1) ? null : [.. annual.Select(documents => documents[0])];
    }

    /// <summary>What ties another edition (language, format) of a document to the first: the same figures in the same order.</summary>
    /// <param name="first">The first edition.</param>
    /// <param name="other">The other.</param>
    /// <returns>The ties; figures that one edition has and the other has not are problems.</returns>
    public static RelationSet Editions(PublishedStatement first, PublishedStatement other)
    {
        var relations = new RelationSetBuilder(other.Source);
        var (one, two) = (Rows(first), Rows(other));
        foreach (var (left, right) in Align(one, two))
        {
            if (left is null || right is null)
            {
                var (row, document, missing) = left is not null ? (left, first, other) : (right!, other, first);
                relations.Add(new ReadingProblem(document.Source, row[0].Place,
                    $"{row[0].Caption}: {string.Join("  ", row.Select(figure => figure.Printed))}", $"the same line in {missing.Source}",
                    "Compare the two editions there."));
                continue;
            }

            foreach (var (figure, same) in right.Zip(left))
            {
                relations.Add($"edition.{Name(figure)}", new RelationDraft(
                    RelationKind.Equality, RelationBasis.Declared, $"the same figure in {first.Source}", figure, [Term(Of(first, same))]));
            }
        }

        return relations.ToSet();
    }

    // What the books hold is exact, to its last digit, and stands in no document.
    private static PublishedFigure OfBooks((PostedEntry Restatement, decimal Amount) restated) => new(
        $"books#{restated.Restatement.Entry.Id}", $"restatement {restated.Restatement.Entry.Id} of {restated.Restatement.Entry.Restates}", 0, default,
        AmountText.Of(restated.Amount, restated.Amount.Scale), FigureState.Amount, restated.Amount, RoundingInterval.Exactly(restated.Amount));

    /// <summary>A figure of another document, under that document's name.</summary>
    private static PublishedFigure Of(PublishedStatement document, PublishedFigure figure) => new(
        $"{document.Source}#{figure.Id}", $"{document.NameOf(figure)} ({document.Source})", figure.Column, figure.Place, figure.Printed, figure.State,
        figure.Amount, figure.Interval);

    private static RelationDraftTerm Term(PublishedFigure figure) => new(figure.Caption, figure, 1);

    private static string Name(PublishedFigure figure) => figure.Id;

    // The column of the same component; where columns are years, that of the year before.
    private static PublishedFigure? Partner(
        PublishedFigure figure, IReadOnlyList<PublishedFigure> candidates, YearStatement of, YearStatement other, bool isOpening)
    {
        var heading = Heading(of.Document, figure);
        if (YearIn(heading) is { } year)
        {
            var wanted = isOpening ? year - 1 : year;
            return Same([.. candidates.Where(candidate => YearIn(Heading(other.Document, candidate)) == wanted)], figure);
        }

        return Same([.. candidates.Where(candidate => CaptionText.Fold(Heading(other.Document, candidate)) == CaptionText.Fold(heading))], figure)
            ?? (candidates.Count == 1 ? candidates[0] : null);
    }

    // Headings may be blank or stand over several columns: then the column's place tells.
    private static PublishedFigure? Same(List<PublishedFigure> candidates, PublishedFigure figure) =>
        candidates is [var only] ? only : candidates.Find(candidate => candidate.Column == figure.Column);

    // A column of an earlier year repeats what was printed then, unless it says that it was restated.
    private static IEnumerable<(PublishedFigure Figure, PublishedFigure First)> Comparatives(PublishedStatement prior, PublishedStatement next)
    {
        var first = prior.Tables.SelectMany(table => table.Lines.SelectMany(line => line.Figures).Select(figure => (Table: table, Figure: figure)))
            .Where(pair => YearIn(HeadingIn(pair.Table, pair.Figure)) is not null)
            .GroupBy(pair => (CaptionText.WithoutYears(CaptionText.Fold(pair.Figure.Caption)), YearIn(HeadingIn(pair.Table, pair.Figure))))
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.Figure).ToList());
        foreach (var group in next.Tables.SelectMany(table => table.Lines.SelectMany(line => line.Figures).Select(figure => (Table: table, Figure: figure)))
            .Where(pair => YearIn(HeadingIn(pair.Table, pair.Figure)) is not null && !Restated().IsMatch(HeadingIn(pair.Table, pair.Figure)))
            .GroupBy(pair => (CaptionText.WithoutYears(CaptionText.Fold(pair.Figure.Caption)), YearIn(HeadingIn(pair.Table, pair.Figure)))))
        {
            var figures = group.Select(pair => pair.Figure).ToList();
            if (first.TryGetValue(group.Key, out var same) && same.Count == figures.Count)
            {
                foreach (var pair in figures.Zip(same))
                {
                    yield return pair;
                }
            }
        }
    }

    private static string Heading(PublishedStatement document, PublishedFigure figure) =>
        document.Tables.FirstOrDefault(table => table.Lines.Any(line => line.Figures.Contains(figure))) is { } table ? HeadingIn(table, figure) : "";

    private static string HeadingIn(PublishedTable table, PublishedFigure figure) =>
        figure.Column < table.Columns.Count ? table.Columns[figure.Column] : "";

    private static int? YearIn(string text) =>
        Year().Match(text) is { Success: true } match ? int.Parse(match.Value, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    // The year or span of years that a title speaks of; days such as 24/05/2024 are none.
    private static (int First, int Last)? YearsOf(PublishedStatement document)
    {
        var match = document.Tables.Select(table => table.Title).Append(document.Title).Select(title => Span().Match(title)).FirstOrDefault(match => match.Success);
        if (match is null)
        {
            return null;
        }

        var first = int.Parse(match.Groups["first"].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        var last = match.Groups["last"].Value;
        var end = last.Length == 0 ? first
            : int.Parse(last.Length == 2 ? match.Groups["first"].Value[..2] + last : last, NumberStyles.None, CultureInfo.InvariantCulture);

        // 1999/00 ends in 2000.
        return (first, end < first && last.Length == 2 ? end + 100 : end);
    }

    // Captions that stand once, with the heading of the column.
    private static Dictionary<(string Caption, string Heading), PublishedFigure> ByCaption(PublishedStatement document) => document.Tables
        .SelectMany(table => table.Lines.SelectMany(line => line.Figures).Select(figure => (
            Key: (CaptionText.Fold(figure.Caption), CaptionText.Fold(HeadingIn(table, figure))), figure)))
        .GroupBy(pair => pair.Key)
        .Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.First().figure);

    private static List<List<PublishedFigure>> Rows(PublishedStatement document) =>
        [.. document.Tables.SelectMany(table => table.Lines).Select(line => line.Figures.ToList()).Where(row => row.Count > 0),
            .. document.Notes.Where(note => note.Amounts.Count > 0).Select(note => note.Amounts.ToList())];

    // The lines of two editions side by side: as many as can be with the same amounts, then those with as many figures.
    private static List<(List<PublishedFigure>? Left, List<PublishedFigure>? Right)> Align(
        List<List<PublishedFigure>> one, List<List<PublishedFigure>> two)
    {
        static int Likeness(List<PublishedFigure> left, List<PublishedFigure> right) => left.Count != right.Count ? -1
            : 1 + (4 * left.Zip(right).Count(pair => pair.First.Amount == pair.Second.Amount));
        var best = new int[one.Count + 1, two.Count + 1];
        for (var left = one.Count - 1; left >= 0; left--)
        {
            for (var right = two.Count - 1; right >= 0; right--)
            {
                var likeness = Likeness(one[left], two[right]);
                best[left, right] = Math.Max(
                    Math.Max(best[left + 1, right], best[left, right + 1]), likeness < 0 ? 0 : likeness + best[left + 1, right + 1]);
            }
        }

        var pairs = new List<(List<PublishedFigure>?, List<PublishedFigure>?)>();
        for (var (left, right) = (0, 0); left < one.Count || right < two.Count;)
        {
            if (left < one.Count && right < two.Count && Likeness(one[left], two[right]) is >= 0 and var likeness
                && best[left, right] == likeness + best[left + 1, right + 1])
            {
                pairs.Add((one[left++], two[right++]));
            }
            else if (right >= two.Count || (left < one.Count && best[left, right] == best[left + 1, right]))
            {
                pairs.Add((one[left++], null));
            }
            else
            {
                pairs.Add((null, two[right++]));
            }
        }

        return pairs;
    }

    [GeneratedRegex("(?<![0-9/.-])(?:19|20)[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex("(?<![0-9/.-])(?<first>(?:19|20)[0-9]{2})(?: ?[-–—/] ?(?<last>(?:19|20)?[0-9]{2}))?(?![0-9]|-[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Span();

    [GeneratedRegex(@"\b[Aa]s (?:at|of) [0-9]{1,2}(?:[/.][0-9]{1,2}[/.]| \p{L}+ )(?:19|20)[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex DayOfTitle();

    [GeneratedRegex("restate", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Restated();
}

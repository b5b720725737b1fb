using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>Sets published figures beside what the books say, line by line and donor by donor.</summary>
internal static class BooksComparison
{
    /// <summary>An amount per books, exact and as it should be printed, both in printed units.</summary>
    internal readonly record struct Amount(decimal Exact, decimal Printed);

    /// <summary>The amount per books of each published figure that the books reach.</summary>
    internal static Dictionary<PublishedFigure, Amount> PerBooks(TemplateMatch match, Statement reproduced)
    {
        var amounts = new Dictionary<PublishedFigure, Amount>();
        foreach (var line in match.Lines)
        {
            for (var column = 0; column < line.Figures.Count; column++)
            {
                if (line.Figures[column] is { } figure)
                {
                    amounts[figure] = Of(reproduced[line.Template.Id!].Cells[column], match.Template);
                }
            }
        }

        foreach (var note in match.Notes.Where(note => note.Template.ByDonor))
        {
            var items = Items(reproduced, note);
            foreach (var figure in note.Published.Amounts)
            {
                // A donor whom the note names and the books do not has nil per books.
                amounts[figure] = items.FirstOrDefault(item => SameName(item.Name, figure.Caption)) is { } item
                    ? Of(item.Cell, match.Template)
                    : default;
            }
        }

        return amounts;
    }

    /// <summary>The figures that are not what the books say.</summary>
    internal static IEnumerable<Discrepancy> Differences(TemplateMatch match, IEnumerable<FigureFinding> findings)
    {
        foreach (var finding in findings)
        {
            var published = finding.Figure.Amount ?? (finding.Figure.State == FigureState.Blank ? 0 : null);
            if (published is null || finding.Recomputed is not { } recomputed || published == recomputed)
            {
                continue;
            }

            var caption = CaptionOf(match, finding.Figure);
            yield return new Discrepancy(
                caption, finding.Line, finding.Figure.Column, finding.Figure, published, recomputed, finding.PerBooks, null,
                Text(caption, published.Value, recomputed, $" ({finding.Figure.Place})"));
        }
    }

    /// <summary>What the books have and the document does not print.</summary>
    internal static IEnumerable<Discrepancy> NotPrinted(TemplateMatch match, Statement reproduced)
    {
        foreach (var line in match.Missing)
        {
            var cells = reproduced[line.Id!].Cells;
            for (var column = 0; column < cells.Count; column++)
            {
                if (cells[column].Rounded != 0)
                {
                    yield return NotPrinted(reproduced[line.Id!].Caption, line.Id, column, cells[column], match.Template);
                }
            }
        }

        foreach (var note in match.Notes.Where(note => note.Template.ByDonor))
        {
            foreach (var item in Items(reproduced, note).Where(item => item.Cell.Rounded != 0
                && !note.Published.Amounts.Any(amount => SameName(item.Name, amount.Caption))))
            {
                yield return NotPrinted($"Note {note.Published.Marker}, {item.Name}", null, 0, item.Cell, match.Template);
            }
        }
    }

    internal static bool SameName(string one, string other) =>
        CaptionText.Fold(WithoutArticle(one)) == CaptionText.Fold(WithoutArticle(other));

    private static string WithoutArticle(string name) =>
        name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private static Discrepancy NotPrinted(string caption, string? line, int column, StatementCell cell, StatementTemplate template) => new(
        caption, line, column, null, null, cell.Rounded, cell.Exact.Amount / template.Unit, null,
        $"{caption}: not printed; per books {AmountText.Of(cell.Rounded)}. The document leaves out {AmountText.Of(cell.Rounded)}.");

    private static string Text(string caption, decimal published, decimal recomputed, string place) =>
        $"{caption}: published {AmountText.Of(published)}, per books {AmountText.Of(recomputed)}, difference {AmountText.Of(published - recomputed)}: "
        + $"the published figure is {AmountText.MoreOrLess(published - recomputed)} than the books{place}.";

    private static string CaptionOf(TemplateMatch match, PublishedFigure figure)
    {
        var note = match.Notes.FirstOrDefault(note => note.Published.Amounts.Contains(figure));
        return note is null ? figure.Caption : $"Note {note.Published.Marker}, {figure.Caption}";
    }

    private static IReadOnlyList<StatementNoteItem> Items(Statement reproduced, MatchedNote note) =>
        reproduced.Notes.FirstOrDefault(candidate => candidate.Marker == note.Template.Marker)?.Items ?? [];

    private static Amount Of(StatementCell cell, StatementTemplate template) =>
        new(cell.Exact.Amount / template.Unit, cell.Rounded);
}

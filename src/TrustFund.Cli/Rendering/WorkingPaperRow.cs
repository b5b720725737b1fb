using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>A row of the working paper, for text and for the lead schedule in CSV.</summary>
/// <param name="Caption">The caption, indented, with its note's marker.</param>
/// <param name="HasAmounts">False for a heading.</param>
/// <param name="Published">As published; null where it is not printed.</param>
/// <param name="PerBooks">As it should be printed; null without books.</param>
/// <param name="Difference">Published less per books; null without books.</param>
/// <param name="Marks">The marks.</param>
/// <param name="Finding">What was found of the figure; null where none is printed.</param>
/// <param name="Missing">What the books have where nothing is printed; null elsewhere.</param>
internal sealed record WorkingPaperRow(
    string Caption, bool HasAmounts, string? Published, string? PerBooks, string? Difference, string Marks,
    FigureFinding? Finding, Discrepancy? Missing = null)
{
    /// <summary>The lines of the template in order, then lines it does not declare, notes and narrative.</summary>
    internal static IEnumerable<WorkingPaperRow> Of(ReconciliationReport report)
    {
        if (report.Match is not { } match)
        {
            foreach (var finding in report.Figures)
            {
                yield return OfFigure(report.NameOf(finding.Figure), finding);
            }

            foreach (var finding in report.Narrative)
            {
                yield return OfFigure(finding.Figure.Caption, finding);
            }

            yield break;
        }

        var findings = report.Figures.ToDictionary(finding => finding.Figure);
        var byLine = match.Lines.ToDictionary(line => line.Template);
        foreach (var template in match.Template.Lines)
        {
            if (template.IsHeading)
            {
                if (byLine.Count > 0)
                {
                    yield return new WorkingPaperRow(template.Caption, false, null, null, null, "", null);
                }

                continue;
            }

            var matched = byLine.GetValueOrDefault(template);
            for (var column = 0; column < match.Template.Columns.Count; column++)
            {
                var figure = matched?.Figures[column];
                var missing = report.Discrepancies.FirstOrDefault(
                    discrepancy => discrepancy.Figure is null && discrepancy.Line == template.Id && discrepancy.Column == column);
                if (figure is null && missing is null && (report.Books is null || template.IsOptional))
                {
                    continue;
                }

                var caption = new string(' ', template.Indent * 2) + (matched?.Caption ?? template.Caption)
                    + (matched?.Published.Markers.Count > 0 ? " ^" + string.Join(" ^", matched.Published.Markers) : "")
                    + (match.Template.Columns.Count > 1 ? $" [{Heading(report, column)}]" : "");
                yield return figure is null
                    ? new WorkingPaperRow(caption, true, null, Optional(missing?.Recomputed ?? 0), Optional(missing?.Difference ?? 0), missing is null ? "B" : "X", null, missing)
                    : OfFigure(caption, findings[figure]);
            }
        }

        foreach (var line in match.Extra)
        {
            foreach (var figure in line.Figures)
            {
                yield return OfFigure($"{line.Caption} (not in the template)", findings[figure]);
            }
        }

        foreach (var note in match.Notes.Where(note => note.Template.ByDonor))
        {
            yield return new WorkingPaperRow($"Note {note.Published.Marker}", false, null, null, null, "", null);
            foreach (var amount in note.Published.Amounts)
            {
                yield return OfFigure($"  {amount.Caption}", findings[amount]);
            }
        }

        foreach (var finding in report.Narrative)
        {
            yield return OfFigure(finding.Figure.Caption, finding);
        }
    }

    internal static string Letters(FigureFinding finding)
    {
        var letters = new (WorkMark Mark, char Letter)[]
        {
            (WorkMark.AgreedToBooks, 'B'), (WorkMark.Footed, 'F'), (WorkMark.AgreedToText, 'T'),
            (WorkMark.RoundingDifference, 'R'), (WorkMark.Exception, 'X'),
        };
        return finding.Marks == WorkMark.None
            ? "U"
            : string.Join(' ', letters.Where(pair => finding.Marks.HasFlag(pair.Mark)).Select(pair => pair.Letter));
    }

    // As the books head the column, who know the year; else as the document prints it.
    private static string Heading(ReconciliationReport report, int column) => report.Reproduced?.Headings[column]
        ?? report.Document.Tables.Select(table => table.Columns.ElementAtOrDefault(column)).FirstOrDefault(heading => heading is { Length: > 0 })
        ?? FormattableString.Invariant($"column {column + 1}");

    private static WorkingPaperRow OfFigure(string caption, FigureFinding finding) => new(
        caption, true,
        finding.Figure.State is FigureState.Amount or FigureState.Nil
            ? AmountText.Of(finding.Figure.Amount!.Value)
            : finding.Figure.State == FigureState.Blank ? "blank" : finding.Figure.Printed,
        Optional(finding.Recomputed), Optional(finding.Difference), Letters(finding), finding);

    private static string? Optional(decimal? amount) => amount is { } value ? AmountText.Of(value) : null;
}

namespace TrustFund.Reconciliation.Statements;

/// <summary>Makes the statement that a template declares from exact amounts.</summary>
public static class StatementBuilder
{
    /// <summary>Makes a statement.</summary>
    /// <param name="template">What it looks like.</param>
    /// <param name="fund">The fund it is of; its currency is that of the amounts.</param>
    /// <param name="period">The period it covers.</param>
    /// <param name="amounts">What it is made from.</param>
    public static Statement Build(StatementTemplate template, Fund fund, ReportingPeriod period, StatementAmounts amounts)
    {
        Money Exact(TemplateLine line, int column) =>
            amounts.AmountOf(line, column) ?? line.Add.Select(part => Exact(template[part], column))
                .Concat(line.Less.Select(part => -Exact(template[part], column)))
                .Aggregate(Money.Zero(fund.Currency), (sum, amount) => sum + amount);

        string Filled(string text) => Placeholders.Fill(text, fund, period, template.Style);

        var lines = template.Lines.Select(line => new StatementLine(line, Filled(line.Caption), line.IsHeading
            ? []
            : [.. Enumerable.Range(0, template.Columns.Count).Select(
                column => FigureFormat.Cell(Exact(line, column), template, inNote: false))]));
        var headings = template.Columns.Select(column => Placeholders.Fill(
            column.Heading, fund, StatementAmounts.PeriodOf(column, period), template.Style));
        var notes = template.Notes.Select(note => Note(note, template, amounts)).OfType<StatementNote>();
        return new Statement(template, fund, period, Filled(template.Title), [.. headings], [.. lines], [.. notes]);
    }

    /// <summary>Makes a statement from the trial balances of a plan; the heading of a restated column says so.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="balances">The trial balances that it asks for.</param>
    /// <exception cref="KeyNotFoundException">A trial balance is missing.</exception>
    public static Statement Build(StatementPlan plan, IReadOnlyDictionary<BalanceRequest, TrialBalance> balances)
    {
        var statement = Build(plan.Template, plan.Scope.Fund, plan.Scope.Period, StatementAmounts.From(plan, balances));
        return statement.Headed([.. statement.Headings.Select((heading, column) => plan.IsRestated(column, balances)
            ? $"{(heading.Length > 0 ? heading : Placeholders.Fill("{year}", plan.Scope.Fund, plan.PeriodOf(column), plan.Template.Style))} (restated)"
            : heading)]);
    }

    // Null for a note that would break down nothing.
    private static StatementNote? Note(TemplateNote note, StatementTemplate template, StatementAmounts amounts)
    {
        var line = template.AmountLines.FirstOrDefault(line => line.Note == note.Marker);
        if (!note.ByDonor || line is null)
        {
            return new StatementNote(note.Marker, note.Text, null, []);
        }

        var items = amounts.ByDonor(line)
            .Where(pair => !pair.Amount.IsZero)
            .OrderBy(pair => pair.Donor is null)
            .ThenBy(pair => pair.Donor?.Name, StringComparer.Ordinal)
            .Select(pair => new StatementNoteItem(
                pair.Donor, pair.Donor?.Name ?? "donors not stated", FigureFormat.Cell(pair.Amount, template, inNote: true)))
            .ToList();
        if (items.Count == 0)
        {
            return null;
        }

        var list = string.Join("; ", items.Select((item, index) => Item(item, index, items.Count, template.Style)));
        return new StatementNote(note.Marker, note.Text.Replace("{donors}", list, StringComparison.Ordinal), line.Id, items);
    }

    private static string Item(StatementNoteItem item, int index, int count, HouseStyle style)
    {
        var name = style.NamesWithArticle.Contains(item.Name) ? $"the {item.Name}" : item.Name;
        var conjunction = index > 0 && index == count - 1 ? "and " : "";
        return $"{conjunction}{name}, {item.Cell.Printed}";
    }
}

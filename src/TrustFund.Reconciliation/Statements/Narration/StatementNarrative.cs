namespace TrustFund.Reconciliation.Statements;

/// <summary>Writes the paragraphs that accompany a published statement.</summary>
public static class StatementNarrative
{
    /// <summary>
    /// The paragraphs, none of which is empty: contributions recognised and, apart from them, cash received; each contributor
    /// once, by amount and then by name; other revenue, expenses and result, with the year before where a column shows it;
    /// net assets from opening to closing. A statement with a column for each fund has a paragraph for each and one for the total.
    /// Amounts are those printed, so that the text held against the statement agrees.
    /// </summary>
    /// <param name="statement">The statement.</param>
    /// <param name="flows">What passed between donors and each fund in the period, by the code of the fund; what is not there is not spoken of.</param>
    /// <exception cref="ArgumentException">The statement has no line of revenue less expenses.</exception>
    public static IReadOnlyList<string> Of(Statement statement, IReadOnlyDictionary<Code<Fund>, DonorFlows> flows)
    {
        var (lines, words) = (new NarrativeLines(statement), new NarrativeWords(statement));
        if (lines.Result is null)
        {
            throw new ArgumentException($"Template {statement.Template} has no line of revenue less expenses, which a narrative tells of.", nameof(statement));
        }

        var columns = statement.Template.Columns;
        var total = Enumerable.Range(0, columns.Count).LastOrDefault(column => IsTotal(statement.Template, columns[column]), -1);
        var funds = Enumerable.Range(0, columns.Count).Where(column => columns[column].Fund == ColumnFund.One).ToList();
        if (funds.Count == 0)
        {
            var told = Math.Max(total, 0);
            return new ColumnNarrative(statement, lines, words, told)
            {
                Prior = Enumerable.Range(0, columns.Count).FirstOrDefault(column => columns[column].YearsBefore == 1 && columns[column].IsFormula == columns[told].IsFormula, -1),
                Flows = flows.GetValueOrDefault(statement.Fund.Code),
                Name = $"The {statement.Fund.Name}",
                To = $" to the {statement.Fund.Name}",
                Of = told == 0 ? "" : $" in {NarrativeWords.Within(Heading(statement, told))}",
            }.Paragraphs();
        }

        return
        [
            .. funds.Select(column => string.Join(' ', new ColumnNarrative(statement, lines, words, column)
            {
                Flows = flows.GetValueOrDefault(new Code<Fund>(columns[column].Heading)),
                Name = columns[column].Heading,
                To = $" to {columns[column].Heading}",
                Of = $" of {columns[column].Heading}",
                Whose = $" of {columns[column].Heading}",
            }.Paragraphs())),
            .. total < 0 || funds.Count == 1 ? [] : new[]
            {
                string.Join(' ', new ColumnNarrative(statement, lines, words, total)
                {
                    Name = "All funds in total",
                    To = " to all funds in total",
                    Of = " of all funds in total",
                    Eliminations = Enumerable.Range(0, columns.Count).FirstOrDefault(column => columns[column].Fund == ColumnFund.Eliminations, -1),
                }.Paragraphs()),
            },
        ];
    }

    private static string Heading(Statement statement, int column) => statement.Template.Columns[column].Heading;

    // A column that adds up others of the statement's own period, whatever they show.
    private static bool IsTotal(StatementTemplate template, TemplateColumn column) =>
        column is { YearsBefore: 0, Less.Count: 0, IsFormula: true }
        && column.Add.All(part => template.Columns[template.ColumnOf(part)].YearsBefore == 0);
}

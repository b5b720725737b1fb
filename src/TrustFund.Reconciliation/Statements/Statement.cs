namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// A statement as reproduced from the books: exact amounts, each rounded on its own for print, so that
/// printed figures need not add up where exact ones do.
/// </summary>
public sealed class Statement
{
    private readonly Dictionary<string, StatementLine> _byId;

    internal Statement(
        StatementTemplate template, Fund fund, ReportingPeriod period, string title,
        IReadOnlyList<string> headings, IReadOnlyList<StatementLine> lines, IReadOnlyList<StatementNote> notes)
    {
        (Template, Fund, Period, Title, Headings, Lines, Notes) = (template, fund, period, title, headings, lines, notes);
        _byId = lines.Where(line => line.Template.Id is not null)
            .ToDictionary(line => line.Template.Id!, StringComparer.Ordinal);
    }

    /// <summary>The template it follows.</summary>
    public StatementTemplate Template { get; }

    /// <summary>The fund.</summary>
    public Fund Fund { get; }

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>The title as printed.</summary>
    public string Title { get; }

    /// <summary>The headings of the columns as printed.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>The lines in printed order.</summary>
    public IReadOnlyList<StatementLine> Lines { get; }

    /// <summary>The notes.</summary>
    public IReadOnlyList<StatementNote> Notes { get; }

    internal Statement Headed(IReadOnlyList<string> headings) => new(Template, Fund, Period, Title, headings, Lines, Notes);

    /// <summary>The marker of the note that explains a line; null where it has none: a note that would break down nil is left out.</summary>
    /// <param name="line">A line of the statement.</param>
    public string? NoteOf(StatementLine line) => Notes.Any(note => note.Marker == line.Template.Note) ? line.Template.Note : null;

    /// <summary>The line of a name in the template.</summary>
    /// <exception cref="KeyNotFoundException">The template has none of that name.</exception>
    public StatementLine this[string id] => _byId[id];

    /// <summary>
    /// Lines whose exact amount from the accounts is not what their lines add up to: the books hold
    /// something that the template has no line for, such as an item taken directly to net assets.
    /// Each with its amount less the sum, by column.
    /// </summary>
    public IEnumerable<(StatementLine Line, int Column, Money Difference)> Unexplained =>
        from line in Lines
        where line.Template is { HasRelation: true, Accounts: not null }
        from column in Enumerable.Range(0, line.Cells.Count)
        let sum = line.Template.Add.Select(part => this[part].Cells[column].Exact)
            .Concat(line.Template.Less.Select(part => -this[part].Cells[column].Exact))
            .Aggregate(Money.Zero(Fund.Currency), (running, amount) => running + amount)
        where line.Cells[column].Exact != sum
        select (line, column, line.Cells[column].Exact - sum);
}

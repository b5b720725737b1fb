namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Names figures of a document the way a reader would: by caption, heading or note. A caption may be
/// <c>Total</c>, <c>Total #2</c> (the second line of that caption), <c>Expenditure &gt; Total</c> (the first below a
/// line of that caption), <c>Balance, 1 January *</c> (any text), or <c>@12</c> (the line that begins on line 12);
/// a column is its heading or <c>#2</c>.
/// </summary>
public sealed record FigureReference
{
    /// <summary>The caption of a line, or the heading of a column where a relation goes by columns; null for a note.</summary>
    public string? Name { get; init; }

    /// <summary>The last of a range of lines or columns that begins at <see cref="Name"/>; null for one alone.</summary>
    public string? Through { get; init; }

    /// <summary>The one column that is meant, whatever the relation's columns; null for the relation's.</summary>
    public string? Column { get; init; }

    /// <summary>The marker of a note, all of whose amounts are meant; null for lines and columns.</summary>
    public string? Note { get; init; }

    /// <summary>A reference to a line or column.</summary>
    public static FigureReference To(string name) => new() { Name = name };

    /// <inheritdoc/>
    public override string ToString() =>
        Note is not null ? $"note {Note}" : Name + (Through is null ? "" : $" .. {Through}") + (Column is null ? "" : $" [{Column}]");
}

namespace TrustFund.Reconciliation.Statements;

/// <summary>A relation as a user declares it, by captions: one for each column (or line) that prints its target.</summary>
public sealed record DeclaredRelation
{
    /// <summary>Its name; with several columns or lines a number is added. Null for a number alone.</summary>
    public string? Id { get; init; }

    /// <summary>What it says.</summary>
    public RelationKind Kind { get; init; }

    /// <summary>
    /// Whether it was found in a document and saved from there. Where another document prints other lines, what is found
    /// there takes its place; what a person declares must hold as it stands.
    /// </summary>
    public bool IsSaved { get; init; }

    /// <summary>Why it is believed to hold, in words; null for none given.</summary>
    public string? Because { get; init; }

    /// <summary>The table it is of, counted from 1; null for all of them.</summary>
    public int? Table { get; init; }

    /// <summary>Whether names are headings and it holds in each line; else they are captions and it holds in each column.</summary>
    public bool IsByColumn { get; init; }

    /// <summary>The columns it holds in, by heading or number; empty for every column.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The lines it holds in, where it goes by columns; empty for every line that prints the target.</summary>
    public IReadOnlyList<FigureReference> Lines { get; init; } = [];

    /// <summary>What the terms come to.</summary>
    public required FigureReference Target { get; init; }

    /// <summary>The terms: coefficients of a sum, or 1 and -1 for factors and divisors.</summary>
    public required IReadOnlyList<DeclaredTerm> Terms { get; init; }

    /// <summary>An exact amount added; for shares and products a factor.</summary>
    public decimal Constant { get; init; }

    /// <summary>
    /// The unit to which a rate, share or product was rounded; 0 for the common power of ten of its table's
    /// amounts, where they share one beyond chance, or else the printed place.
    /// </summary>
    public decimal RoundedTo { get; init; }

    /// <summary>Whether the target was computed from the terms as they are printed, so that only its own rounding counts.</summary>
    public bool AsPrinted { get; init; }

    /// <summary>Every line, column or note that it names, but for the columns it holds in.</summary>
    internal IEnumerable<FigureReference> References => Terms.Select(term => term.Reference).Append(Target).Concat(Lines);
}

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// A line of a template: a heading, a line of accounts, or a line made of others. A line may have both
/// accounts and others; then its amount comes from the accounts, and that the others add up to it is a
/// relation that is checked.
/// </summary>
public sealed record TemplateLine
{
    /// <summary>Its name in the template; null for a heading.</summary>
    public string? Id { get; init; }

    /// <summary>
    /// What is printed, with <c>{start}</c>, <c>{end}</c> (days), <c>{year}</c> and <c>{fund}</c> filled in.
    /// </summary>
    public required string Caption { get; init; }

    /// <summary>Other captions under which documents print the line.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The accounts it adds up; null where it has none.</summary>
    public AccountSelector? Accounts { get; init; }

    /// <summary>Which balance of its accounts it shows.</summary>
    public Measure Measure { get; init; }

    /// <summary>The side that is shown as a positive amount.</summary>
    public Side Positive { get; init; } = Side.Credit;

    /// <summary>The lines that add up to it.</summary>
    public IReadOnlyList<string> Add { get; init; } = [];

    /// <summary>The lines that are deducted in it.</summary>
    public IReadOnlyList<string> Less { get; init; } = [];

    /// <summary>What the relation to its lines is called.</summary>
    public RelationKind Relation { get; init; }

    /// <summary>The line that prints the same amount by another way; null for none.</summary>
    public string? EqualTo { get; init; }

    /// <summary>
    /// Whether it shows what inter-fund accounts do not net to on consolidation: nil but in a column of eliminations.
    /// </summary>
    public bool IsUnmatched { get; init; }

    /// <summary>The marker of the note that explains it; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it restates the opening balance: what may lie between last year's closing and this year's opening.</summary>
    public bool IsRestatement { get; init; }

    /// <summary>Restatements of which nature a line that shows restatements counts; null for all.</summary>
    public RestatementNature? Nature { get; init; }

    /// <summary>Whether it is printed only where it is not nil.</summary>
    public bool IsOptional { get; init; }

    /// <summary>How far it is indented when printed, 0 or more.</summary>
    public int Indent { get; init; }

    /// <summary>Whether it is a heading, with no amount.</summary>
    public bool IsHeading => Id is null;

    /// <summary>Whether it is made of other lines.</summary>
    public bool HasRelation => Add.Count + Less.Count > 0;
}

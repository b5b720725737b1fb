namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// An amount column of a template: a period, a fund, a class of entries, the accounts of a component of net assets, or
/// sums and differences of columns. A column that has accounts and others gets its amount from the accounts; that the
/// others add up to it is a relation that is checked.
/// </summary>
/// <param name="Heading">What stands above it; may hold <c>{year}</c>; empty for none.</param>
/// <param name="YearsBefore">0 for the statement's own period, 1 for the year before, ...</param>
public sealed record TemplateColumn(string Heading, int YearsBefore)
{
    /// <summary>Its name in the template; null for none.</summary>
    public string? Id { get; init; }

    /// <summary>Whose amounts it shows.</summary>
    public ColumnFund Fund { get; init; }

    /// <summary>The accounts it shows of those that a line selects; null for all.</summary>
    public AccountSelector? Accounts { get; init; }

    /// <summary>Which entries it is made from: all, unadjusted or adjusting.</summary>
    public EntryClass Entries { get; init; }

    /// <summary>Whether restatements count from the end of the period that they restate.</summary>
    public bool AsRestated { get; init; }

    /// <summary>The books as recorded at that instant; null for those that the statement is asked of.</summary>
    public NodaTime.Instant? KnownAt { get; init; }

    /// <summary>The columns that add up to it.</summary>
    public IReadOnlyList<string> Add { get; init; } = [];

    /// <summary>The columns that are deducted in it.</summary>
    public IReadOnlyList<string> Less { get; init; } = [];

    /// <summary>Whether it is made of other columns.</summary>
    public bool IsFormula => Add.Count + Less.Count > 0;
}

namespace TrustFund.Reconciliation.Statements;

/// <summary>An amount column of a template: the period of the statement, or one before it.</summary>
/// <param name="Heading">What stands above it; may hold <c>{year}</c>; empty for none.</param>
/// <param name="YearsBefore">0 for the statement's own period, 1 for the year before, ...</param>
public sealed record TemplateColumn(string Heading, int YearsBefore);

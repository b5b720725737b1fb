namespace TrustFund.Reconciliation.Statements;

/// <summary>A term as a user declares it.</summary>
/// <param name="Reference">Which figures.</param>
/// <param name="Coefficient">How often each counts; not zero.</param>
public sealed record DeclaredTerm(FigureReference Reference, decimal Coefficient);

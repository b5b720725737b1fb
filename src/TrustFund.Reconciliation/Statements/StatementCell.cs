namespace TrustFund.Reconciliation.Statements;

/// <summary>An amount of a reproduced statement.</summary>
/// <param name="Exact">The amount to the minor unit, positive on the line's positive side.</param>
/// <param name="Rounded">The same in printed units, rounded on its own by the template's rule.</param>
/// <param name="Printed">As it is printed in the house style.</param>
public sealed record StatementCell(Money Exact, decimal Rounded, string Printed);

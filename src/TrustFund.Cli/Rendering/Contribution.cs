using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>What an entry contributes to a figure of a statement.</summary>
/// <param name="Posted">The entry.</param>
/// <param name="Line">The line of the figure.</param>
/// <param name="Column">The column of the figure, from 0.</param>
/// <param name="Amount">The amount, positive on the line's positive side; never nil.</param>
internal sealed record Contribution(PostedEntry Posted, StatementLine Line, int Column, Money Amount);

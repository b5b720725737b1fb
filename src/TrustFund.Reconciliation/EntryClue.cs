namespace TrustFund.Reconciliation;

/// <summary>An entry of the books that may explain a difference.</summary>
/// <param name="Entry">Its identifier.</param>
/// <param name="Amount">What it adds to the line, in the unit of the table, positive on the line's side.</param>
/// <param name="Text">How it bears on the difference, in words.</param>
public sealed record EntryClue(string Entry, decimal Amount, string Text);

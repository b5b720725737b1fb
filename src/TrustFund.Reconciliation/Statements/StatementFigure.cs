namespace TrustFund.Reconciliation.Statements;

/// <summary>Which figure of a reproduced statement is meant: a line's in a column, or a donor's in a note.</summary>
/// <param name="Line">The name of the line in the template.</param>
/// <param name="Column">The column, from 0; 0 for a note.</param>
/// <param name="Note">The marker of the note; null for a line.</param>
/// <param name="Donor">The donor of the note; null for a line, and for what no donor is named for.</param>
public sealed record StatementFigure(string Line, int Column, string? Note = null, Donor? Donor = null)
{
    /// <summary>Line and column: <c>total-revenue (2)</c>; or note and donor: <c>note a, CAN</c>.</summary>
    public override string ToString() => Note is null
        ? FormattableString.Invariant($"{Line} ({Column + 1})")
        : $"note {Note}, {Donor?.Code.Text ?? "no donor"}";
}

namespace TrustFund.Reconciliation.Statements;

/// <summary>A line of a reproduced statement.</summary>
/// <param name="Template">The line of the template that it follows.</param>
/// <param name="Caption">The caption as printed.</param>
/// <param name="Cells">An amount for each column; empty for a heading.</param>
public sealed record StatementLine(TemplateLine Template, string Caption, IReadOnlyList<StatementCell> Cells)
{
    /// <summary>Whether it stands in print: an optional line that is nil in every column does not.</summary>
    public bool IsPrinted => !Template.IsOptional || Cells.Any(cell => !cell.Exact.IsZero);
}

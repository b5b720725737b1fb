using TrustFund.Reconciliation.Diagnosis;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>
/// The cause that a template knows: a total of it that does not foot, and one of its lines that the document does not
/// print. It is told before all others, since that the line is missing is seen, and its amount is what is missing.
/// </summary>
internal static class MissingTemplateLines
{
    internal static Discrepancy Explain(Discrepancy found, TemplateMatch match)
    {
        if (found is not { Relation: { Basis: RelationBasis.Template } relation, PerBooks: null, Figure: { } figure, Difference: { } difference }
            || match.Lines.FirstOrDefault(line => line.Figures.Contains(figure))?.Template is not { } total
            || match.Missing.Where(line => !line.IsOptional && (total.Add.Contains(line.Id!) || total.Less.Contains(line.Id!))).ToList() is not [var missing])
        {
            return found;
        }

        var amount = total.Less.Contains(missing.Id!) ? -difference : difference;
        var notPrinted = new PublishedFigure($"missing.{missing.Id}", missing.Caption, figure.Column, figure.Place, "", FigureState.Blank, null, null);
        var cause = new Hypothesis(
            SlipKind.Omission, [new Repair(notPrinted, amount)], [relation], found.Diagnoses.Select(other => other.Weight).DefaultIfEmpty(1).Max(), false,
            $"the line {missing.Caption} is missing, of {AmountText.Of(amount, difference.Scale)}: the template has it, and the document has not")
        {
            Rank = 1,
        };
        return found with { Diagnoses = [cause, .. found.Diagnoses.Select(other => other with { Rank = other.Rank + 1 })] };
    }
}

namespace TrustFund.Reconciliation.Statements;

/// <summary>What a narrative speaks of: lines of a statement by the part they have in it, whatever they are called.</summary>
internal sealed class NarrativeLines
{
    private readonly Statement _statement;

    internal NarrativeLines(Statement statement)
    {
        _statement = statement;
        var lines = statement.Lines.Where(line => !line.Template.IsHeading).ToList();
        Contributions = lines.Find(line => statement.Template.Notes.Any(note => note.ByDonor && note.Marker == line.Template.Note));
        Donors = statement.Notes.FirstOrDefault(note => note.Line is { } id && id == Contributions?.Template.Id);
        Closing = lines.Find(line => line.Template.Measure == Measure.Closing && Parts(line.Template.Add).Exists(IsOpening));
        Result = lines.Find(line => line.Template.Measure == Measure.Movement && IsResult(line.Template));
        Revenue = Result is { Template.Add: [var revenue] } ? statement[revenue] : null;
        Expenses = Result is { Template.Less: [var expenses] } ? statement[expenses] : null;
        Opening = Closing is null ? null : Parts(Closing.Template.Add).Find(IsOpening);
        Reported = Opening is null ? null : Parts(Opening.Template.Add).Find(IsOpening);
        Restatements = Opening is null ? [] : [.. Parts(Opening.Template.Add).Where(line => line != Reported)
            .SelectMany(line => line.Template.HasRelation ? Parts(line.Template.Add) : [line])];
        Direct = Closing is null ? [] : Parts(Closing.Template.Add).FindAll(line => line != Opening && line != Result);
    }

    /// <summary>The note that names donors; null for none.</summary>
    internal StatementNote? Donors { get; }

    /// <summary>The line that it breaks down.</summary>
    internal StatementLine? Contributions { get; }

    internal StatementLine? Revenue { get; }

    /// <summary>What revenue adds up, contributions by donor left out.</summary>
    internal IReadOnlyList<StatementLine> OtherRevenue => Revenue is null ? [] : Parts(Revenue.Template.Add).FindAll(line => line != Contributions);

    internal StatementLine? Expenses { get; }

    internal IReadOnlyList<StatementLine> ExpenseParts => Expenses is null ? [] : Parts(Expenses.Template.Add);

    internal StatementLine? Result { get; }

    /// <summary>The opening balance, as restated where the statement is.</summary>
    internal StatementLine? Opening { get; }

    /// <summary>The opening balance as previously reported; null where nothing bridges it.</summary>
    internal StatementLine? Reported { get; }

    /// <summary>What lies between the two.</summary>
    internal IReadOnlyList<StatementLine> Restatements { get; }

    /// <summary>What net assets moved by besides the result.</summary>
    internal IReadOnlyList<StatementLine> Direct { get; }

    internal StatementLine? Closing { get; }

    // A difference of balances, such as assets less liabilities, is none of a period.
    private bool IsResult(TemplateLine line) => !line.IsUnmatched
        && ((line.Relation == RelationKind.Difference && line.Less.Count > 0 && line.Less.All(part => _statement[part].Template.Measure == Measure.Movement))
            || (line.Accounts?.SelectsAll(AccountType.Revenue) == true && line.Accounts.SelectsAll(AccountType.Expense)));

    private bool IsOpening(StatementLine line) =>
        line.Template.Measure is Measure.Opening or Measure.ReportedOpening || Parts(line.Template.Add).Exists(IsOpening);

    private List<StatementLine> Parts(IEnumerable<string> ids) => [.. ids.Select(id => _statement[id])];
}

using TrustFund.Reconciliation.Diagnosis;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>
/// Checks a published statement, by itself or against the statement reproduced from the books: a
/// function of its arguments.
/// </summary>
public static class Reconciler
{
    /// <summary>Checks a document by itself: do its figures hold together?</summary>
    /// <param name="input">The document, the relations and the text to check it with.</param>
    public static ReconciliationReport Check(ReconcilerInput input) => Report(input, null, null, []);

    /// <summary>Reconciles a document to the books: is each figure what the books say?</summary>
    /// <param name="input">The document, matched to a template.</param>
    /// <param name="reproduced">The statement that the books give by the same template.</param>
    /// <param name="books">Which books.</param>
    /// <param name="entries">The entries of the period, to name those behind a difference; empty for none.</param>
    /// <exception cref="ArgumentException">The document is not matched to a template.</exception>
    public static ReconciliationReport Reconcile(
        ReconcilerInput input, Statement reproduced, BooksIdentity books, IReadOnlyList<PostedEntry> entries) =>
        input.Match is null
            ? throw new ArgumentException("Only a document matched to a template can be reconciled to books.", nameof(input))
            : Report(input, reproduced, books, entries);

    /// <summary>Which names of a veto no relation has, and the names that there are: those of the relations that it leaves out among them.</summary>
    /// <param name="input">The document, its relations and the veto.</param>
    public static (IReadOnlyList<string> Unknown, IReadOnlyList<string> Known) ReadVeto(ReconcilerInput input)
    {
        var (_, _, vetoed, names) = LeaveOut(input);
        return ([.. input.Veto.Where(name => !vetoed.Contains(name))], names);
    }

    private static ReconciliationReport Report(
        ReconcilerInput input, Statement? reproduced, BooksIdentity? books, IReadOnlyList<PostedEntry> entries)
    {
        var (document, match) = (input.Document, input.Match);
        var (relations, sets, problems) = RelationsOf(input);
        var ties = input.Narrative is null ? [] : NarrativeTies.Of(NarratedFigure.Of(document, match), document.Notes, input.Narrative, relations.Count);
        relations.AddRange(ties);
        var tableFigures = document.Figures.ToList();
        var narrativeFigures = input.Narrative?.Amounts.ToList() ?? [];
        var told = narrativeFigures.ToHashSet();
        var others = relations.SelectMany(relation => relation.Signed, (_, term) => term.Figure)
            .Where(figure => !document.Names.Contains(figure) && !told.Contains(figure)).Distinct().ToList();
        var proof = Prover.Prove([.. tableFigures, .. narrativeFigures, .. others], relations, input.Policy);
        var perBooks = reproduced is null ? [] : BooksComparison.PerBooks(match!, reproduced);
        var diagnosis = Diagnostician.Diagnose(
            document, proof, perBooks.ToDictionary(pair => pair.Key, pair => pair.Value.Printed), input.Diagnosis);
        var implied = sets.SelectMany(set => set.Implied).ToList();
        var finder = new FigureFinder(match, perBooks, proof, diagnosis, implied);
        var findings = tableFigures.Select(finder.Find).ToList();
        var discrepancies = Discrepancies(input, reproduced, findings, proof, diagnosis, entries);
        return new ReconciliationReport(
            input, reproduced, books, findings, [.. narrativeFigures.Select(finder.Find)], [.. others.Select(finder.Find)], proof, diagnosis, implied, discrepancies,
            [.. sets.SelectMany(set => set.Remarks).Select(remark => new Observation(remark.Text, remark.Figures)), .. RestatedOpening.Of(input, reproduced), .. Observer.Of(document, match, reproduced, input.Narrative, ties, proof), .. Observer.NotTested(findings, proof, document.NameOf), .. Observer.PrintedTwice(document, findings), .. Observer.Unrelated(document, input.Narrative, ties)],
            [.. document.Problems, .. match?.Problems ?? [], .. input.Narrative?.Problems ?? [], .. problems]);
    }

    private static (List<StatementRelation> Relations, List<RelationSet> Sets, List<ReadingProblem> Problems) RelationsOf(ReconcilerInput input)
    {
        var (relations, sets, vetoed, names) = LeaveOut(input);
        var problems = sets.SelectMany(set => set.Problems).ToList();
        problems.AddRange(input.Veto.Where(name => !vetoed.Contains(name)).Select(name => new ReadingProblem(
            input.VetoSource ?? input.Document.Source, new TextPlace(1, 1), $"no relation '{name}' to leave out",
            "the name of one; there are " + string.Join(", ", names.Take(12)) + (names.Count > 12 ? " ..." : ""), "Correct the veto.")));
        return (relations, sets, problems);
    }

    // The template's relations first, then the declared ones; a name that is taken already gets a number.
    private static (List<StatementRelation> Relations, List<RelationSet> Sets, HashSet<string> Vetoed, List<string> Names) LeaveOut(ReconcilerInput input)
    {
        List<RelationSet> sets = [.. input.Match is null ? [] : new[] { TemplateRelations.Of(input.Match) }, .. input.Relations];
        var relations = new List<StatementRelation>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var vetoed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var relation in sets.SelectMany(set => set.Relations))
        {
            var name = relation.Id;
            for (var number = relations.Count + 1; names.Contains(name); number++)
            {
                name = FormattableString.Invariant($"r{number}");
            }

            names.Add(name);
            var leftOutBy = input.Veto.Where(veto => veto == name || Names(veto, relation.Id)).ToList();
            if (leftOutBy.Count > 0)
            {
                vetoed.UnionWith(leftOutBy);
                continue;
            }

            relations.Add(name == relation.Id ? relation : relation.Named(name));
        }

        return (relations, sets, vetoed, [.. names]);
    }

    // A declaration of several columns or lines is one relation in each: total, total.2, total.3.
    private static bool Names(string declared, string id) => id == declared
        || (id.StartsWith(declared, StringComparison.Ordinal) && id.Length > declared.Length + 1 && id[declared.Length] == '.' && id.AsSpan(declared.Length + 1).IndexOfAnyExceptInRange('0', '9') < 0);

    private static List<Discrepancy> Discrepancies(
        ReconcilerInput input, Statement? reproduced, List<FigureFinding> findings, StatementProof proof, DiagnosisReport diagnosis,
        IReadOnlyList<PostedEntry> entries)
    {
        var discrepancies = new List<Discrepancy>();
        if (reproduced is not null)
        {
            var causes = diagnosis.Differences.Where(difference => difference.Figure is not null).ToDictionary(difference => difference.Figure!);
            var differences = BooksComparison.Differences(input.Match!, findings).Select(found => found with
            {
                Diagnoses = found.Figure is not null && causes.TryGetValue(found.Figure, out var cause) ? cause.Hypotheses : [],
                Entries = found.Line is null ? [] : EntryClues.Of(reproduced.Template, found.Line, reproduced.Fund, found.Difference ?? 0, entries),
            }).Concat(BooksComparison.NotPrinted(input.Match!, reproduced));
            var late = input.Edition is null ? null : new LateEntries(input.Match!, reproduced, input.Edition, entries);
            discrepancies.AddRange(late is null ? differences : differences.Select(late.Explain));
        }

        // Where the books have told already which figure is out, the relation that it breaks is no second exception.
        var told = discrepancies.Where(found => found.Figure is not null).Select(found => found.Figure!).ToHashSet();
        var text = new RelationText(input.Document.Names.Of);
        var judged = proof.Findings.ToDictionary(finding => finding.Relation);
        foreach (var difference in diagnosis.Differences)
        {
            if (difference.Conflict is { } conflict)
            {
                if (!conflict.Relations.Any(relation => Touches(relation, told)))
                {
                    discrepancies.Add(OfConflict(conflict, difference, text));
                }
            }
            else if (difference.Relation is { } relation && judged[relation].Verdict == Verdict.Inconsistent && !Touches(relation, told))
            {
                var found = OfRelation(judged[relation], difference, text);
                discrepancies.Add(input.Match is null ? found : MissingTemplateLines.Explain(found, input.Match));
            }
        }

        return Consequences.Among(discrepancies, proof);
    }

    private static bool Touches(StatementRelation relation, HashSet<PublishedFigure> told) =>
        told.Contains(relation.Target) || relation.Terms.Any(term => told.Contains(term.Figure));

    private static Discrepancy OfRelation(RelationFinding finding, DiagnosedDifference difference, RelationText text)
    {
        var target = finding.Relation.Target;
        return new Discrepancy(
            target.Caption, null, target.Column, target, target.Amount, target.Amount + finding.Residual, null,
            finding.Relation, text.Of(finding))
        {
            Diagnoses = difference.Hypotheses,
            Group = difference.Group,
        };
    }

    private static Discrepancy OfConflict(Conflict conflict, DiagnosedDifference difference, RelationText text)
    {
        var target = conflict.GiveUp.Target;
        return new Discrepancy(
            target.Caption, null, target.Column, target, target.Amount, null, null, null, text.Of(conflict))
        {
            Diagnoses = difference.Hypotheses,
            Conflict = conflict,
            Group = difference.Group,
        };
    }
}

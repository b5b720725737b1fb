using System.Text;
using NodaTime.Text;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>
/// The report of <c>reconcile</c> and <c>check</c> as a working paper that an auditor would file: plain
/// text, marks that are letters, nothing from the machine's clock. Tables of a document without a
/// template take the whole page, all else no more than a reader's eye follows.
/// </summary>
internal sealed class WorkingPaper(ReconciliationReport report, Materiality? materiality = null, int page = Terminal.Width, bool listsRelations = false)
{
    private const int FieldIndent = 10;
    private const int AmountWidth = 14;
    private const int MarksWidth = 12;
    private const int LeastCaption = 24;
    private const int MostRoundings = 25;
    private const string Legend = "B agreed to books   F footed   T agreed to text   R rounding difference   X exception   U not tested";

    private readonly int _prose = Math.Min(page, Terminal.Width);

    private bool HasBooks => report.Books is not null;

    internal void Write(TextWriter output)
    {
        var text = new StringBuilder();
        Heading(text);

        // Of a document without a figure there is no working paper, only the reason.
        var isPaper = report.Figures.Count > 0;
        if (isPaper)
        {
            Field(text, "", "Prepared by ____________     Reviewed by ____________");
        }

        text.Append('\n');
        if (isPaper)
        {
            Table(text);
            // Tables without notes end with a blank line by themselves.
            text.Append(text.ToString(Math.Max(0, text.Length - 2), Math.Min(2, text.Length)) == "\n\n" ? "" : "\n");
            text.AppendJoin('\n', Prose.Wrap(Legend, page)).Append("\n\n");
        }

        Exceptions(text);
        Roundings(text);
        if (listsRelations)
        {
            Prose.Items(text, "Relations", [.. Relations()], _prose, null);
        }

        Numbered(text, "Observations", [.. report.Observations.Select(observation => observation.Text)]);
        text.Append('\n').AppendJoin("\n    ", VerdictLine() is var line && line.Length <= _prose ? [line] : Prose.Wrap(line, _prose - 4)).Append('\n');
        if (isPaper)
        {
            text.AppendJoin('\n', Prose.Wrap("Not covered: occurrence, completeness, valuation, classification, compliance with agreements.", _prose)).Append('\n');
        }

        output.Write(text);
    }

    private void Heading(StringBuilder text)
    {
        var document = report.Document;
        if (report.Reproduced is { } reproduced)
        {
            Field(text, "Fund", reproduced.Fund.Name);
            Field(text, "Period", $"{PeriodText(reproduced.Period)}; {reproduced.Template.UnitLine.Trim('(', ')')}");
        }
        else if (document.Title.Length > 0)
        {
            Field(text, "Title", document.Title);
        }

        Field(text, "Document", document.Sha256.Length == 0 ? document.Source : $"{document.Source}   sha256 {Short(document.Sha256)}");
        if (report.Books is { } books)
        {
            var entries = books.Entries is { } count ? FormattableString.Invariant($", {count} entries") : "";
            Field(text, "Books", $"{books.Name}{entries}, fingerprint {Short(books.Fingerprint)}");
            if (books.IsIllustrative)
            {
                Field(text, "", "** ILLUSTRATIVE **  These books are constructed; they are evidence of nothing.");
            }
        }

        if (report.Match is { } match)
        {
            Field(text, "Template", match.Template.ToString());
        }

        Field(text, "Relations", Bases());
    }

    // Where they come from says how far they can be relied on.
    private string Bases()
    {
        var elsewhere = report.Elsewhere.Select(finding => finding.Figure).ToHashSet();
        var relations = report.Proof.Findings.Select(finding => finding.Relation).ToList();
        var across = relations.Where(relation => relation.Terms.Select(term => term.Figure).Append(relation.Target).Any(elsewhere.Contains)).ToHashSet();
        var inside = relations.Where(relation => !across.Contains(relation) && relation.Kind != RelationKind.Narrative).CountBy(relation => relation.Basis).ToDictionary();
        (int Count, string Said)[] bases =
        [
            (inside.GetValueOrDefault(RelationBasis.Template), "of the template"),
            (inside.GetValueOrDefault(RelationBasis.Declared), "declared"),
            (inside.GetValueOrDefault(RelationBasis.Discovered), "discovered"),
            (across.Count, "between documents"),
            (relations.Count(relation => relation.Kind == RelationKind.Narrative), "with the text"),
        ];
        return relations.Count == 0 ? "none" : string.Join(", ", bases.Where(basis => basis.Count > 0).Select(basis => FormattableString.Invariant($"{basis.Count} {basis.Said}")));
    }

    private void Table(StringBuilder text)
    {
        if (report.Match is null)
        {
            FigureTables.Append(text, report, page);
            return;
        }

        // Narrow pages have amounts as wide as they are; captions give way last.
        var rows = WorkingPaperRow.Of(report).ToList();
        var count = HasBooks ? 3 : 1;
        var amountWidth = _prose - MarksWidth - (count * AmountWidth) >= LeastCaption ? AmountWidth
            : 2 + rows.SelectMany(row => new[] { row.Published, row.PerBooks, row.Difference }).Max(amount => Math.Max(amount?.Length ?? 0, "Difference".Length));
        var captionWidth = Math.Max(_prose - MarksWidth - (count * amountWidth), LeastCaption / 2);
        text.Append(' ', captionWidth).Append("Published".PadLeft(amountWidth));
        if (HasBooks)
        {
            text.Append("Per books".PadLeft(amountWidth)).Append("Difference".PadLeft(amountWidth));
        }

        text.Append("   Work\n");
        foreach (var row in rows)
        {
            var captions = Prose.Wrap(row.Caption, captionWidth - 1).ToList();
            foreach (var above in captions.SkipLast(1))
            {
                text.Append(above).Append('\n');
            }

            var line = new StringBuilder(captions[^1].PadRight(captionWidth));
            if (row.HasAmounts)
            {
                line.Append((row.Published ?? "not printed").PadLeft(amountWidth));
                if (HasBooks)
                {
                    line.Append((row.PerBooks ?? "").PadLeft(amountWidth)).Append((row.Difference ?? "").PadLeft(amountWidth));
                }

                line.Append("   ").Append(row.Marks);
            }

            text.Append(line.ToString().TrimEnd()).Append('\n');
        }
    }

    private void Exceptions(StringBuilder text)
    {
        var list = ExceptionList.Of(report);
        var exceptions = list.Exceptions;
        Prose.Items(text, "Exceptions", exceptions.Count == 0 ? ["none"] : exceptions, _prose, exceptions.Count + list.Consequences.Count > 1 ? 1 : null);
        Prose.Items(text, "Consequences", list.Consequences, _prose, exceptions.Count + 1);
        if (materiality is not null && exceptions.Count > 0)
        {
            Prose.Items(text, "Uncorrected", [.. Uncorrected.Of(report).Summary(materiality)], _prose, null);
        }
    }

    // Hundreds of them are read by nobody: the least likely stand for all.
    private void Roundings(StringBuilder text)
    {
        var roundings = report.Proof.Findings
            .Where(finding => finding.Verdict == Verdict.Rounding && finding.Plausibility != Plausibility.Improbable)
            .ToList();
        var shown = roundings.Count <= MostRoundings ? roundings : [.. roundings.OrderBy(finding => finding.Likelihood).Take(MostRoundings)];
        List<string> items = [.. shown.Select(finding => report.TextOf(finding) + (finding.Relation.RoundedTo > 1 ? $" {AmountText.Capital(finding.Relation.Because.TrimEnd('.'))}." : "")
            + " " + (PerBooks(finding.Relation) ?? Witness(finding.Relation)))];
        if (shown.Count < roundings.Count)
        {
            items.Add(FormattableString.Invariant($"And {roundings.Count - shown.Count} more, each likelier than these; --format json has them all."));
        }

        Numbered(text, "Rounding", items);
    }

    // What is believed for one reason is said below it, so that the reason is read once.
    private IEnumerable<string> Relations()
    {
        var reason = "";
        foreach (var finding in report.Proof.Findings)
        {
            if (finding.Relation.Because != reason)
            {
                reason = finding.Relation.Because;
                yield return $"Reason: {reason.TrimEnd('.')}.";
            }

            yield return $"{finding.Relation.Id}: {report.TextOf(finding)}";
        }
    }

    // With the books at hand they decide; without them, one set of unrounded amounts shows that it can be.
    private string? PerBooks(StatementRelation relation)
    {
        if (!HasBooks)
        {
            return null;
        }

        var exact = report.Figures.Where(finding => finding.PerBooks is not null)
            .ToDictionary(finding => finding.Figure, finding => finding.PerBooks!.Value);
        return relation.Terms.All(term => exact.ContainsKey(term.Figure)) && exact.TryGetValue(relation.Target, out var total)
            ? $"Per books {Addends(relation, figure => exact[figure])} = {Exact(total)}."
            : null;
    }

    private string Witness(StatementRelation relation) => !relation.IsJudgedAlone && report.Proof.Witness is { } witness
        && relation.Terms.All(term => witness.ContainsKey(term.Figure)) && witness.ContainsKey(relation.Target)
            ? $"Unrounded amounts that would agree: {Addends(relation, figure => witness[figure])} = {Exact(witness[relation.Target])}."
            : "";

    private static string Addends(StatementRelation relation, Func<PublishedFigure, decimal> amountOf) =>
        relation.Terms.Count <= 12
            ? string.Concat(relation.Terms.Select((term, index) =>
                (term.Coefficient < 0 ? (index == 0 ? "less " : " less ") : index == 0 ? "" : " + ")
                + (Math.Abs(term.Coefficient) == 1 ? "" : $"{Amounts.Plain(Math.Abs(term.Coefficient))} × ") + Exact(amountOf(term.Figure))))
            : $"{Exact(relation.Terms.Sum(term => term.Coefficient * amountOf(term.Figure)))} for {relation.Terms.Count} amounts";

    private static string Exact(decimal amount) => amount == 0 ? "0.00" : Amounts.Grouped(amount, Math.Max(2, Amounts.Decimals(amount)));

    internal string VerdictLine()
    {
        var tested = Plural(report.Figures.Count(finding => finding.Verdict != Verdict.Unverified), "figure");
        var paragraphs = report.Narrative.Where(finding => finding.Marks.HasFlag(WorkMark.AgreedToText))
            .Select(finding => finding.Figure.Caption.Replace("Para. ", "", StringComparison.Ordinal)).Distinct().ToList();
        var agree = paragraphs.Count == 0 ? tested : $"{tested} and {(paragraphs.Count == 1 ? "paragraph" : "paragraphs")} {Words.List(paragraphs)}";
        var untested = report.NotTested.Count();
        var relations = report.Proof.Findings;
        var counts = Plural(relations.Count(finding => finding.Verdict == Verdict.Exact), "relation") + " exact, "
            + FormattableString.Invariant($"{relations.Count(finding => finding.Verdict == Verdict.Rounding)} rounding")
            + (relations.Count(finding => finding.Verdict == Verdict.Inconsistent) is > 0 and var failing
                ? FormattableString.Invariant($", {failing} failing; ")
                : "; ")
            + (untested == 0 ? "all tested" : Plural(untested, "figure") + " not tested")
            + (report.Problems.Count == 0 ? "" : "; " + Plural(report.Problems.Count, "problem"));
        var differ = Plural(report.Exceptions.Count(), "exception") + (report.Consequences.Count() is > 0 and var follow ? " and " + Plural(follow, "consequence") : "");
        var far = untested == 0 ? "" : " AS FAR AS TESTED";
        return report.Verdict switch
        {
            Verdict.Unverified when report.Figures.All(finding => finding.Figure.Amount is null) => "NOT READ   No amount was read, so that nothing could be tested.",
            Verdict.Unverified => "NOT TESTED   No relation and no books reach any figure.",
            Verdict.Inconsistent when HasBooks => $"NOT IN ACCORD WITH THE BOOKS   {differ}; {counts}",
            Verdict.Inconsistent => $"DOES NOT FOOT   {differ}; {counts}",
            _ when report.Problems.Count > 0 => $"NOT FULLY TESTED   {tested} tested; {counts}",
            _ when report.Queries.Any() => $"QUERY   A rounding difference too improbable to pass as one; {counts}",
            _ when HasBooks && untested > 0 => $"IN ACCORD AS FAR AS TESTED   {agree}; {counts}",
            _ when HasBooks => $"IN ACCORD WITH THE BOOKS   {agree}; {counts}",
            Verdict.Rounding => $"FOOTS WITHIN ROUNDING{far}   {tested} tested; {counts}",
            _ => $"FOOTS{far}   {tested} tested; {counts}",
        };
    }

    private static string Plural(int count, string one) =>
        FormattableString.Invariant($"{count} {one}{(count == 1 ? "" : "s")}");

    private void Numbered(StringBuilder text, string heading, IReadOnlyList<string> items) =>
        Prose.Items(text, heading, items, _prose, items.Count > 1 ? 1 : null);

    private void Field(StringBuilder text, string name, string value) => Prose.Field(text, name, value, FieldIndent, _prose);

    private static string PeriodText(ReportingPeriod period)
    {
        var days = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
        return period.Start.PlusYears(1).PlusDays(-1) == period.End
            ? $"Year ended {days.Format(period.End)}"
            : $"{days.Format(period.Start)} to {days.Format(period.End)}";
    }

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] + "…" : hash;
}

using System.Text;
using NodaTime.Text;
using TrustFund.Reconciliation;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>
/// The report of <c>reconcile</c> and <c>check</c> as a working paper that an auditor would file: plain
/// text of at most 100 columns, marks that are letters, nothing from the machine's clock.
/// </summary>
internal sealed class WorkingPaper(ReconciliationReport report, Materiality? materiality = null)
{
    private const int Width = Terminal.Width;
    private const int AmountWidth = 14;
    private const int MostRoundings = 25;
    private const string Legend = "B agreed to books   F footed   T agreed to text   R rounding difference   X exception   U not tested";

    private bool HasBooks => report.Books is not null;

    internal void Write(TextWriter output)
    {
        var text = new StringBuilder();
        Heading(text);
        Table(text);
        text.Append(Legend).Append("\n\n");
        Exceptions(text);
        Roundings(text);
        Items(text, "Observations", [.. report.Observations.Select(observation => observation.Text)]);
        text.Append('\n').AppendJoin("\n    ", VerdictLine() is { Length: <= Width } line ? [line] : Wrap(VerdictLine(), Width - 4)).Append('\n');
        text.Append("Not covered: occurrence, completeness, valuation, classification, compliance with agreements.\n");
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

        Field(text, "Document", $"{document.Source}   sha256 {Short(document.Sha256)}");
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
        Field(text, "", "Prepared by ____________     Reviewed by ____________");
        text.Append('\n');
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
            FigureTables.Append(text, report);
            return;
        }

        var captionWidth = Width - 12 - (HasBooks ? 3 : 1) * AmountWidth;
        text.Append(' ', captionWidth).Append("Published".PadLeft(AmountWidth));
        if (HasBooks)
        {
            text.Append("Per books".PadLeft(AmountWidth)).Append("Difference".PadLeft(AmountWidth));
        }

        text.Append("   Work\n");
        foreach (var row in WorkingPaperRow.Of(report))
        {
            var captions = Wrap(row.Caption, captionWidth - 1).ToList();
            foreach (var above in captions.SkipLast(1))
            {
                text.Append(above).Append('\n');
            }

            var line = new StringBuilder(captions[^1].PadRight(captionWidth));
            if (row.HasAmounts)
            {
                line.Append((row.Published ?? "not printed").PadLeft(AmountWidth));
                if (HasBooks)
                {
                    line.Append((row.PerBooks ?? "").PadLeft(AmountWidth)).Append((row.Difference ?? "").PadLeft(AmountWidth));
                }

                line.Append("   ").Append(row.Marks);
            }

            text.Append(line.ToString().TrimEnd()).Append('\n');
        }
    }

    private void Exceptions(StringBuilder text)
    {
        var exceptions = new List<string>();
        var causes = new CauseText();
        foreach (var discrepancy in report.Discrepancies)
        {
            var entries = string.Concat(discrepancy.Entries.Select(clue => " " + clue.Text));
            exceptions.Add(discrepancy.Text + entries + causes.Of(discrepancy.Diagnoses, exceptions.Count + 1));
        }

        exceptions.AddRange(report.Problems.Select(problem => ProblemText.Of(problem) + Implied(problem)));
        foreach (var query in report.Queries)
        {
            var difference = report.Diagnosis.Differences.FirstOrDefault(difference => difference.Relation == query.Relation);
            exceptions.Add(report.TextOf(query) + causes.Of(difference?.Hypotheses ?? [], exceptions.Count + 1));
        }

        Items(text, "Exceptions", exceptions.Count == 0 ? ["none"] : exceptions);
        if (materiality is not null && exceptions.Count > 0)
        {
            Items(text, "Uncorrected", [.. Uncorrected.Of(report).Summary(materiality)]);
        }
    }

    private string Implied(ReadingProblem problem)
    {
        var implied = report.Implied.Where(amount => amount.Figure.Place == problem.Place).ToList();
        return implied.Count == 0 ? ""
            : $" Indicated amount, to be confirmed: {string.Join(" or ", implied.Select(amount => AmountText.Of(amount.Amount)).Distinct())}; with it {string.Join(" and ", implied.Select(amount => amount.Target).Distinct())} would foot.";
    }

    // Hundreds of them are read by nobody: the least likely stand for all.
    private void Roundings(StringBuilder text)
    {
        var roundings = report.Proof.Findings
            .Where(finding => finding.Verdict == Verdict.Rounding && finding.Plausibility != Plausibility.Improbable)
            .ToList();
        var shown = roundings.Count <= MostRoundings ? roundings : [.. roundings.OrderBy(finding => finding.Likelihood).Take(MostRoundings)];
        List<string> items = [.. shown.Select(finding => report.TextOf(finding) + (finding.Relation.RoundedTo > 1 ? $" {Capital(finding.Relation.Because)}." : "")
            + " " + (PerBooks(finding.Relation) ?? Witness(finding.Relation)))];
        if (shown.Count < roundings.Count)
        {
            items.Add(FormattableString.Invariant($"And {roundings.Count - shown.Count} more, each likelier than these; --format json has them all."));
        }

        Items(text, "Rounding", items);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

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

    private string Witness(StatementRelation relation) => relation is { IsSum: true, RoundedTo: 0 } && report.Proof.Witness is { } witness
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
        var differ = Plural(report.Discrepancies.Count, "exception");
        return report.Verdict switch
        {
            Verdict.Unverified => "NOT TESTED   No relation and no books reach any figure.",
            Verdict.Inconsistent when HasBooks => $"NOT IN ACCORD WITH THE BOOKS   {differ}; {counts}",
            Verdict.Inconsistent => $"DOES NOT FOOT   {differ}; {counts}",
            _ when report.Problems.Count > 0 => $"NOT FULLY TESTED   {tested} tested; {counts}",
            _ when report.Queries.Any() => $"QUERY   A rounding difference too improbable to pass as one; {counts}",
            _ when HasBooks && untested > 0 => $"IN ACCORD AS FAR AS TESTED   {agree}; {counts}",
            _ when HasBooks => $"IN ACCORD WITH THE BOOKS   {agree}; {counts}",
            Verdict.Rounding => $"FOOTS WITHIN ROUNDING   {tested} tested; {counts}",
            _ => $"FOOTS   {tested} tested; {counts}",
        };
    }

    private static string Plural(int count, string one) =>
        FormattableString.Invariant($"{count} {one}{(count == 1 ? "" : "s")}");

    private static void Items(StringBuilder text, string heading, IReadOnlyList<string> items)
    {
        const int indent = 14;
        for (var index = 0; index < items.Count; index++)
        {
            var label = index == 0 ? heading.PadRight(indent) : new string(' ', indent);
            var number = items.Count == 1 ? "" : FormattableString.Invariant($"{index + 1} ");
            var lines = Wrap(items[index].Trim(), Width - indent - number.Length).ToList();
            lines[0] = number + lines[0];
            text.Append(label).Append(lines[0]).Append('\n');
            foreach (var line in lines.Skip(1))
            {
                text.Append(' ', indent + number.Length).Append(line).Append('\n');
            }
        }
    }

    private static void Field(StringBuilder text, string name, string value)
    {
        var first = true;
        foreach (var line in Wrap(value, Width - 10))
        {
            text.Append((first ? name : "").PadRight(10)).Append(line).Append('\n');
            first = false;
        }
    }

    // Breaks at plain spaces between words, never inside an amount such as 2 190 894.
    internal static IEnumerable<string> Wrap(string text, int width)
    {
        if (text.Length <= width)
        {
            yield return text;
            yield break;
        }

        var indent = text.Length - text.TrimStart(' ').Length;
        var line = new StringBuilder().Append(' ', indent);
        var isEmpty = true;
        foreach (var word in WordsOf(text.TrimStart(' ')))
        {
            if (!isEmpty && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear().Append(' ', indent);
                isEmpty = true;
            }

            line.Append(isEmpty ? "" : " ").Append(word);
            isEmpty = false;
        }

        yield return line.ToString();
    }

    private static IEnumerable<string> WordsOf(string text)
    {
        var word = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
        {
            var splitsAmount = index > 0 && index + 1 < text.Length
                && char.IsAsciiDigit(text[index - 1]) && char.IsAsciiDigit(text[index + 1])
                && index + 3 < text.Length && char.IsAsciiDigit(text[index + 2]) && char.IsAsciiDigit(text[index + 3]);
            if (text[index] == ' ' && !splitsAmount)
            {
                yield return word.ToString();
                word.Clear();
            }
            else
            {
                word.Append(text[index]);
            }
        }

        yield return word.ToString();
    }

    private static string PeriodText(ReportingPeriod period)
    {
        var days = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
        return period.Start.PlusYears(1).PlusDays(-1) == period.End
            ? $"Year ended {days.Format(period.End)}"
            : $"{days.Format(period.Start)} to {days.Format(period.End)}";
    }

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] + "…" : hash;
}

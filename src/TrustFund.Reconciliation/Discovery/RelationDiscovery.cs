using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Finds by itself what must hold between the figures of a statement, from captions, layout and numbers together.
/// A relation that the numbers alone show is believed where chance would not have made it; one that captions and
/// layout say is believed where the same statement shows others, and is then a defect where it does not hold.
/// </summary>
public static class RelationDiscovery
{
    // One chance in ten, for the smallest of statements, that the same amounts in another order show as much.
    private const decimal EnoughOrder = 1;

    // A list and its total, and nothing else, is the plainest of statements: it says by itself what adds up to what. So does a
    // balance carried forward.
    private const decimal EnoughForList = 0.6m;

    // One chance in a hundred that a list whose total does not hold is one slip of the pen away from it.
    private const decimal EnoughForSlip = 2;

    // Round amounts come to each other by chance.
    private const int FewestDigits = 4;

    private const int FewestOfList = 3;

    // A slip breaks two relations or three; where more fails, captions mean something else here.
    private const int MostFailing = 3;

    /// <summary>Finds the relations of a statement; none where the numbers show none.</summary>
    /// <param name="document">The statement as read.</param>
    public static RelationSet Discover(PublishedStatement document) =>
        Set(UndoneSlips.Find(document, Find), document);

    private static Findings Find(PublishedStatement document)
    {
        var sheets = document.Tables.Select(table => new Sheet(table)).Where(sheet => sheet.Rows.Count > 0).ToList();
        var beliefs = new List<Belief>();
        var wanted = new List<BelievedSum>();
        foreach (var alike in sheets.GroupBy(sheet => string.Join('\t', sheet.Table.Columns) + sheet.IsNested))
        {
            var computed = new HashSet<int>();
            var identities = ColumnSums.Find([.. alike], computed);
            var corrections = Corrections(identities);
            beliefs.AddRange(identities);
            beliefs.AddRange(alike.SelectMany(sheet => StatedRates.Find(sheet, computed)));
            beliefs.AddRange(alike.SelectMany(sheet => RowSums.Find(sheet, computed, corrections, sheets.Count, wanted)));
        }

        beliefs.AddRange(sheets.SelectMany(Products.Find));
        beliefs.AddRange(sheets.SelectMany(sheet => Rates.Find(sheet, beliefs)).ToList());
        beliefs.AddRange(sheets.SelectMany(TrialBalances.Find));
        beliefs.AddRange(sheets.SelectMany(RunningBalances.Find));
        beliefs.AddRange(Repetitions.Find(sheets));
        beliefs.AddRange(PostingsToDate.Find(sheets));
        beliefs.AddRange(NoteSums.Find(document));
        beliefs.RemoveAll(belief => belief is { Strength: Strength.Failing, Unmarked.Count: > 0, Sums.Count: > 0 } and ({ Held: 0 } or { LacksNamed: true }) && IsMarkedElsewhere(belief, sheets));
        return UncertainPlaces.Without(new Findings(beliefs, wanted), document);
    }

    /// <summary>
    /// What is tested of a statement for which relations were declared. What a person declares holds as it stands, and of
    /// the figures that it speaks of nothing else is found; a relation that was saved from another document gives way to
    /// what is found where the lines have changed.
    /// </summary>
    /// <param name="document">The statement as read.</param>
    /// <param name="declared">What was declared, as it applies to the statement.</param>
    /// <param name="veto">The names of relations that are not to be tested, nor found again.</param>
    /// <param name="match">The lines of a template found in the statement; null without a template.</param>
    /// <param name="isAsked">Whether to find what nothing was declared of.</param>
    /// <param name="source">The name of the relations file for remarks; null for none.</param>
    /// <param name="found">What is found in the statement, where it is looked for elsewhere too; null to look for it here.</param>
    public static RelationSet Beside(
        PublishedStatement document, RelationSet declared, IReadOnlyCollection<string> veto, TemplateMatch? match, bool isAsked, string? source, Lazy<RelationSet>? found = null) =>
        isAsked || declared.Misfits.Count > 0 || declared.Declarations.Values.Any(declaration => declaration.IsSaved)
            ? new BesideDeclared(document, veto, (found?.Value ?? Discover(document)).Relations).With(declared, match is null ? [] : TemplateRelations.Of(match).Relations, isAsked, source)
            : declared;

    // By what each figure of a line would have to change for the line to hold.
    private static Dictionary<PublishedFigure, decimal> Corrections(List<Belief> identities)
    {
        var corrections = new Dictionary<PublishedFigure, decimal>();
        foreach (var (target, terms) in identities.SelectMany(belief => belief.Sums).Where(sum => sum.Target.Amount is not null && sum.Terms.All(term => term.Figure.Amount is not null)))
        {
            var residual = terms.Sum(term => term.Coefficient * term.Figure.Amount!.Value) - target.Amount!.Value;
            if (Math.Abs(residual) > terms.Select(term => term.Figure).Append(target).Sum(figure => figure.Width) / 2)
            {
                corrections[target] = residual;
                foreach (var (figure, coefficient) in terms)
                {
                    corrections[figure] = -coefficient * residual;
                }
            }
        }

        return corrections;
    }

    private static RelationSet Set(IReadOnlyList<Belief> beliefs, PublishedStatement document)
    {
        var columns = document.Figures.Where(figure => figure.Amount is not null).CountBy(figure => figure.Column).ToDictionary();
        var figures = columns.Values.Sum();
        var order = beliefs.Where(belief => belief.Strength != Strength.Failing || belief is { IsExpected: true, Held: > 0 }).Sum(belief => belief.Order);
        var isList = IsList(beliefs, figures) && beliefs[0] is { Sums.Count: var sums, Held: var held } list
            && ((order >= EnoughForList && held == sums) || (list.Near >= EnoughForSlip && held >= sums - 1));
        var isShown = order >= EnoughOrder || isList || IsAll(beliefs, document);
        var failing = beliefs.Count(belief => belief is { Strength: Strength.Failing, Held: 0 });
        var relations = new RelationSetBuilder(document.Source);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var belief in beliefs.Where(belief => (isShown && (isList || belief.Strength != Strength.Failing || failing <= MostFailing * (beliefs.Count - failing)))
            || belief.LacksNamed || (document.Tables.Count == 1 && IsShortList(belief, columns))))
        {
            foreach (var (target, terms) in belief.Sums)
            {
                if (known.Add(string.Join(' ', terms.Select(term => term.Figure.Id).Append(target.Id).Order(StringComparer.Ordinal))))
                {
                    relations.Add(null, new RelationDraft(belief.Kind, RelationBasis.Discovered, belief.Because, target,
                        [.. terms.Select(term => new RelationDraftTerm(term.Figure.Caption, term.Figure, term.Coefficient))])
                    { Constant = belief.Constant, RoundedTo = belief.RoundedTo, AsPrinted = belief.AsPrinted });
                }
            }
        }

        return relations.ToSet();
    }

    // The amounts of the smallest statements stand in too few orders to show anything; where captions say what they come to, they do to the
    // last of several digits, and no amount is left over, there is nothing else that they could say.
    private static bool IsAll(IReadOnlyList<Belief> beliefs, PublishedStatement document)
    {
        var sums = beliefs.SelectMany(belief => belief.Sums).ToList();
        var reached = sums.SelectMany(sum => sum.Terms.Select(term => term.Figure).Append(sum.Target)).ToHashSet();
        return sums.TrueForAll(sum => Findings.Holds(sum) == true && sum.Terms.Count > 1) && document.Figures.All(figure => figure.Amount is null or 0 || reached.Contains(figure))
            && sums.Exists(sum => sum.Terms.Select(term => term.Figure).Append(sum.Target).Min(SignificantDigits) >= FewestDigits);
    }

    // A list with its total in some columns of the only table, and nothing else in them, that falls short of it.
    private static bool IsShortList(Belief belief, Dictionary<int, int> columns) =>
        belief is { IsDelimited: true, Held: 0, Strength: Strength.Failing } && belief.Sums.Any(sum => sum.Terms.Count >= FewestOfList)
        && belief.Sums.Sum(sum => sum.Terms.Count + 1) == belief.Sums.Select(sum => sum.Target.Column).Distinct().Sum(column => columns.GetValueOrDefault(column));

    // What its caption names and no line of its table bears may stand in another table; a list of its own there is numbered anew.
    private static bool IsMarkedElsewhere(Belief belief, List<Sheet> sheets)
    {
        var named = Formula.MarksIn(belief.Sums[0].Target.Caption).Select(term => term.Mark).ToHashSet(StringComparer.Ordinal);
        return sheets.Select(sheet => sheet.Table.Lines.Select(line => Formula.MarkOf(line.Caption)).OfType<string>().ToHashSet(StringComparer.Ordinal))
            .Any(marks => belief.Unmarked.Any(marks.Contains) && !named.IsSubsetOf(marks));
    }

    private static int SignificantDigits(PublishedFigure figure)
    {
        var amount = Math.Abs(figure.Amount ?? 0) * 1_000_000_000m;
        var digits = 0;
        for (var isBehind = true; amount >= 1; amount = decimal.Truncate(amount / 10))
        {
            isBehind &= amount % 10 == 0;
            digits += isBehind ? 0 : 1;
        }

        return digits;
    }

    private static bool IsList(IReadOnlyList<Belief> beliefs, int figures) =>
        beliefs is [{ Kind: RelationKind.Total or RelationKind.RollForward, Sums: [_, ..] sums }] && sums.Sum(sum => sum.Terms.Count + 1) == figures;
}

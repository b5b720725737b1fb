namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// What each figure of a statement is made of: balances added and taken off. Amounts and the entries behind them
/// both follow from it, so that the entries behind a figure add up to it.
/// </summary>
public sealed class StatementPlan
{
    private readonly IReadOnlyList<Column> _columns;
    private readonly Dictionary<(TemplateLine Line, int Column), IReadOnlyList<FigureTerm>> _terms = [];

    /// <summary>Plans a statement.</summary>
    /// <param name="template">The template; a column of each fund becomes a column a fund.</param>
    /// <param name="scope">What is asked for.</param>
    /// <exception cref="ArgumentException">There is no fund, funds are of different currencies, or a column names a fund that is not among them.</exception>
    public StatementPlan(StatementTemplate template, StatementScope scope)
    {
        if (scope.Funds.Select(fund => fund.Currency).Distinct().Count() != 1)
        {
            throw new ArgumentException("A statement is of one fund or more, all of one currency.", nameof(scope));
        }

        (Template, Scope) = (template.ForFunds(scope.Funds.Select(fund => fund.Code.Text)), scope);
        _columns = [.. Template.Columns.Select(column => new Column(column, FundOf(column, scope), scope))];
        foreach (var line in Template.AmountLines)
        {
            for (var column = 0; column < _columns.Count; column++)
            {
                _ = TermsOf(line, column);
            }
        }

        Balances = [.. _terms.Values.SelectMany(terms => terms).Select(term => term.Balance)
            .Concat(Enumerable.Range(0, _columns.Count).SelectMany(ShownAsRestated).SelectMany(terms => terms).Select(term => term.AsPublished().Balance))
            .Distinct()];
        DonorBalances = [.. Template.AmountLines.Where(line => Template.Notes.Any(note => note.ByDonor && note.Marker == line.Note))
            .SelectMany(line => TermsOf(line, 0)).Select(term => term.Balance).Distinct()];
    }

    /// <summary>The template, with a column for each fund.</summary>
    public StatementTemplate Template { get; }

    /// <summary>What was asked for.</summary>
    public StatementScope Scope { get; }

    /// <summary>The trial balances that the statement is made from, each once.</summary>
    public IReadOnlyList<BalanceRequest> Balances { get; }

    /// <summary>Those of them that are needed by donor.</summary>
    public IReadOnlyList<BalanceRequest> DonorBalances { get; }

    /// <summary>What an entry contributes to a figure; the entries of the journal together make the figure.</summary>
    /// <param name="line">The name of the line.</param>
    /// <param name="column">The column, from 0.</param>
    /// <param name="posted">The entry.</param>
    public Money ContributionOf(string line, int column, PostedEntry posted) => TermsOf(Template[line], column)
        .Aggregate(Money.Zero(Scope.Fund.Currency), (sum, term) => sum + term.In(posted));

    /// <summary>Every figure that an entry moves, with what it contributes: lines in printed order, then the donors of the notes.</summary>
    /// <param name="posted">The entry.</param>
    public IEnumerable<(StatementFigure Figure, Money Amount)> EffectsOf(PostedEntry posted) =>
        from effect in LineEffects(posted).Concat(NoteEffects(posted))
        where !effect.Amount.IsZero
        select effect;

    private IEnumerable<(StatementFigure Figure, Money Amount)> LineEffects(PostedEntry posted) =>
        from line in Template.AmountLines
        from column in Enumerable.Range(0, _columns.Count)
        select (new StatementFigure(line.Id!, column), ContributionOf(line.Id!, column, posted));

    private IEnumerable<(StatementFigure Figure, Money Amount)> NoteEffects(PostedEntry posted) =>
        from note in Template.Notes.Where(note => note.ByDonor)
        let line = Template.AmountLines.FirstOrDefault(line => line.Note == note.Marker)
        where line is not null
        from donor in posted.Entry.Postings.Select(posting => posting.Donor).Distinct()
        select (new StatementFigure(line.Id!, 0, note.Marker, donor), TermsOf(line, 0)
            .Aggregate(Money.Zero(Scope.Fund.Currency), (sum, term) => sum + term.In(posted, posting => posting.Donor == donor)));

    internal IReadOnlyList<FigureTerm> TermsOf(TemplateLine line, int column)
    {
        if (!_terms.TryGetValue((line, column), out var terms))
        {
            _terms.Add((line, column), terms = [.. Terms(line, column)]);
        }

        return terms;
    }

    internal ReportingPeriod PeriodOf(int column) => _columns[column].Days;

    /// <summary>Whether a column shows what restatements changed: a figure other than it was published, but for the bridge of the opening balance.</summary>
    internal bool IsRestated(int column, IReadOnlyDictionary<BalanceRequest, TrialBalance> balances)
    {
        Money Sum(IEnumerable<FigureTerm> terms) => terms.Aggregate(Money.Zero(Scope.Fund.Currency), (sum, term) => sum + term.In(balances[term.Balance], _ => true));
        return ShownAsRestated(column).Any(terms => Sum(terms) != Sum(terms.Select(term => term.AsPublished())));
    }

    private IEnumerable<IReadOnlyList<FigureTerm>> ShownAsRestated(int column) => _columns[column].Template.AsRestated
        ? Template.AmountLines.Where(line => line.Measure is Measure.Movement or Measure.Closing).Select(line => TermsOf(line, column))
        : [];

    private static Fund FundOf(TemplateColumn column, StatementScope scope) => column.Fund == ColumnFund.One
        ? scope.Funds.FirstOrDefault(fund => fund.Code.Text == column.Heading)
            ?? throw new ArgumentException($"There is no fund '{column.Heading}', which a column is headed by; there are {string.Join(", ", scope.Funds.Select(fund => fund.Code))}.", nameof(scope))
        : scope.Fund;

    private IEnumerable<FigureTerm> Terms(TemplateLine line, int column)
    {
        var asked = _columns[column];
        if (asked.Template is { IsFormula: true, Accounts: null })
        {
            return Combined(asked.Template.Add, asked.Template.Less, part => TermsOf(line, Template.ColumnOf(part)));
        }

        var eliminates = asked.Template.Fund == ColumnFund.Eliminations;
        if (line.Accounts is null || (eliminates && line.HasRelation))
        {
            return Combined(line.Add, line.Less, part => TermsOf(Template[part], column));
        }

        if (line.IsUnmatched != eliminates && line.IsUnmatched)
        {
            return [];
        }

        bool Selects(Account account) => line.Accounts.Selects(account)
            && asked.Template.Accounts?.Selects(account) != false
            && (!eliminates || Scope.InterfundAccounts.Contains(account.Code));
        var sign = (line.Positive == Side.Debit ? 1 : -1) * (eliminates && !line.IsUnmatched ? -1 : 1);
        return from fund in eliminates ? Scope.Funds : [asked.Fund]
               from term in asked.TermsOf(line)
               select new FigureTerm(sign * term.Sign, term.Balance, fund, term.NetAssetsAlone
                   ? account => account.Type == AccountType.NetAssets && Selects(account)
                   : Selects);
    }

    private static IEnumerable<FigureTerm> Combined(
        IReadOnlyList<string> add, IReadOnlyList<string> less, Func<string, IReadOnlyList<FigureTerm>> termsOf) =>
        [.. add.SelectMany(termsOf), .. less.SelectMany(termsOf).Select(term => term.Times(-1))];

    /// <summary>A column with its fund, its days and the books that it means.</summary>
    private sealed class Column
    {
        private readonly LedgerCutoff _opening;
        private readonly LedgerCutoff _openingPublished;
        private readonly LedgerCutoff _closing;

        internal Column(TemplateColumn template, Fund fund, StatementScope scope)
        {
            (Template, Fund, Days) = (template, fund, StatementAmounts.PeriodOf(template, scope.Period));
            LedgerCutoff Recorded(LedgerCutoff cutoff) => template.KnownAt is { } instant
                ? cutoff with { KnownAt = instant }
                : cutoff with { KnownAt = scope.KnownAt, Sequence = scope.Sequence };
            (_openingPublished, var closingPublished) = (Recorded(LedgerCutoff.Before(Days)), Recorded(LedgerCutoff.At(Days)));
            (_opening, _closing) = (_openingPublished with { AsRestated = template.AsRestated }, closingPublished with { AsRestated = template.AsRestated });
        }

        internal TemplateColumn Template { get; }

        internal Fund Fund { get; }

        internal ReportingPeriod Days { get; }

        internal IEnumerable<(int Sign, BalanceRequest Balance, bool NetAssetsAlone)> TermsOf(TemplateLine line)
        {
            var (measure, terms) = (line.Measure, OfAll(line.Measure, line.Nature));
            return Template.Entries switch
            {
                EntryClass.Adjusting => Adjusting(measure, 1),
                EntryClass.Unadjusted => terms.Concat(Adjusting(measure, -1)),
                _ => terms,
            };
        }

        private IEnumerable<(int Sign, BalanceRequest Balance, bool NetAssetsAlone)> OfAll(Measure measure, RestatementNature? nature) => measure switch
        {
            Measure.Opening => [(1, new(_opening), false)],
            Measure.ReportedOpening => [(1, new(_openingPublished), false)],
            Measure.OpeningRestatement => OpeningRestated(nature),
            Measure.Closing => [(1, new(_closing), false)],
            // Revenue and expense that a restatement moves within the period are its result.
            Measure.Restatement => OpeningRestated(nature).Append((1, OfClass(EntryClass.Restatement) with { Nature = nature }, true)),
            Measure.Transfer => [(1, OfClass(EntryClass.Transfer), false)],
            Measure.Direct => [(1, new(_closing), false), (-1, new(_opening), false),
                (-1, OfClass(EntryClass.Restatement), false), (-1, OfClass(EntryClass.Transfer), false)],
            _ => [(1, new(_closing), false), (-1, new(_opening), false)],
        };

        private IEnumerable<(int Sign, BalanceRequest Balance, bool NetAssetsAlone)> OpeningRestated(RestatementNature? nature) => !Template.AsRestated ? []
            : nature is null ? [(1, new(_opening), false), (-1, new(_openingPublished), false)]
            : [(1, new(_opening, _openingPublished, EntryClass.Restatement, nature), false), (-1, new(_openingPublished, _opening, EntryClass.Restatement, nature), false)];

        // Adjusting entries of earlier periods are in the opening balances, adjusted or not.
        private IEnumerable<(int Sign, BalanceRequest Balance, bool NetAssetsAlone)> Adjusting(Measure measure, int sign) =>
            measure is Measure.Movement or Measure.Closing ? [(sign, OfClass(EntryClass.Adjusting), false)] : [];

        private BalanceRequest OfClass(EntryClass entries) => new(_closing, _opening, entries);
    }
}

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// The declaration of a statement as data: its lines and columns, what each line selects or adds up,
/// its notes, its unit, rounding and house style. Immutable and consistent: every line that another
/// names exists, and no line is made of itself.
/// </summary>
public sealed class StatementTemplate
{
    private readonly Dictionary<string, TemplateLine> _byId;

    /// <summary>Creates a template.</summary>
    /// <param name="name">Its name: lower-case words joined by hyphens.</param>
    /// <param name="version">Its version, 1 or more; shown on everything made with it.</param>
    /// <param name="title">The title of the statement, with placeholders.</param>
    /// <param name="unitLine">The line that states the unit: <c>(United States dollars)</c>.</param>
    /// <param name="unit">What one printed unit is worth in units of the currency: 1, 1000, 1000000.</param>
    /// <param name="decimals">Printed decimals, 0 to 8.</param>
    /// <param name="rounding">How figures are rounded, each on its own.</param>
    /// <param name="style">How figures are printed.</param>
    /// <param name="columns">The amount columns, one or more.</param>
    /// <param name="lines">The lines in printed order.</param>
    /// <param name="notes">The notes.</param>
    /// <exception cref="TemplateException">The parts do not fit together; every fault is named.</exception>
    public StatementTemplate(
        string name, int version, string title, string unitLine, decimal unit, int decimals, RoundingRule rounding,
        HouseStyle style, IReadOnlyList<TemplateColumn> columns, IReadOnlyList<TemplateLine> lines,
        IReadOnlyList<TemplateNote> notes)
    {
        (Name, Version, Title, UnitLine, Unit) = (name, version, title, unitLine, unit);
        (Decimals, Rounding, Style) = (decimals, rounding, style);
        (Columns, Lines, Notes) = ([.. columns], [.. lines], [.. notes]);
        _byId = new Dictionary<string, TemplateLine>(StringComparer.Ordinal);
        var faults = Faults().ToList();
        if (faults.Count > 0)
        {
            throw new TemplateException(name, faults);
        }
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its version.</summary>
    public int Version { get; }

    /// <summary>The title of the statement, with placeholders.</summary>
    public string Title { get; }

    /// <summary>The line that states the unit.</summary>
    public string UnitLine { get; }

    /// <summary>What one printed unit is worth in units of the currency.</summary>
    public decimal Unit { get; }

    /// <summary>Printed decimals.</summary>
    public int Decimals { get; }

    /// <summary>How figures are rounded, each on its own.</summary>
    public RoundingRule Rounding { get; }

    /// <summary>How figures are printed.</summary>
    public HouseStyle Style { get; }

    /// <summary>The amount columns.</summary>
    public IReadOnlyList<TemplateColumn> Columns { get; }

    /// <summary>The lines in printed order.</summary>
    public IReadOnlyList<TemplateLine> Lines { get; }

    /// <summary>The notes.</summary>
    public IReadOnlyList<TemplateNote> Notes { get; }

    /// <summary>The lines with amounts, in printed order.</summary>
    public IEnumerable<TemplateLine> AmountLines => Lines.Where(line => !line.IsHeading);

    /// <summary>The line of a name.</summary>
    /// <exception cref="KeyNotFoundException">The template has none of that name.</exception>
    public TemplateLine this[string id] => _byId[id];

    /// <summary>Whether it has a line of that name.</summary>
    public bool Has(string id) => _byId.ContainsKey(id);

    /// <summary>The same with a column for each fund in the place of the column that shows each.</summary>
    /// <param name="codes">The codes of the funds, in the order of their columns.</param>
    public StatementTemplate ForFunds(IEnumerable<string> codes)
    {
        if (Columns.FirstOrDefault(column => column.Fund == ColumnFund.Each) is not { } each)
        {
            return this;
        }

        var funds = codes.Select(code => each with { Id = $"{each.Id}.{code}", Heading = code, Fund = ColumnFund.One }).ToList();
        IReadOnlyList<string> Parts(IReadOnlyList<string> parts) =>
            [.. parts.SelectMany(part => part == each.Id ? funds.Select(fund => fund.Id!) : [part])];
        return With(
            [.. Columns.SelectMany(column => column == each ? funds : [column with { Add = Parts(column.Add), Less = Parts(column.Less) }])], Lines);
    }

    /// <summary>
    /// The same with every column as restated, and the opening balance with its bridge: as previously reported,
    /// adjustments, as restated; unless its lines tell of restatements themselves. The adjustments are shown by nature
    /// (error, change of policy, initial application), as far as there are any.
    /// </summary>
    /// <param name="scope">What the statement is asked of.</param>
    /// <param name="restatements">The restatements of the books; other entries show nothing.</param>
    public StatementTemplate AsRestated(StatementScope scope, IEnumerable<PostedEntry> restatements)
    {
        var restated = AsRestated();
        var natures = RestatementBridge.Natures(restated, scope, restatements);
        return natures.Count == 0 || Lines.Any(line => line.Nature is not null) ? restated
            : restated.With(restated.Columns, [.. restated.Lines.SelectMany(line => IsAdjustment(line) && !line.HasRelation ? RestatementBridge.ByNature(line, natures) : [line])]);
    }

    /// <summary>The same with every column as restated, and the bridge of the opening balance in one amount.</summary>
    public StatementTemplate AsRestated()
    {
        var restated = WithRestatedColumns();
        return Lines.Any(IsAdjustment) ? restated
            : restated.With(restated.Columns, [.. Lines.SelectMany(line => line.Measure == Measure.Opening && !line.HasRelation ? RestatementBridge.Of(line) : [line])]);
    }

    /// <summary>The same lines with every column as restated.</summary>
    public StatementTemplate WithRestatedColumns() => With([.. Columns.Select(column => column with { AsRestated = true })], Lines);

    private static bool IsAdjustment(TemplateLine line) => line.Measure is Measure.Restatement or Measure.OpeningRestatement;

    /// <summary>Which column has a name.</summary>
    /// <exception cref="KeyNotFoundException">The template has none of that name.</exception>
    internal int ColumnOf(string id) => Columns.ToList().FindIndex(column => column.Id == id) is >= 0 and var index
        ? index
        : throw new KeyNotFoundException($"Template {this} has no column '{id}'.");

    /// <summary>Name and version: <c>un-trust-fund-status v1</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} v{Version}");

    private StatementTemplate With(IReadOnlyList<TemplateColumn> columns, IReadOnlyList<TemplateLine> lines) =>
        new(Name, Version, Title, UnitLine, Unit, Decimals, Rounding, Style, columns, lines, Notes);

    private IEnumerable<string> ColumnFaults()
    {
        var named = Columns.Where(column => column.Id is not null).GroupBy(column => column.Id!).ToList();
        foreach (var twice in named.Where(group => group.Count() > 1))
        {
            yield return $"column '{twice.Key}' stands twice";
        }

        if (Columns.Count(column => column.Fund == ColumnFund.Each) > 1)
        {
            yield return "more than one column shows each fund";
        }

        foreach (var (index, column) in Columns.Index())
        {
            var name = column.Id ?? FormattableString.Invariant($"number {index + 1}");
            var parts = column.Add.Concat(column.Less).ToList();
            if (column.YearsBefore < 0)
            {
                yield return $"column '{name}' is of a year to come";
            }

            foreach (var part in parts.Where(part => named.TrueForAll(group => group.Key != part)))
            {
                yield return $"column '{name}' names a column '{part}' that there is none of";
            }

            if (parts.GroupBy(part => part).FirstOrDefault(group => group.Count() > 1) is { } twice)
            {
                yield return $"column '{name}' names column '{twice.Key}' twice";
            }

            if (column.Id is { } id && IsMadeOfItself(id, column, []))
            {
                yield return $"column '{name}' is made of itself";
            }
        }
    }

    private bool IsMadeOfItself(string id, TemplateColumn column, HashSet<string> seen) => column.Add.Concat(column.Less).Any(part =>
        part == id || (seen.Add(part) && Columns.FirstOrDefault(next => next.Id == part) is { } next && IsMadeOfItself(id, next, seen)));

    private IEnumerable<string> Faults()
    {
        if (Columns.Count == 0)
        {
            yield return "it has no column";
        }

        if (Unit <= 0 || Decimals is < 0 or > 8)
        {
            yield return "the unit must be positive and the decimals 0 to 8";
        }

        foreach (var fault in ColumnFaults())
        {
            yield return fault;
        }

        foreach (var line in AmountLines.Where(line => !_byId.TryAdd(line.Id!, line)))
        {
            yield return $"line '{line.Id}' stands twice";
        }

        foreach (var line in AmountLines)
        {
            foreach (var part in line.Add.Concat(line.Less).Where(part => !_byId.ContainsKey(part)))
            {
                yield return $"line '{line.Id}' names a line '{part}' that there is none of";
            }

            if (line.Add.Concat(line.Less).GroupBy(part => part).FirstOrDefault(group => group.Count() > 1) is { } twice)
            {
                yield return $"line '{line.Id}' names line '{twice.Key}' twice";
            }

            if (line.EqualTo is { } equal && (equal == line.Id || !_byId.ContainsKey(equal)))
            {
                yield return $"line '{line.Id}' is to equal a line '{equal}' that there is no other of";
            }

            if (line.Note is not null && Notes.All(note => note.Marker != line.Note))
            {
                yield return $"line '{line.Id}' names a note '{line.Note}' that there is none of";
            }

            if (line.Nature is not null && !IsAdjustment(line))
            {
                yield return $"line '{line.Id}' names the nature of restatements and shows none";
            }

            if (IsMadeOfItself(line.Id!, line, []))
            {
                yield return $"line '{line.Id}' is made of itself";
            }
        }
    }

    private bool IsMadeOfItself(string id, TemplateLine line, HashSet<string> seen) => line.Add.Concat(line.Less).Any(part =>
        part == id || (seen.Add(part) && _byId.TryGetValue(part, out var next) && IsMadeOfItself(id, next, seen)));
}

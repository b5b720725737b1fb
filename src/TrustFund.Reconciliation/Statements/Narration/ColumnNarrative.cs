namespace TrustFund.Reconciliation.Statements;

/// <summary>The paragraphs of a narrative that speak of one column of a statement.</summary>
internal sealed class ColumnNarrative(Statement statement, NarrativeLines lines, NarrativeWords words, int column)
{
    private readonly ReportingPeriod _period = StatementAmounts.PeriodOf(statement.Template.Columns[column], statement.Period);

    /// <summary>The column of the year before; negative for none.</summary>
    internal int Prior { get; init; } = -1;

    /// <summary>The column of what the funds owe and hand to one another; negative for none.</summary>
    internal int Eliminations { get; init; } = -1;

    /// <summary>What passed between donors and the fund; null where it is not known.</summary>
    internal DonorFlows? Flows { get; init; }

    /// <summary>To whom contributions were made: <c> to CLIM</c>.</summary>
    internal required string To { get; init; }

    /// <summary>What the column is of, to begin a sentence: <c>The Trust Fund for Education</c>.</summary>
    internal required string Name { get; init; }

    /// <summary>Whose figures they are: <c> of CLIM</c>; empty where that goes without saying.</summary>
    internal required string Of { get; init; }

    /// <summary>Whose donors they are: <c> of CLIM</c>; empty where that goes without saying.</summary>
    internal string Whose { get; init; } = "";

    /// <summary>The paragraphs; those with nothing to tell are left out.</summary>
    internal IReadOnlyList<string> Paragraphs() =>
        [.. (IsIdle ? [Idle(), Balance()] : new[] { Contributions(), Donors(), Revenue(), Expenses(), Balance() })
            .Select(sentences => string.Join(' ', sentences)).Where(text => text.Length > 0)];

    private bool IsIdle => !HasPrior && Flows is null or { Received.IsZero: true, Refunded.IsZero: true, RefundsByDonor.Count: 0 }
        && new[] { lines.Contributions, lines.Revenue, lines.Expenses, lines.Result }.All(line => line?.Cells[column].Exact.IsZero != false);

    private string Year => words.Period(_period);

    private IEnumerable<string> Idle() => [$"{Name} had neither revenue nor expenses in {Year}."];

    private IEnumerable<string> Contributions()
    {
        if (lines.Contributions is { } line)
        {
            var (cell, refunds) = (line.Cells[column], Flows?.RefundsByDonor.Values.Aggregate(Money.Zero(statement.Fund.Currency), (sum, amount) => sum + amount));
            var after = refunds is { } amount && words.Rounded(amount) > 0 ? $", after refunds to donors of {words.Magnitude(amount)}" : "";
            yield return cell.Rounded switch
            {
                > 0 => $"{line.Caption}{To} recognized as revenue in {Year} amounted to {words.Magnitude(cell.Rounded)}{after}{Compared(line)}.",
                < 0 => $"Refunds to donors exceeded what was recognized in {Year} as contributions{To} by {words.Magnitude(cell.Rounded)}{Compared(line)}.",
                _ when cell.Exact.IsZero => $"No contributions{To} were recognized as revenue in {Year}{after}{Compared(line)}.",
                _ => $"Contributions{To} recognized as revenue in {Year} round to nil{after}{Compared(line)}.",
            };
        }

        if (Flows is { } flows)
        {
            yield return Cash(words.Rounded(flows.Received), words.Rounded(flows.Refunded));
        }
    }

    // Cash is kept apart from revenue, in a sentence of its own; the same amount is not stated twice, since it would seem to be the same.
    private string Cash(decimal received, decimal refunded)
    {
        var refund = refunded > 0 ? $"; cash refunded to donors amounted to {words.Magnitude(refunded)}" : "";
        return received switch
        {
            0 => $"No cash was received from donors{Whose} in {Year}{refund}.",
            < 0 => $"Receipts from donors{Whose} taken back in {Year} exceeded those recorded by {words.Magnitude(received)}{refund}.",
            _ when received == lines.Contributions?.Cells[column].Rounded => $"Cash received from donors{Whose} in {Year} came to the same amount{refund}.",
            _ => $"Cash received from donors{Whose} in {Year}, for contributions of whatever year, amounted to {words.Magnitude(received)}{refund}.",
        };
    }

    // Those of the note or, where no note names them, those whom the entries name.
    private IEnumerable<StatementNoteItem> Contributors => lines.Contributions is null
        ? (Flows?.RecognizedByDonor ?? new Dictionary<Donor, Money>()).Select(pair => new StatementNoteItem(pair.Key, pair.Key.Name, FigureFormat.Cell(pair.Value, statement.Template, inNote: true)))
        : column == 0 ? lines.Donors?.Items ?? [] : [];

    private IEnumerable<string> Donors()
    {
        var items = Contributors.OrderBy(item => item.Donor is null).ThenByDescending(item => Math.Abs(item.Cell.Exact.MinorUnits))
            .ThenBy(item => item.Name, StringComparer.Ordinal).ToList();
        var given = items.FindAll(item => item.Cell.Exact.MinorUnits > 0);
        var refunded = items.FindAll(item => item.Cell.Exact.MinorUnits < 0);
        var whole = (Flows?.RefundsByDonor ?? new Dictionary<Donor, Money>()).Keys
            .Where(donor => items.TrueForAll(item => item.Donor?.Code != donor.Code)).Select(donor => words.Name(donor.Name)).Order(StringComparer.Ordinal).ToList();
        List<string> told = [];
        if (given.Count > 0)
        {
            var named = given.Count(item => item.Donor is not null);
            told.Add((named, given.Count - named) switch
            {
                (1, 0) => $"The only contributor{(Whose.Length > 0 ? To : "")} was {Given(given[0])}",
                (0, _) => $"The books name no contributor of {words.Signed(given[0].Cell.Rounded)}",
                _ => $"Contributions{(Whose.Length > 0 ? To : "")} were recognized from {AmountText.Count(named)} {(named == 1 ? "donor" : "donors")}{(named == 1 ? "" : ", in order of amount")}: {NarrativeWords.List([.. given.Select(Given)])}",
            });
        }

        if (refunded.Count > 0)
        {
            told.Add($"on balance contributions{(Whose.Length > 0 ? To : "")} were refunded to {NarrativeWords.List([.. refunded.Select(item => $"{words.Name(item.Name)} ({Amount(item.Cell)})")])}");
        }

        if (whole.Count > 0)
        {
            told.Add($"what was recognized from {NarrativeWords.List(whole)} was refunded in full");
        }

        if (told.Count > 0)
        {
            var sentence = string.Join("; ", told);
            yield return char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
        }
    }

    private string Given(StatementNoteItem item) => item.Donor is { } donor && Flows?.RefundsByDonor.GetValueOrDefault(donor, Money.Zero(statement.Fund.Currency)) is { } refund && words.Rounded(refund) > 0
        ? $"{words.Name(item.Name)} ({Amount(item.Cell)} after {words.Magnitude(refund)} was refunded)"
        : $"{words.Name(item.Name)} ({Amount(item.Cell)})";

    private string Amount(StatementCell cell) => cell.Rounded == 0 ? "an amount that rounds to nil" : words.Magnitude(cell.Rounded);

    private IEnumerable<string> Revenue()
    {
        foreach (var line in lines.OtherRevenue.Where(IsTold))
        {
            yield return $"{line.Caption}{Of} amounted to {words.Signed(line.Cells[column].Rounded)}{Compared(line)}.";
        }

        if (lines.Revenue is { } revenue && (IsTold(revenue) || lines.OtherRevenue.Any(IsTold)))
        {
            yield return $"{revenue.Caption}{Of} amounted to {words.Signed(revenue.Cells[column].Rounded)}{Compared(revenue)}.";
        }
    }

    private IEnumerable<string> Expenses()
    {
        var parts = lines.ExpenseParts.Where(line => line.Cells[column].Rounded != 0).ToList();
        if (lines.Expenses is { } expenses)
        {
            yield return IsTold(expenses)
                ? $"{expenses.Caption}{Of} amounted to {words.Signed(expenses.Cells[column].Rounded)}{Compared(expenses)}."
                : $"There were no expenses{Of} in {Year}.";
        }

        if (parts.Count > 1)
        {
            yield return $"They consisted of {NarrativeWords.List([.. parts.OrderByDescending(line => line.Cells[column].Exact).Select(Part)])}.";
        }

        var eliminated = Eliminations < 0 ? 0 : lines.Expenses?.Cells[Eliminations].Rounded ?? 0;
        if (eliminated != 0)
        {
            yield return $"Revenue and expenses of {words.Magnitude(eliminated)} between the funds have been eliminated.";
        }

        yield return Result(lines.Result!);
    }

    private string Part(StatementLine line) => line.Cells[column].Rounded > 0
        ? $"{NarrativeWords.Within(line.Caption)} ({words.Magnitude(line.Cells[column].Rounded)})"
        : $"less {NarrativeWords.Within(line.Caption)} ({words.Magnitude(line.Cells[column].Rounded)})";

    private string Result(StatementLine line)
    {
        string Named(StatementCell cell) => cell.Rounded switch
        {
            > 0 => $"a surplus of {words.Magnitude(cell.Rounded)}",
            < 0 => $"a deficit of {words.Magnitude(cell.Rounded)}",
            _ => "neither a surplus nor a deficit",
        };

        var before = HasPrior ? $", compared with {Named(line.Cells[Prior])} in {PriorYear}" : "";
        return $"The result{Of} for {Year} was {Named(line.Cells[column])}{before}.";
    }

    private IEnumerable<string> Balance()
    {
        if (lines is not { Opening: { } opening, Closing: { } closing } || (opening.Cells[column].Exact.IsZero && closing.Cells[column].Exact.IsZero && IsIdle))
        {
            yield break;
        }

        var (first, last) = (opening.Cells[column].Rounded, closing.Cells[column].Rounded);
        var noun = NounOf(closing);
        if (lines.Reported is { } reported && lines.Restatements.Any(line => line.Cells[column].Rounded != 0))
        {
            var causes = NarrativeWords.List([.. lines.Restatements.Where(line => line.Cells[column].Rounded != 0)
                .Select(line => $"{NarrativeWords.Within(line.Caption)} of {words.Signed(line.Cells[column].Rounded)}")]);
            yield return $"{noun}{Of} at {words.Day(_period.Start)}, previously reported as {words.Signed(reported.Cells[column].Rounded)}, stood at {words.Signed(first)} after {causes}.";
        }

        foreach (var line in lines.Direct.Where(line => line.Cells[column].Rounded != 0))
        {
            yield return $"{line.Caption}{Of} amounted to {words.Signed(line.Cells[column].Rounded)}.";
        }

        foreach (var (_, _, difference) in statement.Unexplained.Where(found => found.Line == closing && found.Column == column && words.Rounded(found.Difference) != 0))
        {
            yield return $"Items that the statement has no line for amounted to {words.Signed(words.Rounded(difference))}.";
        }

        var (from, to) = ($"at {words.Day(_period.Start)}", $"at {words.Day(_period.End)}");
        if (IsSurplus(closing) && (first < 0 || last < 0))
        {
            yield return $"{(Of.Length == 0 ? "The fund" : Name)} had {Level(first)} {from} and {Level(last)} {to}.";
        }
        else
        {
            yield return first == last
                ? $"{noun}{Of} stood at {words.Signed(first)} both {from} and {to}."
                : $"{noun}{Of} {(last > first ? "rose" : "fell")} from {words.Signed(first)} {from} to {words.Signed(last)} {to}.";
        }
    }

    private string Level(decimal rounded) => rounded == 0
        ? "neither an accumulated surplus nor a deficit"
        : $"an accumulated {(rounded < 0 ? "deficit" : "surplus")} of {words.Magnitude(rounded)}";

    private static bool IsSurplus(StatementLine closing) => closing.Caption.Contains("surplus", StringComparison.OrdinalIgnoreCase);

    private static string NounOf(StatementLine closing) => IsSurplus(closing) ? "The accumulated surplus" : closing.Caption.Split(',')[0];

    private bool IsTold(StatementLine line) => line.Cells[column].Rounded != 0 || (HasPrior && line.Cells[Prior].Rounded != 0);

    // Before the books begin there are balances that were taken on and nothing to compare with.
    private bool HasPrior => Prior >= 0 && new[] { lines.Revenue, lines.Expenses, lines.Result }.Any(line => line is not null && !line.Cells[Prior].Exact.IsZero);

    private string PriorYear => words.Period(StatementAmounts.PeriodOf(statement.Template.Columns[Prior], statement.Period));

    private string Compared(StatementLine line)
    {
        if (!HasPrior)
        {
            return "";
        }

        var (now, before) = (line.Cells[column].Rounded, line.Cells[Prior].Rounded);
        var change = now - before;
        return before == now ? $", as in {PriorYear}"
            : $", compared with {words.Signed(before)} in {PriorYear}"
                + (now > 0 && before > 0 ? $", {(change > 0 ? "an increase" : "a decrease")} of {words.Magnitude(change)}" : "");
    }
}

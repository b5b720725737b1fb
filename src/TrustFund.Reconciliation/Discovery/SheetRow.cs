using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>A line with figures, and what its caption says of it.</summary>
internal sealed class SheetRow(int index, PublishedLine line, PublishedFigure?[] cells, IReadOnlyList<string> headings, int outermostColumn, bool isDeducted = false, bool saysBalance = true, bool closesOpening = false)
{
    // Differences of exchange rates are amounts; a rate or share is no such number.
    private const decimal MostOfShare = 1000;

    private readonly bool _isResult = IsOneLessOther(line.Caption);

    internal int Index { get; } = index;

    internal PublishedLine Line { get; } = line;

    /// <summary>Its figures by column; null where nothing is printed.</summary>
    internal PublishedFigure?[] Cells { get; } = cells;

    /// <summary>The captions without figures right above it: it begins a part of the table.</summary>
    internal IReadOnlyList<string> Headings { get; } = headings;

    internal string Caption => Line.Caption;

    internal int Indent => Line.Indent;

    /// <summary>Whether its caption says that it is a total, or where it has none what stands right above it, wrapped over two lines perhaps.</summary>
    internal bool IsTotal { get; } = AccountingWords.Says(line.Caption, WordKind.Total) || (line.Caption.Length == 0 && headings.TakeLast(2).Any(heading => AccountingWords.Says(heading, WordKind.Total)));

    /// <summary>Whether it sums up lines above it, by its caption or by having none.</summary>
    internal bool SumsUp => IsTotal || HasNoCaption;

    /// <summary>Whether it is the nil total of a part without lines: it stands right below the heading by which it is called.</summary>
    internal bool IsEmptyPart => IsTotal && Cells.All(cell => cell?.Amount is null or 0) && RowJudge.WordsBefore(this, Headings) == 1;

    internal bool IsOpening { get; } = saysBalance && AccountingWords.Says(line.Caption, WordKind.Opening);

    /// <summary>Whether it is an opening balance after it was put right: the one before it and what was put right.</summary>
    internal bool IsRestated { get; } = saysBalance && AccountingWords.Says(line.Caption, WordKind.Opening) && AccountingWords.Says(line.Caption, WordKind.Restated);

    /// <summary>Whether it is a balance at the end: its caption says so, or it goes by the name of an opening balance above.</summary>
    internal bool IsClosing { get; } = saysBalance && (closesOpening || AccountingWords.Says(line.Caption, WordKind.Closing)) && !AccountingWords.Says(line.Caption, WordKind.Opening);

    internal bool IsNet { get; } = AccountingWords.Says(line.Caption, WordKind.Net) || IsOneLessOther(line.Caption);

    /// <summary>Whether it says that it is part of the line before, which is added in its stead: what includes something besides does not begin so, nor right below a heading.</summary>
    internal bool IsPartOf { get; } = headings.Count == 0 && AccountingWords.Begins(line.Caption, WordKind.PartOf);

    /// <summary>The sign behind its caption: 1 for added, -1 for taken off, 0 where none is printed.</summary>
    internal int StatedSign { get; } = line.Caption is [.., ' ', '+'] ? 1 : line.Caption is [.., ' ', '-' or '−' or '–'] ? -1 : 0;

    /// <summary>Whether it is taken off: its caption or heading says so, or a sign before the amount.</summary>
    internal bool IsDeducted => isDeducted || StatedSign < 0 || (SaysDeducted && !_isResult);

    /// <summary>Whether it is spent or taken off.</summary>
    internal bool GoesOut => SaysDeducted || SaysExpense;

    /// <summary>Whether it is owed: what is owned less that is net.</summary>
    internal bool IsOwed { get; } = AccountingWords.Says(line.Caption, WordKind.Liability) && !AccountingWords.Says(line.Caption, WordKind.Net);

    /// <summary>Whether it comes in.</summary>
    internal bool ComesIn { get; } = AccountingWords.Says(line.Caption, WordKind.Income) && !AccountingWords.Says(line.Caption, WordKind.Expense);

    /// <summary>Whether its caption says which sign stands for what, as Surplus/(deficit) does: it is printed with its sign.</summary>
    internal bool ShowsSign => IsNet && Line.Caption.AsSpan().ContainsAny('/', '(');

    /// <summary>Whether every amount of it is negative: taken off once more, it would be added.</summary>
    internal bool IsNegative => HasNegative && !Cells.Any(cell => cell?.Amount > 0);

    internal bool HasNegative { get; } = cells.Any(cell => cell?.Amount < 0);

    /// <summary>Whether it states quotients: they add up to nothing.</summary>
    internal bool IsShare { get; } = (StatedRates.SaysShare(line.Caption) && cells.All(cell => cell?.Amount is not { } amount || Math.Abs(amount) <= MostOfShare)) || (cells.Any(IsPerCent) && !cells.Any(cell => cell is { State: FigureState.Amount } && !IsPerCent(cell)));

    /// <summary>What its caption says it adds and takes off, by their marks.</summary>
    internal IReadOnlyList<(string Mark, int Sign)> Formula { get; } = Discovery.Formula.MarksIn(line.Caption);

    internal bool HasFormula => Formula.Count > 0;

    /// <summary>How far out its first amount is printed.</summary>
    internal int OutermostColumn { get; } = outermostColumn;

    internal static bool IsPerCent(PublishedFigure? cell) => cell is { State: FigureState.Amount } && cell.Printed.EndsWith('%');

    /// <summary>Whether its caption says that it is computed from others.</summary>
    internal bool IsStructural => IsRestated || (!IsOpening && (IsTotal || IsNet || IsClosing || HasFormula || HasNoCaption));

    private bool SaysDeducted { get; } = AccountingWords.Says(line.Caption, WordKind.Deducted);

    private bool SaysExpense { get; } = AccountingWords.Says(line.Caption, WordKind.Expense);

    // Income less expenditure is a result, where 'less' does not come first.
    private static bool IsOneLessOther(string caption) => AccountingWords.Says(caption, WordKind.Deducted) && AccountingWords.Says(caption, WordKind.Income) && AccountingWords.Says(caption, WordKind.Expense)
        && !AccountingWords.Says(caption.Split(' ', ':')[0], WordKind.Deducted);

    private bool HasNoCaption => Caption.Length == 0 && !Line.HasLostCaption;

    internal decimal? Amount(int column) => Cells[column]?.Amount;

    internal bool IsUnreadable(int column) => Cells[column] is { State: FigureState.Unreadable };
}

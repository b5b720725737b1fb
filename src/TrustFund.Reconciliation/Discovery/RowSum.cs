namespace TrustFund.Reconciliation.Discovery;

/// <summary>A row as a sum of other rows, and what speaks for it.</summary>
/// <param name="Target">The row.</param>
/// <param name="Addends">The rows it may be the sum of, in order.</param>
/// <param name="Evidence">What speaks for it.</param>
/// <param name="Shape">From what it was proposed.</param>
internal sealed record RowSum(SheetRow Target, IReadOnlyList<Addend> Addends, Evidence Evidence, SumShape Shape)
{
    /// <summary>Whether it adds up a part of the table from its beginning on.</summary>
    internal bool IsWhole { get; init; }

    /// <summary>The marks that the caption names and that no line bears.</summary>
    internal IReadOnlyList<string> Unmarked { get; init; } = [];

    /// <summary>Whether its caption names one line that is not there, and what is missing may be that line.</summary>
    internal bool LacksNamed { get; init; }

    /// <summary>Whether captions and layout leave no doubt which lines it adds up.</summary>
    internal bool IsDelimited { get; init; }

    /// <summary>Whether it stands above all lines of its part, called their total or by the name of the part.</summary>
    internal bool HeadsPart => IsWhole && Shape == SumShape.Below;

    /// <summary>In how many ways a sum of this shape was tried, in digits.</summary>
    internal decimal Cost { get; init; }

    /// <summary>Digits that its place in the table is worth.</summary>
    internal decimal Fitness { get; init; }

    /// <summary>
    /// Whether a line stands between its lines, or before them, right below the heading by which the total is called, with no word but that of
    /// a total.
    /// </summary>
    internal bool IsOfList(SheetRow line) => !line.IsStructural && !line.IsOpening && line.Index < Target.Index
        && (line.Index > Addends[0].Index || (line.Index == Addends[0].Index - 1 && RowJudge.WordsBefore(Target, line.Headings) == 1));

    /// <summary>Whether another sum is of just its lines, with whatever signs: both cannot be meant.</summary>
    internal bool IsOfSameLines(RowSum? other) => other is not null && Addends.Select(addend => addend.Index).ToHashSet().SetEquals(other.Addends.Select(addend => addend.Index));

    /// <summary>
    /// The same with lines of the part before, where the sum of both is out in fewer columns and holds in more: by chance what was printed
    /// in another column may speak for the shorter one.
    /// </summary>
    internal RowSum WithPartBefore(List<RowSum> tried) => !IsWhole || Evidence.Unexplained == 0 ? this
        : tried.Find(sum => sum is { IsWhole: true, Shape: SumShape.Above } && sum.Addends.Count > Addends.Count && Addends.All(sum.Addends.Contains)
            && sum.Evidence.Holds > Evidence.Holds + Evidence.Explained && sum.Evidence.Fails < Evidence.Unexplained) ?? this;

    /// <summary>The same with what it leaves out between its lines, where another sum holds with it: lines that say nil are no gap.</summary>
    internal RowSum WithoutGap(List<RowSum> strong) => Shape != SumShape.AboveInParts ? this
        : strong.Find(sum => sum.Shape == SumShape.Above && sum.Addends[0].Index == Addends[0].Index && sum.Addends.Count > Addends.Count
            && sum.Evidence.Holds >= Evidence.Holds && sum.Evidence.Unexplained <= Evidence.Unexplained) ?? this;
}

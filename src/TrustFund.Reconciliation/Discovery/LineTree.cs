namespace TrustFund.Reconciliation.Discovery;

/// <summary>Lines of a table by how far in they stand: those further in may add up to the line above them.</summary>
internal sealed class LineTree
{
    private const int FewestParents = 2;

    private readonly RowJudge _judge;
    private readonly List<RowSum> _sums;
    private readonly List<SheetRow> _top = [];
    private readonly HashSet<int> _outermost;
    private readonly int _keptOutermost;
    private readonly int _leastFailing;
    private readonly RowSum? _onlyLeast;
    private readonly Dictionary<int, List<SheetRow>> _children = [];

    internal LineTree(Sheet sheet, RowJudge judge)
    {
        _judge = judge;
        var path = new Stack<SheetRow>();
        foreach (var row in sheet.Rows)
        {
            while (path.Count > 0 && (path.Peek().Indent >= row.Indent || row.Headings.Count > 0))
            {
                path.Pop();
            }

            if (path.Count == 0)
            {
                _top.Add(row);
            }
            else
            {
                _children.TryAdd(path.Peek().Index, []);
                _children[path.Peek().Index].Add(row);
            }

            path.Push(row);
        }

        _sums = [.. _children.Select(pair => judge.Sum(sheet.Rows[pair.Key], [.. pair.Value.Select(row => new Addend(row.Index, 1))], SumShape.Children)).Select(judge.WithMovedLine)];
        _outermost = [.. _top.Select(row => row.Index)];
        _keptOutermost = _sums.Count(sum => IsOutermost(sum) && IsKept(sum));
        var failing = _sums.FindAll(sum => sum.Evidence.Fails > 0);
        _leastFailing = failing.Select(sum => sum.Target.Indent).DefaultIfEmpty(int.MaxValue).Min();
        _onlyLeast = failing.FindAll(sum => sum.Target.Indent == _leastFailing) is [var only] ? only : null;
    }

    /// <summary>
    /// Whether lines add up to the one above them. Few small amounts show little, but that every line further in adds up to the one above it leaves
    /// no other reading, nor does it where one of several parents is short of a line.
    /// </summary>
    internal bool AddsUp => _sums.Exists(IsStrong) || (_sums.Count > 0 && _sums.TrueForAll(IsKept))
        || (_sums.Count(IsKept) >= FewestParents && _sums.FindAll(sum => !IsKept(sum) && sum.Addends.Count > 1) is [var other] && LacksLine(other));

    /// <summary>The lines of each level, those of the outermost first.</summary>
    internal List<List<SheetRow>> Levels => [_top, .. _children.Values];

    /// <summary>The sums of lines further in, and how far each is believed; null for not at all.</summary>
    internal IEnumerable<(RowSum Sum, Strength? Strength)> Sums() => _sums.Select(sum => (sum, IsStrong(sum) ? Strength.Strong
        : sum.Evidence is { Fails: 0, Holds: > 0 } ? Strength.Weak
        : IsBroken(sum) ? Strength.Failing
        : (Strength?)null));

    private bool IsOutermost(RowSum sum) => _outermost.Contains(sum.Target.Index);

    private static bool IsKept(RowSum sum) => sum is { Addends.Count: > 1, Evidence: { Fails: 0, Holds: > 0 } };

    private bool IsStrong(RowSum sum) => RowJudge.IsStrong(sum, Digits.Of(_sums.Count));

    // What stands further in below a line adds up to it but for a slip, a line printed twice or one left out.
    private bool IsBroken(RowSum sum) => _judge.IsDoubled(sum) || (sum.Evidence.Explained > 0 && _judge.HasWrongLine(sum))
        || (sum.Addends.Count > 1 && _judge.NearDigits(sum) >= RowJudge.EnoughForResult) || sum.Evidence is { Unexplained: 0, Explained: > 0 }
        || LacksLine(sum);

    // A parent may have postings of its own; those of the outermost level hardly do where others of them have none and no sum as far out fails besides.
    private bool LacksLine(RowSum sum) => (_judge.LacksLine(sum) || (sum.Addends.Count > 1 && IsOutermost(sum) && _judge.FallsShort(sum) && _judge.IsMostOf(sum) && _keptOutermost >= FewestParents))
        && (sum.Target.Indent < _leastFailing || ReferenceEquals(sum, _onlyLeast));
}

using System.Globalization;

namespace TrustFund.Interchange;

/// <summary>The problems of one file. The first are kept and told, the others are only counted, so that memory is bounded.</summary>
internal sealed class ProblemLog(string source)
{
    internal const int MaxKept = 1000;

    private readonly List<ReadingProblem> _kept = [];
    private int _count;
    private TextPlace _firstCounted;

    internal bool IsEmpty => _count == 0;

    /// <summary>Tells a problem.</summary>
    /// <returns>The problem; null where it is only counted.</returns>
    internal ReadingProblem? Add(TextPlace place, Complaint complaint, params string[] particulars)
    {
        _count++;
        if (_count > MaxKept)
        {
            _firstCounted = _count == MaxKept + 1 ? place : _firstCounted;
            return null;
        }

        var problem = complaint.At(source, place, particulars);
        _kept.Add(problem);
        return problem;
    }

    /// <summary>Takes back a problem that turned out to be another's.</summary>
    internal void TakeBack(ReadingProblem problem) => _count -= _kept.Remove(problem) ? 1 : 0;

    /// <summary>The problems from the top of the file to its end, and how many more were counted: those of an entry are found together.</summary>
    internal IReadOnlyList<ReadingProblem> InOrder() =>
    [
        .. _kept.OrderBy(problem => problem.Place.Line).ThenBy(problem => problem.Place.Column),
        .. _count > MaxKept
            ? [FileComplaints.TooManyProblems.At(source, _firstCounted, (_count - MaxKept).ToString(CultureInfo.InvariantCulture))]
            : Array.Empty<ReadingProblem>(),
    ];
}

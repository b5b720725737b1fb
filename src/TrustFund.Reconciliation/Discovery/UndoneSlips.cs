using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Looks for the one slip that, undone, lets a short statement show much more than it shows as printed: a subtotal that is
/// wrong breaks the sum of its lines and the one it goes into, and neither may be believed by itself. What the statement
/// shows then is believed of it as printed, with what does not hold.
/// </summary>
internal sealed class UndoneSlips
{
    // Beyond these a statement has enough lines and columns to show by itself what must hold.
    private const int MostFigures = 160;
    private const int MostTried = 400;

    // Every slip that is tried is another look through the statement, which takes longer the more figures there are.
    private const int MostWork = 300_000;
    private const int FewestTried = 8;

    // So few are looked through though they show nothing as printed.
    private const int FewFigures = 10;
    private const decimal EnoughOrder = 1.5m;

    // What must be shown more than as printed, beyond what was tried.
    private const decimal Enough = 2.5m;

    private readonly PublishedStatement _document;
    private readonly Func<PublishedStatement, Findings> _find;
    private readonly Findings _printed;

    private UndoneSlips(PublishedStatement document, Func<PublishedStatement, Findings> find) =>
        (_document, _find, _printed) = (document, find, find(document));

    /// <summary>What is believed of a statement, one slip allowed for.</summary>
    /// <param name="document">The statement.</param>
    /// <param name="find">What is believed of a statement as it stands.</param>
    internal static IReadOnlyList<Belief> Find(PublishedStatement document, Func<PublishedStatement, Findings> find)
    {
        var slips = new UndoneSlips(document, find);
        return slips.Undone() is { } beliefs ? [.. beliefs, .. slips._printed.Beliefs.Where(belief => IsLeft(belief, beliefs))] : slips._printed.Beliefs;
    }

    // A statement may have another slip besides: what captions and layout leave no doubt of does not hold by that one.
    private static bool IsLeft(Belief belief, List<Belief> beliefs) => belief is { IsDelimited: true, Strength: Strength.Failing }
        && belief.Sums.All(sum => beliefs.TrueForAll(other => other.Constant != 0 || other.Sums.All(one => one.Target != sum.Target)));

    private List<Belief>? Undone()
    {
        var figures = _document.Figures.Count(figure => figure.Amount is not null);
        if (_printed.Wanted.Count == 0 || figures > MostFigures || IsWhole() || (figures > FewFigures && OrderOf(_printed.Beliefs.Where(Holds)) < EnoughOrder))
        {
            return null;
        }

        var most = Math.Clamp(MostWork / (figures * figures), FewestTried, MostTried);
        var (slips, count) = SlipsToUndo.In(_document, _printed, _find, most);
        return slips.AsParallel().AsOrdered().Select(slip => (Slip: slip, Mended: new MendedStatement(_document, slip.Changes)))
            .Select(pair => (pair.Slip, pair.Mended, Findings: _find(pair.Mended.Statement))).AsSequential()
            .Select(tried => (tried.Slip, tried.Mended, tried.Findings, Gain: tried.Findings.Digits - _printed.Digits - tried.Slip.Cost - Digits.Of(count)))
            .OrderByDescending(tried => tried.Gain).TakeWhile(tried => tried.Gain >= Enough)
            .Where(tried => IsMended(tried.Mended, tried.Findings))
            .Select(tried => (tried.Slip, Beliefs: tried.Findings.Beliefs.Select(tried.Mended.OfPrinted).ToList()))
            .Where(tried => IsShown(tried.Slip, tried.Beliefs, count))
            .Select(tried => Said(tried.Slip, tried.Beliefs)).FirstOrDefault();
    }

    // Where all that is believed holds, and no amount is left over, nothing asks for a slip.
    private bool IsWhole()
    {
        var sums = _printed.Beliefs.SelectMany(belief => belief.Sums).ToList();
        var reached = sums.SelectMany(sum => sum.Terms.Select(term => term.Figure).Append(sum.Target)).ToHashSet();
        return sums.TrueForAll(sum => Findings.Holds(sum) != false) && _document.Figures.All(figure => figure.Amount is null or 0 || reached.Contains(figure));
    }

    // All that is believed of a figure holds once it is mended.
    private static bool IsMended(MendedStatement mended, Findings findings) => findings.Beliefs.SelectMany(belief => belief.Sums)
        .All(sum => Findings.Holds(sum) != false || !sum.Terms.Select(term => term.Figure).Append(sum.Target).Any(mended.IsMended));

    // What holds as printed, and what does not and is more than the one relation that any amount could be made to fit. A slip that
    // nothing fails by is none.
    private static bool IsShown(SlipToUndo slip, List<Belief> beliefs, int tried)
    {
        var broken = beliefs.Where(belief => !Holds(belief)).ToList();
        var free = slip.IsFree ? broken.Select(belief => belief.Order).DefaultIfEmpty().Max() : 0;
        return broken.Count > 0 && OrderOf(beliefs.Where(Holds)) + Math.Max(0, OrderOf(broken) - free - Digits.Of(tried)) >= EnoughOrder;
    }

    private static decimal OrderOf(IEnumerable<Belief> beliefs) => beliefs.Sum(belief => belief.Order);

    private static bool Holds(Belief belief) => belief.Constant != 0 || belief.Sums.All(sum => Findings.Holds(sum) != false);

    // What holds as printed needs no slip to be said.
    private static List<Belief> Said(SlipToUndo slip, List<Belief> beliefs)
    {
        var words = string.Join(" and ", slip.Changes.Select(change => $"{AmountText.Of(change.Figure)} should read {AmountText.Of(change.Amount)}"));
        return [.. beliefs.Select(belief => Holds(belief) ? belief : belief with { Because = $"{belief.Because}, if {words}" })];
    }
}

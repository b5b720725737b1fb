using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// The lines under a heading that says they are taken off: the first, those after it as far in, and the total without a caption
/// that closes them. A total, a result or a balance ends the part.
/// </summary>
internal sealed class DeductedPart
{
    private static readonly WordKind[] s_ends = [WordKind.Total, WordKind.Net, WordKind.Opening, WordKind.Closing];

    private bool _isOpen;
    private int _indent;

    /// <summary>Whether the next line of the table is of such a part; the first of it is known by its heading.</summary>
    internal bool Takes(PublishedLine line, IReadOnlyList<string> headings)
    {
        if (headings.Count > 0)
        {
            (_isOpen, _indent) = (AccountingWords.Says(headings[^1], WordKind.Deducted), line.Indent);
            return false;
        }

        if (line.Caption.Length == 0)
        {
            var closes = _isOpen;
            _isOpen = false;
            return closes;
        }

        _isOpen &= line.Indent >= _indent && !Array.Exists(s_ends, kind => AccountingWords.Says(line.Caption, kind));
        return _isOpen;
    }
}

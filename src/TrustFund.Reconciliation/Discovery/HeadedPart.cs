using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// The lines under a heading that says what they are, as that they are taken off: the first, those after it as far in, and the
/// total without a caption that closes them. A total, a result or a balance ends the part.
/// </summary>
/// <param name="kind">What the heading says.</param>
internal sealed class HeadedPart(WordKind kind)
{
    private static readonly WordKind[] Ends = [WordKind.Total, WordKind.Net, WordKind.Opening, WordKind.Closing];

    private bool _isOpen;
    private int _indent;

    /// <summary>Whether the next line of the table is of such a part.</summary>
    internal bool Takes(PublishedLine line, IReadOnlyList<string> headings)
    {
        if (headings.Count > 0)
        {
            (_isOpen, _indent) = (AccountingWords.Says(headings[^1], kind), line.Indent);
            return _isOpen;
        }

        if (line.Caption.Length == 0)
        {
            var closes = _isOpen;
            _isOpen = false;
            return closes;
        }

        _isOpen &= line.Indent >= _indent && !Array.Exists(Ends, end => AccountingWords.Says(line.Caption, end));
        return _isOpen;
    }
}

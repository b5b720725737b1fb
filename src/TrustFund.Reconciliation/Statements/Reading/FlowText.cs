using System.Text;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Text that flows over lines, its white space folded to single blanks; each character knows where it was
/// written. Takes time and memory in proportion to the text.
/// </summary>
internal sealed class FlowText
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Index, TextPlace Place)> _words = [];

    internal bool IsEmpty => _words.Count == 0;

    /// <summary>Where the text begins.</summary>
    internal TextPlace Start => _words[0].Place;

    /// <summary>Appends a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="number">Its number in the document.</param>
    /// <param name="from">The character to begin at, from 0.</param>
    internal void Append(string line, int number, int from = 0)
    {
        for (var at = from; at < line.Length; at++)
        {
            if (char.IsWhiteSpace(line[at]))
            {
                continue;
            }

            var start = at;
            while (at < line.Length && !char.IsWhiteSpace(line[at]))
            {
                at++;
            }

            if (_text.Length > 0)
            {
                _text.Append(' ');
            }

            _words.Add((_text.Length, new TextPlace(number, start + 1)));
            _text.Append(line, start, at - start);
        }
    }

    /// <summary>Where the character at an index of the folded text was written.</summary>
    internal TextPlace PlaceAt(int index)
    {
        var (low, high) = (0, _words.Count - 1);
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            (low, high) = _words[middle].Index <= index ? (middle, high) : (low, middle - 1);
        }

        var word = _words[low];
        return word.Place with { Column = word.Place.Column + index - word.Index };
    }

    /// <summary>The folded text.</summary>
    public override string ToString() => _text.ToString();
}

using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Finds the bare integers that are amounts in a table run on in one line, once its other amounts have shown how many columns
/// it has: as many between two captions as there are columns, or set straight after a caption where others are so.
/// </summary>
internal static partial class SmallAmounts
{
    private const int FewestGlued = 2;

    // Notes are fewer than a hundred.
    private const int LongestNote = 2;

    /// <summary>The words and runs of amounts of the line, with those of bare integers among them.</summary>
    /// <param name="tokens">The words of the line.</param>
    /// <param name="runs">Where amounts that are beyond doubt stand.</param>
    /// <param name="columns">How many amounts a line of the table has.</param>
    internal static (List<TextToken> Tokens, List<(int From, int To)> Runs) In(List<TextToken> tokens, List<(int From, int To)> runs, int columns)
    {
        var areGlued = runs.Count(run => IsGlued(tokens, run.From)) >= FewestGlued;
        var hasNotes = tokens.Zip(tokens.Skip(1)).Any(pair => AccountingWords.IsReference(pair.First.Text) && pair.Second.IsYear);
        var split = new List<TextToken>();
        var known = new List<(int From, int To)>();
        var run = 0;
        for (var index = 0; index < tokens.Count; index++)
        {
            var length = run < runs.Count && runs[run].From == index ? runs[run].To - index : 0;
            if (length > 0)
            {
                run++;
            }
            else if (areGlued && Glued().Match(tokens[index].Text) is { Success: true } glued && Bare(tokens, index + 1) is var bare
                && Following(runs, run, index + 1 + bare) is var certain && bare + certain < columns
                && (glued.Groups["amount"].Length > LongestNote || (glued.Groups["amount"].Length == LongestNote && !hasNotes)))
            {
                var at = glued.Groups["amount"].Index;
                var token = tokens[index];
                split.Add(new TextToken(token.Text[..at], token.Start, AmountCertainty.None));
                split.Add(new TextToken(token.Text[at..], token.Start + at, AmountCertainty.Certain));
                known.Add((split.Count - 1, split.Count + bare + certain));
                split.AddRange(tokens.GetRange(index + 1, bare + certain));
                run += certain > 0 ? 1 : 0;
                index += bare + certain;
                continue;
            }
            else if (columns > 1 && index > 0 && Bare(tokens, index) == columns && char.IsLetter(tokens[index - 1].Text[^1]) && Following(runs, run, index + columns) == 0
                && (index + columns == tokens.Count || char.IsUpper(tokens[index + columns].Text[0])))
            {
                length = columns;
            }

            if (length > 0)
            {
                known.Add((split.Count, split.Count + length));
                split.AddRange(tokens.GetRange(index, length));
                index += length - 1;
            }
            else
            {
                split.Add(tokens[index]);
            }
        }

        return (split, known);
    }

    private static bool IsGlued(List<TextToken> tokens, int index) => index > 0 && tokens[index - 1].End == tokens[index].Start;

    // How many bare integers stand from here on.
    private static int Bare(List<TextToken> tokens, int index) => tokens.Skip(index).TakeWhile(token => token.Certainty == AmountCertainty.Possible).Count();

    // How many amounts the run has that begins here.
    private static int Following(List<(int From, int To)> runs, int next, int index) => next < runs.Count && runs[next].From == index ? runs[next].To - index : 0;

    // An integer straight after a word.
    [GeneratedRegex(@"^\p{L}[\p{Ll}'’/-]{2,}(?<amount>[1-9][0-9]{0,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Glued();
}

using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>A word of a line, and how surely it is an amount.</summary>
/// <param name="Text">The word; a currency code, an amount and its note marker are one.</param>
/// <param name="Start">The character of the line it begins at, from 0.</param>
/// <param name="Certainty">How surely it is an amount.</param>
internal readonly partial record struct TextToken(string Text, int Start, AmountCertainty Certainty)
{
    private const int LongestAmount = 40;

    internal int End => Start + Text.Length;

    internal bool MayBeAmount => Certainty != AmountCertainty.None;

    /// <summary>Whether it is a year, or the heading of a year's column (<c>1997$</c>).</summary>
    internal bool IsYear => PrintedAmount.IsYear(Text.TrimEnd('$', '€', '£'));

    /// <summary>The words of a line; what is glued to an amount without a blank is a word of its own.</summary>
    internal static List<TextToken> In(string line)
    {
        var tokens = new List<TextToken>();
        foreach (Match match in Word().Matches(line))
        {
            Add(tokens, line, match.Index, match.Length);
        }

        return tokens;
    }

    private static void Add(List<TextToken> tokens, string line, int start, int length)
    {
        var text = line.Substring(start, length);
        if (Behind().Match(text) is { Success: true } behind && (behind.Groups["sure"].Success || (tokens.Count > 0 && tokens[^1].MayBeAmount)))
        {
            var amount = behind.Groups["amount"].Length;
            Add(tokens, line, start, amount);
            (text, start) = (text[amount..], start + amount);
        }

        if (Glued().Match(text) is { Success: true } glued)
        {
            var at = glued.Groups["amount"].Index;
            tokens.Add(new TextToken(text[..at], start, AmountCertainty.None));
            (text, start) = (text[at..], start + at);
        }

        var previous = tokens.Count > 0 ? tokens[^1] : default;
        if (previous.MayBeAmount && previous.Text.Length < LongestAmount && (NoteMarkers.Without(text).Length == 0 || IsNoteOf(previous, text)))
        {
            tokens[^1] = previous with { Text = line[previous.Start..(start + text.Length)] };
        }
        else if (tokens.Count > 0 && Code().IsMatch(previous.Text) && Currency.TryParse(previous.Text, out _) && Of(text) > AmountCertainty.Likely)
        {
            tokens[^1] = new TextToken(line[previous.Start..(start + text.Length)], previous.Start, AmountCertainty.Certain);
        }
        else if (tokens.Count > 0 && previous.Text is "$" or "US$" or "€" or "£" && Of(text) != AmountCertainty.None)
        {
            tokens[^1] = new TextToken(line[previous.Start..(start + text.Length)], previous.Start, AmountCertainty.Certain);
        }
        else if (previous.MayBeAmount && previous.Text.Length < LongestAmount && Side().IsMatch(text))
        {
            tokens[^1] = previous with { Text = line[previous.Start..(start + text.Length)], Certainty = AmountCertainty.Certain };
        }
        else if (previous.Certainty == AmountCertainty.Certain && Code().IsMatch(text) && Currency.TryParse(text, out _))
        {
            tokens[^1] = previous with { Text = line[previous.Start..(start + text.Length)] };
        }
        else
        {
            tokens.Add(new TextToken(text, start, Of(text)));
        }
    }

    // The letter of a note, a blank behind an amount that is beyond doubt; the letters of pence and of millions are none.
    private static bool IsNoteOf(TextToken amount, string text) => text is [>= 'a' and <= 'h'] && amount.Certainty == AmountCertainty.Certain && NoteMarkers.Without($"{amount.Text} {text}").TrimEnd() == amount.Text;

    private static AmountCertainty Of(string text)
    {
        if (text.Length > LongestAmount || PrintedAmount.IsYear(text.TrimEnd('$', '€', '£')) || YearAndNote().IsMatch(text))
        {
            return AmountCertainty.None;
        }

        var read = PrintedAmount.Read(text);
        return read.State switch
        {
            FigureState.Nil when text.AsSpan().ContainsAny('$', '€', '£') => AmountCertainty.Certain,
            FigureState.Nil or FigureState.Unavailable => AmountCertainty.Likely,
            FigureState.Amount => Plain().IsMatch(read.Printed) ? AmountCertainty.Possible : AmountCertainty.Certain,
            FigureState.Unreadable when DecimalMarks.IsByComma(text) => AmountCertainty.Certain,
            _ => AmountCertainty.None,
        };
    }

    // A blank at which no line is broken sets off thousands.
    [GeneratedRegex(@"\S+(?:(?<=(?<![0-9,.])[0-9]{1,3}|[\u00A0\u2009\u202F][0-9]{3})[\u00A0\u2009\u202F][0-9]{3}(?![0-9])\S*)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^[A-Z]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    // A year in parentheses at the end of a caption, with the mark of its note.
    [GeneratedRegex(@"^\((?:19|20)[0-9]{2}\)\([a-z]\)$", RegexOptions.CultureInvariant)]
    private static partial Regex YearAndNote();

    // The side of the books that an amount stands on.
    [GeneratedRegex(@"^(?:CR|Cr|DR|Dr)\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Side();

    // Groups of thousands straight after a letter or the mark of a note are an amount whose blank was lost; the letters of a dollar are part of it.
    [GeneratedRegex(@"^(?:(?!(?:US|A|C|NZ|HK)\$)\p{L}[^0-9$€£]*|(?:\((?:19|20)[0-9]{2}\))?\([a-z]\))(?<amount>\(?[$€£]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?\)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Glued();

    /// <summary>Whether the caption of the next line goes on right behind an amount in groups of thousands: <c>21,531Supplier expenses</c>.</summary>
    internal static bool RunOn(string line) => CaptionBehind().IsMatch(line);

    // An amount, and the first word of a caption without a blank between them. A plain number may begin a name.
    [GeneratedRegex(@"^(?<amount>(?<sure>\(?[$€£]?[0-9]{1,3}(?:,[0-9]{3})+\)?|\([0-9]{1,3}\))|[0-9]{1,3})(?=\p{Lu}\p{Ll}{2,})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Behind();

    [GeneratedRegex(@"(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3})+\)?\p{Lu}\p{Ll}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex CaptionBehind();

    [GeneratedRegex(@"^[-−–]?[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}

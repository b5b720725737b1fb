using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>Finds the amounts that running text states, each under the name before it.</summary>
internal static partial class StatedAmounts
{
    /// <summary>The amounts of a note, in order.</summary>
    /// <param name="text">The note.</param>
    /// <param name="interval">What its amounts stand for.</param>
    internal static IEnumerable<PublishedFigure> In(FlowText text, PrintedInterval interval)
    {
        var (words, from) = (text.ToString(), 0);
        foreach (Match match in Amount().Matches(words))
        {
            yield return Figure(match, words, NameIn(words[from..match.Index]), text, interval);
            from = match.Index + match.Length;
        }
    }

    /// <summary>The amounts of a sentence, in order, all under one name.</summary>
    /// <param name="text">The text that the sentence is part of.</param>
    /// <param name="start">Where the sentence begins in it.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="name">The name.</param>
    /// <param name="interval">What the amounts stand for.</param>
    internal static IEnumerable<PublishedFigure> In(
        FlowText text, int start, string sentence, string name, PrintedInterval interval) =>
        Amount().Matches(sentence).Select(match => Figure(match, sentence, name, text, interval, start));

    private static PublishedFigure Figure(
        Match match, string words, string name, FlowText text, PrintedInterval interval, int offset = 0)
    {
        var group = match.Groups["amount"];
        var printed = PrintedAmount.Read(Bare(match, words), interval.Options.Mark ?? DecimalMark.Point);
        if (printed.Currency is null && ReadingWords.CurrencyIn(match.Groups["code"].Value) is { } currency)
        {
            interval = interval with { Currency = Currency.Parse(currency) };
        }

        var scale = ReadingWords.ScaleOf(match.Groups["scale"].Value);
        return new PublishedFigure(name, 0, text.PlaceAt(offset + group.Index), printed.Printed, printed.State, printed.Amount * scale, interval.Of(printed, scale: scale));
    }

    // Parentheses right after a name set the amount off; after a preposition or a comma they make it negative.
    private static string Bare(Match match, string words)
    {
        var amount = match.Groups["amount"].Value;
        return amount[0] == '(' && amount[^1] == ')' && !ReadingWords.LeadToDeficit(words[..match.Index]) ? amount[1..^1]
            : amount[0] == '(' && amount[^1] != ')' ? amount[1..]
            : amount;
    }

    private static string NameIn(string before)
    {
        var name = before[(before.LastIndexOfAny([':', ';']) + 1)..].Trim(' ', ',', '.', ')', '(');
        return ReadingWords.WithoutLead(name).Trim(' ', ',');
    }

    // A currency sign makes a number an amount; without one only thousands set apart by a mark do, or by blanks in
    // parentheses after a name, and a number that closes an item of a list.
    [GeneratedRegex(
        @"(?<amount>[-−(] ?(?<code>(?:US|A|C|NZ)? ?\\?[$€£]|(?:USD|EUR|GBP|CHF)\b) ?[0-9]{1,3}(?:,?[0-9]{3})*(?:\.[0-9]+)?\)?)(?: (?<scale>(?:th|m|b|tr)\p{L}+))?"
        + @"|(?<code>(?:US|A|C|NZ)? ?\\?[$€£] ?|\b(?:USD|EUR|GBP|CHF) )(?<amount>\(?[-−]?(?:[0-9]{1,3}(?:(?<s>[, ])[0-9]{3})(?:\k<s>[0-9]{3})*|[0-9]+)(?:\.[0-9]+)?\)?)(?: (?<scale>(?:th|m|b|tr)\p{L}+))?"
        + @"|(?<![0-9.,/-])(?<amount>[0-9]{1,3}(?:(?<s>[,'’\u00A0\u2009\u202F])[0-9]{3})(?:\k<s>[0-9]{3})*(?:\.[0-9]+)?)(?!,?[0-9]|[/-])"
        + @"|(?<![0-9.,/-])(?<amount>[0-9]{1,3}(?:(?:\.[0-9]{3}){2,}|(?:[.\u00A0\u2009\u202F][0-9]{3})+,[0-9]{1,2}(?![0-9])))(?![.,]?[0-9]|[/-])"
        + @"|(?<=\p{L} )(?<amount>\([0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]{1,2})?\))"
        + @"|(?<=\p{L}\)?, )(?<amount>[0-9]{1,3}(?:[ .][0-9]{3})*(?:[.,][0-9]{2})?)(?=;|\.?$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}

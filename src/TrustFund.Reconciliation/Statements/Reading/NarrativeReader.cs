using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>Reads the paragraphs that speak of a statement; no input makes it throw.</summary>
public static partial class NarrativeReader
{
    /// <summary>Reads a narrative.</summary>
    /// <param name="bytes">Its bytes: text in UTF-8, a paragraph a block of lines.</param>
    /// <param name="source">Its name for reports.</param>
    /// <param name="options">How its figures were rounded.</param>
    public static Narrative Read(ReadOnlySpan<byte> bytes, string source, ReadingOptions options)
    {
        var text = DocumentText.Of(bytes, source);
        var paragraphs = new List<NarrativeParagraph>();
        var amounts = new Dictionary<string, int>(StringComparer.Ordinal);
        var (block, number) = (new FlowText(), "");
        for (var index = 0; index <= text.Lines.Count; index++)
        {
            var line = index < text.Lines.Count ? text.Lines[index] : "";
            var match = Numbered().Match(line);
            var begins = match.Success && (block.IsEmpty || Follows(match.Groups["number"].Value, number));
            if ((begins || string.IsNullOrWhiteSpace(line)) && !block.IsEmpty)
            {
                paragraphs.Add(Paragraph(block, number, paragraphs.Count + 1, amounts, options));
                (block, number) = (new FlowText(), "");
            }

            number = begins ? match.Groups["number"].Value : number;
            block.Append(line, index + 1, begins ? match.Length : 0);
        }

        return new Narrative(source, text.Sha256, paragraphs, text.Problems);
    }

    // A line in the midst of a paragraph may begin with "2016."; only the next number begins the next paragraph.
    private static bool Follows(string number, string previous) =>
        previous.Length > 0 && int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)
            == int.Parse(previous, System.Globalization.CultureInfo.InvariantCulture) + 1;

    private static NarrativeParagraph Paragraph(
        FlowText block, string printedNumber, int index, Dictionary<string, int> amounts, ReadingOptions options)
    {
        var number = printedNumber.Length > 0 ? printedNumber : FormattableString.Invariant($"{index}");
        var text = block.ToString();
        var interval = new PrintedInterval(options, options.Currency, 1);
        var sentences = new List<NarrativeSentence>();
        foreach (var (start, length) in Sentences(text))
        {
            var sentence = text.Substring(start, length);
            List<PublishedFigure> figures = [.. StatedAmounts.In(block, start, sentence, $"Para. {number}", interval)];
            figures.ForEach(figure => figure.Id = FormattableString.Invariant($"p{number}.{amounts[number] = amounts.GetValueOrDefault(number) + 1}"));
            sentences.Add(new NarrativeSentence(sentence, block.PlaceAt(start), figures));
        }

        return new NarrativeParagraph(number, block.Start, sentences);
    }

    private static IEnumerable<(int Start, int Length)> Sentences(string text)
    {
        var start = 0;
        foreach (Match end in SentenceEnd().Matches(text))
        {
            if (end.Groups["word"].Success && ReadingWords.IsAbbreviation(end.Groups["word"].Value))
            {
                continue;
            }

            yield return (start, end.Index + end.Length - 1 - start);
            start = end.Index + end.Length;
        }

        if (start < text.Length)
        {
            yield return (start, text.Length - start);
        }
    }

    [GeneratedRegex(@"^\s*(?<number>[0-9]{1,4})\.\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    // A sentence ends where a capital follows; the quote, bracket or reference after its full stop is its own.
    [GeneratedRegex(
        @"(?:(?<![\p{L}\p{N}])(?<word>\p{L}{2,7})\.|(?<=[\p{L}\p{N})\]%""”’]{2})[.!?]|(?<=[.!?])[.!?])[""”’)\]]{0,2}[0-9¹²³⁴⁵⁶⁷⁸⁹⁰]{0,3} (?=[""“‘(\[]?\p{Lu})",
        RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}

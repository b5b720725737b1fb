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
        var block = new List<string>();
        var start = 0;
        for (var index = 0; index <= text.Lines.Count; index++)
        {
            var line = index < text.Lines.Count ? text.Lines[index] : "";
            if ((string.IsNullOrWhiteSpace(line) || Numbered().IsMatch(line)) && block.Count > 0)
            {
                paragraphs.Add(Paragraph(string.Join(' ', block), start + 1, paragraphs.Count + 1, options));
                block.Clear();
            }

            if (!string.IsNullOrWhiteSpace(line))
            {
                start = block.Count == 0 ? index : start;
                block.Add(line);
            }
        }

        return new Narrative(source, text.Sha256, paragraphs, text.Problems);
    }

    private static NarrativeParagraph Paragraph(string block, int line, int index, ReadingOptions options)
    {
        var text = CaptionText.Folded(block);
        var match = Numbered().Match(text);
        var number = match.Success ? match.Groups["number"].Value : FormattableString.Invariant($"{index}");
        var body = match.Success ? text[match.Length..] : text;
        var amounts = 0;
        var sentences = SentenceEnd().Split(body)
            .Where(sentence => sentence.Length > 0)
            .Select(sentence => new NarrativeSentence(sentence, [.. NoteReader.Amounts(sentence).Select(stated =>
                Figure(stated, number, ++amounts, new TextPlace(line, 1), options))]))
            .ToList();
        return new NarrativeParagraph(number, new TextPlace(line, 1), sentences);
    }

    private static PublishedFigure Figure(
        NoteReader.Stated stated, string number, int index, TextPlace place, ReadingOptions options)
    {
        var printed = PrintedAmount.Read(stated.Printed);
        RoundingInterval? interval = printed.Amount is { } amount
            ? RoundingInterval.Around(amount, new decimal(1, 0, 0, false, (byte)printed.Decimals), options.Rounding)
            : null;
        return new PublishedFigure(
            FormattableString.Invariant($"p{number}.{index}"), $"Para. {number}", 0, place, printed.Printed, printed.State, printed.Amount, interval);
    }

    [GeneratedRegex(@"^\s*(?<number>\d{1,4})\.\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?<=[\p{L}\d)]{2}[.!?])\s+(?=\p{Lu})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();
}

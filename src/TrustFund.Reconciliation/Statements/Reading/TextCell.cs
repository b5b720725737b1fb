namespace TrustFund.Reconciliation.Statements;

/// <summary>A cell of a line of text. What it says is looked at once, when it is made.</summary>
internal readonly record struct TextCell
{
    private const int LongestPending = 24;

    /// <summary>Creates a cell.</summary>
    /// <param name="text">Its text, trimmed.</param>
    /// <param name="start">The character of the line it begins at, from 0.</param>
    /// <param name="position">How many separators stand before it.</param>
    internal TextCell(string text, int start, int position) =>
        (Text, Start, Position, IsAmountLike) = (text, start, position, Says(text));

    internal string Text { get; }

    internal int Start { get; init; }

    internal int Position { get; init; }

    internal int End => Start + Text.Length;

    /// <summary>The line it begins on, where its row is of several lines; 0 for the line of its row.</summary>
    internal int Line { get; init; }

    /// <summary>Whether it states an amount, or is meant to: a numbered note marker alone stands for one.</summary>
    internal bool IsAmountLike { get; }

    /// <summary>The same cell with another text.</summary>
    internal TextCell Saying(string text) => new(text, Start, Position) { Line = Line };

    private static bool Says(string text) => text.Length > 0 && (IsWords(text) ? IsPending(text) : PrintedAmount.Read(text).State switch
    {
        FigureState.Blank => text.Length > 1 && char.IsAsciiDigit(text[0]),
        FigureState.Unreadable => PrintedAmount.IsMeantAsAmount(text) || IsPending(text),
        _ => true,
    });

    private static bool IsPending(string text) => text.Length <= LongestPending && AccountingWords.IsPending(text);

    // More letters than two codes of currencies have, and no digits to outweigh them.
    private static bool IsWords(string text)
    {
        const int mostInCodes = 6;
        const int mostInWords = 12;
        var (letters, digits) = (0, 0);
        foreach (var character in text)
        {
            letters += char.IsLetter(character) ? 1 : 0;
            digits += char.IsDigit(character) ? 1 : 0;
        }

        return letters > mostInCodes && letters > digits && (digits > 0 || letters > mostInWords);
    }
}

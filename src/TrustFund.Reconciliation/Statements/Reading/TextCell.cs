namespace TrustFund.Reconciliation.Statements;

/// <summary>A cell of a line of text.</summary>
/// <param name="Text">Its text, trimmed.</param>
/// <param name="Start">The character of the line it begins at, from 0.</param>
/// <param name="Position">How many separators stand before it.</param>
internal readonly record struct TextCell(string Text, int Start, int Position)
{
    internal int End => Start + Text.Length;

    /// <summary>The line it begins on, where its row is of several lines; 0 for the line of its row.</summary>
    internal int Line { get; init; }
}

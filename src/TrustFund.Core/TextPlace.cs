using System.Globalization;

namespace TrustFund;

/// <summary>Where something stands in a text document, counted as an editor counts: from 1.</summary>
/// <param name="Line">The line, 1 or more; 0 where a figure was not read from a text.</param>
/// <param name="Column">The character in the line, 1 or more, before any reading or trimming.</param>
public readonly record struct TextPlace(int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"line {Line}, column {Column}");
}

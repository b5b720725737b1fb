namespace TrustFund.Interchange;

/// <summary>Texts that come again and again in a long file, each held once; those beyond its room are not held.</summary>
internal sealed class TextPool
{
    private const int Room = 10_000;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    internal string Of(ReadOnlySpan<char> text)
    {
        var held = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (held.TryGetValue(text, out var same))
        {
            return same;
        }

        var made = text.ToString();
        if (_texts.Count < Room)
        {
            _texts.Add(made);
        }

        return made;
    }

    /// <summary>The cell of a row; null where it is blank or there is none.</summary>
    internal string? OptionalText(CsvRow row, int column) =>
        row.Text(column) is var text && text.IsWhiteSpace() ? null : Of(text);
}

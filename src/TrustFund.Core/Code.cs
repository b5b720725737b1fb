namespace TrustFund;

/// <summary>
/// The code that names one <typeparamref name="TNoun"/> in the books: an account, a fund, a donor, an
/// entry. 1 to 64 characters, none of them a control character, no white space at either end. Equal
/// and ordered by its characters (ordinal), never by culture. The default value is unset, and every
/// use of it throws.
/// </summary>
/// <typeparam name="TNoun">What it names; codes of two nouns cannot be confused.</typeparam>
public readonly struct Code<TNoun> : IEquatable<Code<TNoun>>, IComparable<Code<TNoun>>
{
    private readonly string? _text;

    /// <summary>Creates a code.</summary>
    /// <param name="text">Its characters.</param>
    /// <exception cref="FormatException">Empty, longer than 64 characters, white space at an end, or a control character.</exception>
    public Code(string text)
    {
        if (Fault(text) is { } fault)
        {
            throw new FormatException($"'{text}' is no code: {fault}.");
        }

        _text = text;
    }

    /// <summary>The characters of the code.</summary>
    /// <exception cref="InvalidOperationException">The value is unset.</exception>
    public string Text => _text ?? throw new InvalidOperationException("The code is not set.");

    /// <summary>What keeps a text from being a code, in words; null where nothing does.</summary>
    /// <param name="text">The text to try.</param>
    public static string? Fault(string? text) => text switch
    {
        null or "" => "it is empty",
        { Length: > 64 } => "it is longer than 64 characters",
        _ when char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) => "white space stands at an end",
        _ => BookText.Fault(text),
    };

    /// <summary>A code from a text, where a code is asked for.</summary>
    /// <exception cref="FormatException">The text is no code.</exception>
    public static implicit operator Code<TNoun>(string text) => new(text);

    /// <inheritdoc/>
    public bool Equals(Code<TNoun> other) => string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Code<TNoun> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _text?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <summary>Orders by character.</summary>
    public int CompareTo(Code<TNoun> other) => string.CompareOrdinal(Text, other.Text);

    /// <summary>The characters of the code.</summary>
    public override string ToString() => Text;

    /// <summary>Whether both are the same code.</summary>
    public static bool operator ==(Code<TNoun> left, Code<TNoun> right) => left.Equals(right);

    /// <summary>Whether they are two codes.</summary>
    public static bool operator !=(Code<TNoun> left, Code<TNoun> right) => !left.Equals(right);
}

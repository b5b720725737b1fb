using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace TrustFund.Cli;

/// <summary>Until when the books are meant to be recorded, as a command line says it: by instant, by entry, by edition.</summary>
/// <param name="Text">What the command line said.</param>
/// <param name="Instant">The last recorded instant; null where it was not said that way.</param>
/// <param name="Sequence">The number of the last entry; null where it was not said that way.</param>
internal sealed record KnownAt(string Text, Instant? Instant, long? Sequence)
{
    /// <summary>Whether it names an edition, which the books must be asked for.</summary>
    internal bool IsSymbol => Instant is null && Sequence is null;

    internal static KnownAt Parse(string text)
    {
        var instant = InstantPattern.ExtendedIso.Parse(text);
        var isNumber = text.StartsWith('#') & long.TryParse(text.AsSpan(Math.Min(1, text.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence);
        return new KnownAt(text, instant.Success ? instant.Value : null, isNumber ? sequence : null);
    }

    /// <summary>A cutoff in the books as recorded until then; the cutoff itself where nothing was said.</summary>
    internal static LedgerCutoff Of(KnownAt? knownAt, LedgerCutoff cutoff) =>
        cutoff with { KnownAt = knownAt?.Instant, Sequence = knownAt?.Sequence };
}

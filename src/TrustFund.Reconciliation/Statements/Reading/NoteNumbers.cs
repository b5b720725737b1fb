using System.Text.RegularExpressions;

namespace TrustFund.Reconciliation.Statements;

/// <summary>The number of a note as it stands beside the amounts that it explains.</summary>
internal static partial class NoteNumbers
{
    /// <summary><c>(12)</c>, which could be a negative amount as well.</summary>
    [GeneratedRegex(@"^\([0-9]{1,2}\)$", RegexOptions.CultureInvariant)]
    internal static partial Regex InParentheses();

    /// <summary><c>12</c>, <c>12a</c>, <c>12(b)</c>, which could be a small amount as well.</summary>
    [GeneratedRegex(@"^(?<number>[0-9]{1,2})[a-z]?(?:\([a-z]\))?$", RegexOptions.CultureInvariant)]
    internal static partial Regex Bare();

    /// <summary><c>2.1</c>, the part of a note, which could be an amount in millions as well.</summary>
    [GeneratedRegex(@"^[1-9][0-9]?\.[1-9][0-9]?$", RegexOptions.CultureInvariant)]
    internal static partial Regex OfPart();

    /// <summary><c>9.2A</c>, <c>12b</c>, <c>3(c)</c>, which no amount looks like.</summary>
    [GeneratedRegex(@"^[0-9]{1,2}(?:\.[0-9]{1,2})?(?:[A-Za-z]|\([a-z]\))$", RegexOptions.CultureInvariant)]
    internal static partial Regex Lettered();
}

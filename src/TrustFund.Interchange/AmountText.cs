namespace TrustFund.Interchange;

/// <summary>
/// An amount as an extract writes it, taken apart: its digits with their marks, its sign, and the side
/// that a suffix names. The minus stands before or after, or parentheses stand for it.
/// </summary>
/// <param name="Digits">Digits, points, commas and blanks.</param>
/// <param name="IsNegative">Whether a minus or parentheses stand around it.</param>
/// <param name="Side">The side of a suffix <c>DR</c> or <c>CR</c>; null where there is none.</param>
internal sealed record AmountText(string Digits, bool IsNegative, Side? Side)
{
    // DR and CR, and S and H, as German systems print Soll and Haben.
    private static readonly (string Suffix, Side Side)[] Suffixes =
        [("DR", TrustFund.Side.Debit), ("CR", TrustFund.Side.Credit), ("S", TrustFund.Side.Debit), ("H", TrustFund.Side.Credit)];

    /// <summary>Takes an amount apart; null where the text is none.</summary>
    internal static AmountText? Of(string text)
    {
        var rest = text.Trim();
        Side? side = null;
        foreach (var (suffix, named) in Suffixes)
        {
            if (side is null && rest.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                (side, rest) = (named, rest[..^suffix.Length].TrimEnd());
            }
        }

        var signs = 0;
        if (rest.StartsWith('(') && rest.EndsWith(')'))
        {
            (signs, rest) = (signs + 1, rest[1..^1].Trim());
        }

        if (rest.Length > 0 && IsMinus(rest[0]))
        {
            (signs, rest) = (signs + 1, rest[1..].TrimStart());
        }

        if (rest.Length > 0 && IsMinus(rest[^1]))
        {
            (signs, rest) = (signs + 1, rest[..^1].TrimEnd());
        }

        // A minus and a credit at once would be a guess: twice negative, or said twice?
        var isOne = signs + (side is null ? 0 : 1) <= 1;
        return isOne && rest.Any(char.IsAsciiDigit) && rest.All(character => char.IsAsciiDigit(character) || AmountNotation.IsMark(character))
            ? new AmountText(rest, signs == 1, side)
            : null;
    }

    private static bool IsMinus(char character) => character is '-' or '\u2212';
}

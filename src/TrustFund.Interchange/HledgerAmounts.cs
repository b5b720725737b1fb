namespace TrustFund.Interchange;

/// <summary>Reads amounts as hledger writes them: a sign, a number, and a commodity on either side.</summary>
internal sealed class HledgerAmounts
{
    private readonly Dictionary<string, Currency> _currencies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, char> _marks = new(StringComparer.Ordinal);

    /// <summary>The decimal mark of the journal, where a directive tells it.</summary>
    internal char? DecimalMark { get; set; }

    internal void Alias(string commodity, Currency currency) => _currencies[commodity] = currency;

    /// <summary>Learns the decimal mark of a commodity from a directive; false where the amount shows none.</summary>
    internal bool TryLearn(string text)
    {
        if (Parts(text) is not var (_, number, commodity))
        {
            return false;
        }

        var mark = number.LastIndexOfAny(['.', ',']);
        _marks[commodity] = mark < 0 ? '.' : number[mark];
        return mark >= 0;
    }

    /// <summary>The amount; null and a complaint where it cannot be read.</summary>
    internal Money? Read(string text, out Complaint? complaint, out string[] particulars)
    {
        (complaint, particulars) = (null, [Cells.Shown(text.Trim())]);
        if (Parts(text) is not var (isNegative, number, commodity))
        {
            complaint = HledgerComplaints.NotAnAmount;
            return null;
        }

        if (!_currencies.TryGetValue(commodity, out var currency) && !Currency.TryParse(commodity, out currency))
        {
            (complaint, particulars) = commodity.Length == 0 ? (HledgerComplaints.NotAnAmount, particulars) : (HledgerComplaints.NotACurrency, [Cells.Shown(commodity)]);
            return null;
        }

        if (MarkOf(number, commodity) is not { } mark)
        {
            complaint = HledgerComplaints.Ambiguous;
            return null;
        }

        return Read(number, mark, currency, isNegative, ref complaint, ref particulars);
    }

    private static Money? Read(string number, char mark, Currency currency, bool isNegative, ref Complaint? complaint, ref string[] particulars)
    {
        var parts = number.Split(mark);
        var plain = string.Concat(parts[0].Where(char.IsAsciiDigit));
        var decimals = parts.Length > 1 ? parts[1] : "";
        if (parts.Length > 2 || plain.Length + decimals.Length == 0 || !decimals.All(char.IsAsciiDigit) || !AreGroups(parts[0]))
        {
            complaint = HledgerComplaints.NotAnAmount;
            return null;
        }

        // Zeros beyond the minor unit are digits shown, not an amount.
        decimals = decimals.Length > currency.MinorDigits ? decimals.TrimEnd('0').PadRight(currency.MinorDigits, '0') : decimals;
        if (decimals.Length > currency.MinorDigits)
        {
            (complaint, particulars) = (CellComplaints.TooManyDecimals, [particulars[0], $"{currency.MinorDigits}", currency.Code]);
            return null;
        }

        var read = new NumberText($"{(plain.Length == 0 ? "0" : plain)}{(decimals.Length > 0 ? "." : "")}{decimals}");
        if (read.MinorUnits(currency) is not { } minorUnits)
        {
            complaint = CellComplaints.TooLarge;
            return null;
        }

        return new Money(isNegative ? -minorUnits : minorUnits, currency);
    }

    // Digits without marks, or in groups: three in the last, two or three in those before it (as in 12,34,567).
    private static bool AreGroups(string whole)
    {
        var groups = whole.Select(one => AmountNotation.IsMark(one) ? ' ' : one).ToArray().AsSpan().ToString().Split(' ');
        return groups.Length == 1
            || (groups[0].Length is 1 or 2 or 3 && groups[^1].Length == 3 && groups[1..].All(group => group.Length is 2 or 3));
    }

    // The mark that stands before the decimals; any, where there are none; null where it could be either.
    private char? MarkOf(string number, string commodity)
    {
        if (DecimalMark is { } declared)
        {
            return declared;
        }

        if (_marks.TryGetValue(commodity, out var learnt))
        {
            return learnt;
        }

        var (point, comma) = (number.LastIndexOf('.'), number.LastIndexOf(','));
        if (point >= 0 && comma >= 0)
        {
            return point > comma ? '.' : ',';
        }

        return AmountNotation.EvidenceOf(number) switch
        {
            DecimalMarkEvidence.Point or DecimalMarkEvidence.None => '.',
            DecimalMarkEvidence.Comma => ',',
            _ => null,
        };
    }

    private static (bool IsNegative, string Number, string Commodity)? Parts(string text)
    {
        var rest = text.Trim();
        var start = rest.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0)
        {
            return null;
        }

        start -= start > 0 && rest[start - 1] is '.' or ',' ? 1 : 0;
        var end = start;
        while (end < rest.Length && (char.IsAsciiDigit(rest[end]) || rest[end] is '.' or ','
            || (AmountNotation.IsMark(rest[end]) && end + 1 < rest.Length && char.IsAsciiDigit(rest[end + 1]))))
        {
            end++;
        }

        var (before, after) = (rest[..start], rest[end..].Trim());
        var signs = before.Count(one => one is '-' or '+');
        var symbol = before.Replace("-", "", StringComparison.Ordinal).Replace("+", "", StringComparison.Ordinal).Trim();
        return signs > 1 || (symbol.Length > 0 && after.Length > 0)
            ? null
            : (before.Contains('-', StringComparison.Ordinal), rest[start..end], (symbol + after).Trim('"'));
    }
}

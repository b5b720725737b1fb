namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// Amounts in the commonest forms, <c>1,234</c>, <c>(1,234.50)</c> and <c>-12</c>, read digit by digit: most cells of most
/// documents, many times faster than by pattern. Whatever else a cell is, the pattern decides.
/// </summary>
internal static class PlainAmount
{
    private const int MostDigits = 15;
    private const int MostDecimals = 8;
    private const int Group = 3;

    /// <summary>Whether a cell is like <c>12,345</c>: an amount whichever sign the comma is, of thousands or of decimals.</summary>
    internal static bool IsOneGroup(string cell)
    {
        var comma = cell.Length - Group - 1;
        return comma is >= 1 and <= Group && cell[comma] == ','
            && !cell.AsSpan(0, comma).ContainsAnyExceptInRange('0', '9') && !cell.AsSpan(comma + 1).ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>The amount; null for a cell in any other form.</summary>
    internal static PrintedAmount? Parse(string cell) => Read(cell, out var amount, out var decimals)
        ? new PrintedAmount(FigureState.Amount, amount, decimals, cell, [])
        : null;

    /// <summary>The amount and how many decimals it is printed with; false for a cell in any other form.</summary>
    internal static bool Read(ReadOnlySpan<char> cell, out decimal amount, out int decimals)
    {
        (amount, decimals) = (0, 0);
        var (start, end) = (0, cell.Length);
        var isNegative = false;
        if (end > 2 && cell[0] == '(' && cell[end - 1] == ')')
        {
            (start, end, isNegative) = (1, end - 1, true);
        }
        else if (end > 1 && cell[0] == '-')
        {
            (start, isNegative) = (1, true);
        }

        var point = cell[start..end].IndexOf('.') is >= 0 and var at ? start + at : -1;
        var whole = point < 0 ? end : point;
        decimals = point < 0 ? 0 : end - point - 1;
        if (whole == start || decimals > MostDecimals || (point >= 0 && decimals == 0))
        {
            return false;
        }

        var firstGroup = cell[start..whole].IndexOf(',');
        var hasGroups = firstGroup >= 0;
        if (hasGroups && (whole - start < Group + 2 || firstGroup is 0 or > Group))
        {
            return false;
        }

        var (value, digits) = (0L, 0);
        for (var index = start; index < end; index++)
        {
            var character = cell[index];
            var isSeparator = index < whole && hasGroups && (whole - index) % (Group + 1) == 0;
            if (isSeparator ? character != ',' : index != point && !char.IsAsciiDigit(character))
            {
                return false;
            }

            if (!isSeparator && index != point)
            {
                if (++digits > MostDigits)
                {
                    return false;
                }

                value = (value * 10) + (character - '0');
            }
        }

        amount = new decimal(unchecked((int)value), (int)(value >> 32), 0, isNegative && value != 0, (byte)decimals);
        return true;
    }
}

using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>
/// Finds the entries behind a difference from the books: those that equal it, half of it (posted on the wrong
/// side), or differ from what they should be by it through a transposition.
/// </summary>
internal static class EntryClues
{
    private const int MostNamed = 3;

    internal static IReadOnlyList<EntryClue> Of(
        StatementTemplate template, string line, Fund fund, decimal difference, IReadOnlyList<PostedEntry> entries)
    {
        if (difference == 0 || !template.Has(line) || template[line] is not { Accounts: { } accounts } selected || selected.Measure == Measure.Opening)
        {
            return [];
        }

        var size = Math.Abs(difference);
        decimal Printed(decimal amount) => Math.Abs(FigureFormat.Round(amount, 1, template.Decimals, template.Rounding));
        string? Text(decimal amount) =>
            Printed(amount) == size ? "equals the difference"
            : Printed(2 * amount) == size ? "is half the difference: it may stand on the wrong side"
            : IsTransposition(Printed(amount), size, template.Decimals) ? "differs by the difference from the same with two digits transposed"
            : null;
        return [.. entries
            .Select(entry => (entry, Amount: entry.Entry.Postings
                .Where(posting => posting.Fund.Code == fund.Code && accounts.Selects(posting.Account))
                .Sum(posting => selected.Positive == Side.Debit ? posting.Amount.Amount : -posting.Amount.Amount) / template.Unit))
            .Where(pair => pair.Amount != 0)
            .Select(pair => (pair.entry, pair.Amount, Text: Text(pair.Amount)))
            .Where(clue => clue.Text is not null)
            .OrderByDescending(clue => clue.Text!.StartsWith("equals", StringComparison.Ordinal))
            .Take(MostNamed)
            .Select(clue => new EntryClue(clue.entry.Entry.Id.Text, clue.Amount,
                $"Entry {clue.entry.Entry.Id} of {AmountText.Of(clue.Amount)} {clue.Text}."))];
    }

    private static bool IsTransposition(decimal amount, decimal difference, int decimals)
    {
        var place = new decimal(1, 0, 0, false, (byte)decimals);
        var digits = (amount / place).ToString("0", System.Globalization.CultureInfo.InvariantCulture).ToCharArray();
        for (var at = 0; at + 1 < digits.Length; at++)
        {
            var swapped = (char[])digits.Clone();
            (swapped[at], swapped[at + 1]) = (swapped[at + 1], swapped[at]);
            if (swapped[at] != '0' && digits[at] != digits[at + 1]
                && Math.Abs((decimal.Parse(swapped, System.Globalization.CultureInfo.InvariantCulture) * place) - amount) == difference)
            {
                return true;
            }
        }

        return false;
    }
}

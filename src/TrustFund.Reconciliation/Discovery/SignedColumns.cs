namespace TrustFund.Reconciliation.Discovery;

/// <summary>
/// Columns that lead from one to another with what is added and taken off between them, each with any sign: unpaid
/// before, adjustments, assessed, less collected, unpaid after. So many patterns are there that a few lines are asked first.
/// </summary>
internal static class SignedColumns
{
    private const int Fewest = 3;
    private const int Most = 7;
    private const int MostColumns = 16;
    private const int Probes = 8;
    private const int Signs = 3;
    private static readonly IReadOnlyList<IReadOnlyList<int[]>> PatternsOf = [.. Enumerable.Range(0, Most + 1).Select(length => (IReadOnlyList<int[]>)(length < Fewest ? [] : [.. Patterns(length)]))];

    /// <summary>The sets that hold in most of the fullest lines.</summary>
    internal static IEnumerable<(int Target, List<Addend> Addends)> Sets(int columns, IReadOnlyList<(Sheet Sheet, SheetRow Row)> rows)
    {
        if (columns > MostColumns)
        {
            yield break;
        }

        var probes = rows.OrderByDescending(pair => pair.Row.Cells.Count(cell => cell?.Amount is not (null or 0))).Take(Probes)
            .Select(pair => ProbeOf(pair.Sheet, pair.Row, columns)).OfType<Probe>().ToList();
        for (var target = 0; target < columns; target++)
        {
            var printed = probes.FindAll(probe => probe.IsPrinted[target]);
            if (printed.Count <= probes.Count / 2)
            {
                continue;
            }

            for (var length = Fewest; length <= Most; length++)
            {
                foreach (var start in new[] { target - length, target + 1 }.Where(start => start >= 0 && start + length <= columns))
                {
                    foreach (var signs in PatternsOf[length].Where(signs => Holds(signs, start, target, printed)))
                    {
                        yield return (target, [.. signs.Select((sign, at) => new Addend(start + at, sign)).Where(addend => addend.Sign != 0)]);
                    }
                }
            }
        }
    }

    /// <summary>In how many ways the columns beside one can be tried.</summary>
    internal static decimal Ways(int columns) => Power(Math.Min(columns - 1, Most));

    // Every sign of every column but those beyond the first and last that count; what is added stands somewhere.
    private static IEnumerable<int[]> Patterns(int length)
    {
        for (var pattern = 0; pattern < Power(length); pattern++)
        {
            var signs = new int[length];
            for (var (at, rest) = (0, pattern); at < length; at++, rest /= Signs)
            {
                signs[at] = (rest % Signs) - 1;
            }

            if (signs[0] != 0 && signs[^1] != 0 && signs.Contains(1) && signs.Contains(-1) && signs.Count(sign => sign != 0) >= Fewest)
            {
                yield return signs;
            }
        }
    }

    private static bool Holds(int[] signs, int start, int target, List<Probe> probes)
    {
        var missing = probes.Count / 2;
        foreach (var probe in probes)
        {
            var sum = -probe.Amounts[target];
            for (var at = 0; at < signs.Length; at++)
            {
                sum += signs[at] * probe.Amounts[start + at];
            }

            if (Math.Abs(sum) * 2 > probe.Steps[target] * (signs.Length + 1) && --missing < 0)
            {
                return false;
            }
        }

        return true;
    }

    // In whole numbers of the finest step, which are added up ten times as fast; a line of larger amounts than these hold shows nothing.
    private static Probe? ProbeOf(Sheet sheet, SheetRow row, int columns)
    {
        const decimal most = 100_000_000_000_000_000m;
        var finest = Enumerable.Range(0, columns).Min(sheet.Step);
        var amounts = Enumerable.Range(0, columns).Select(column => (row.Amount(column) ?? 0) / finest).ToList();
        var steps = Enumerable.Range(0, columns).Select(column => sheet.Step(column) / finest).ToList();
        return amounts.Exists(amount => Math.Abs(amount) > most) || steps.Exists(step => step > most) ? null
            : new Probe([.. amounts.Select(amount => (long)amount)], [.. steps.Select(step => (long)step)], [.. Enumerable.Range(0, columns).Select(column => row.Amount(column) is not null)]);
    }

    private static int Power(int length) => length == 0 ? 1 : Signs * Power(length - 1);

    /// <summary>A line as it is asked.</summary>
    /// <param name="Amounts">Its amounts by column; 0 where none is printed.</param>
    /// <param name="Steps">By which amounts of each column are apart.</param>
    /// <param name="IsPrinted">In which columns an amount is printed.</param>
    private sealed record Probe(long[] Amounts, long[] Steps, bool[] IsPrinted);
}

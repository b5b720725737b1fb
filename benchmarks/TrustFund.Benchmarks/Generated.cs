using NodaTime;
using TrustFund.Practice;
using TrustFund.Storage;

namespace TrustFund.Benchmarks;

/// <summary>A journal made up by rule: the same entries on every machine.</summary>
internal static class Generated
{
    private static readonly Account[] Expenses =
        [StandardChart.StaffCosts, StandardChart.Travel, StandardChart.Consultants, StandardChart.Supplies, StandardChart.ContractualServices];

    internal static Fund[] Funds { get; } =
        [.. Enumerable.Range(1, 12).Select(number => new Fund($"F{number:00}", $"Fund {number}", Currency.Usd))];

    internal static Donor[] Donors { get; } = [.. Enumerable.Range(0, 200).Select(number => new Donor($"D{number:000}", $"Donor {number}"))];

    internal static MasterData MasterData { get; } = new(StandardChart.Accounts, Funds, Donors);

    /// <summary>Entries of two postings, a third of them contributions, over five years from 2020.</summary>
    internal static IEnumerable<JournalEntry> Entries(int count, int first = 1)
    {
        for (var number = first; number < first + count; number++)
        {
            var fund = Funds[number % Funds.Length];
            var day = new LocalDate(2020, 1, 1).PlusDays(number % 1826);
            var amount = new Money(100 + (number * 7919L % 500_000), Currency.Usd);
            yield return (number % 3) switch
            {
                0 => fund.RecognizesContribution($"G{number:0000000}", Donors[number % Donors.Length], amount, day),
                1 => fund.IncursExpense($"G{number:0000000}", Expenses[number % Expenses.Length], amount, day, "Goods received"),
                _ => fund.PaysPayable($"G{number:0000000}", amount, day, "Paid"),
            };
        }
    }
}

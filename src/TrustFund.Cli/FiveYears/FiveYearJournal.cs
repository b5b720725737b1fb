using NodaTime;
using TrustFund.Practice;
using static TrustFund.Cli.FiveYears.FiveYearNouns;

namespace TrustFund.Cli.FiveYears;

/// <summary>
/// The ordinary entries of the sample, drawn from a seed: contributions recognised and collected, expenses
/// incurred and paid, staff costs, support costs, investment revenue, depreciation, and costs that one fund pays for another.
/// </summary>
internal sealed class FiveYearJournal
{
    private const ulong Seed = 20_200_101;
    private const int InvoicesOfAMonth = 29;
    private const int Posts = 6;
    private const int DaysToRecord = 3;

    private static readonly EntryDetails Contributions = new() { PreparedBy = "Contributions Unit", ApprovedBy = "Chief, Contributions Unit" };
    private static readonly EntryDetails Payables = new() { PreparedBy = "Accounts Payable Unit", ApprovedBy = "Chief, Payments Section" };
    private static readonly EntryDetails Treasury = new() { PreparedBy = "Treasury", ApprovedBy = "Treasurer" };
    private static readonly EntryDetails Accounts = new() { PreparedBy = "Accounts Section", ApprovedBy = "Chief, Accounts Section" };

    private static readonly (Account Account, string What, long Least, long Most)[] Invoices =
    [
        (StandardChart.Consultants, "Consultancy", 2_400_00, 18_500_00),
        (StandardChart.Travel, "Travel on mission", 380_00, 6_900_00),
        (StandardChart.ContractualServices, "Contractual services", 1_900_00, 21_000_00),
        (StandardChart.Supplies, "Supplies", 120_00, 5_200_00),
        (StandardChart.GeneralOperatingExpenses, "Rent and utilities", 650_00, 7_800_00),
        (StandardChart.GrantsToPartners, "Grant to implementing partner", 9_000_00, 46_000_00),
    ];

    private readonly SplitMix _draw = new(Seed);
    private readonly List<(LocalDate Date, Fund Fund, Func<Code<JournalEntry>, JournalEntry> Make)> _entries = [];
    private readonly Dictionary<(Fund Fund, YearMonth Month), long> _expenses = [];

    private FiveYearJournal()
    {
        foreach (var year in Enumerable.Range(FirstYear, LastYear - FirstYear + 1))
        {
            foreach (var fund in FundsOf(year))
            {
                AddContributions(fund, year);
                AddInvestmentRevenue(fund, year);
                for (var month = 1; month <= 12; month++)
                {
                    AddExpenses(fund, new YearMonth(year, month));
                }
            }
        }
    }

    /// <summary>All of them in the order in which they are recorded, each with an id of its fund, year and number.</summary>
    internal static IReadOnlyList<DatedEntry> Draw()
    {
        var journal = new FiveYearJournal();
        var numbers = new Dictionary<(Fund Fund, int Year), int>();
        Code<JournalEntry> Id(Fund fund, LocalDate date)
        {
            var number = numbers[(fund, date.Year)] = numbers.GetValueOrDefault((fund, date.Year)) + 1;
            return new Code<JournalEntry>(FormattableString.Invariant($"{fund.Code}-{date.Year}-{number:0000}"));
        }

        return
        [
            .. Funds.Select(fund => new DatedEntry(InstantOf(new LocalDate(FirstYear, 1, 2)), Opening(fund))),
            .. journal._entries.OrderBy(entry => entry.Date)
                .Select(entry => new DatedEntry(InstantOf(entry.Date.PlusDays(DaysToRecord)), entry.Make(Id(entry.Fund, entry.Date)))),
        ];
    }

    /// <summary>The end of a working day.</summary>
    internal static Instant InstantOf(LocalDate date) => date.At(new LocalTime(17, 0)).InUtc().ToInstant();

    private static JournalEntry Opening(Fund fund)
    {
        var (cash, equipment) = fund == Climate ? (4_218_306_45, 640_000_00) : fund == Education ? (3_077_940_10, 315_000_00) : (2_504_118_77, 0);
        return fund.OpensBooks($"{fund.Code}-OPENING", ReportingPeriod.CalendarYear(FirstYear),
            [
                (StandardChart.CashAtBank, Usd(cash)), (StandardChart.AccumulatedSurplusRestricted, Usd(-cash - equipment)),
                .. equipment == 0 ? [] : new[] { (StandardChart.PropertyPlantAndEquipment, Usd(equipment)) },
            ],
            Accounts);
    }

    private void AddContributions(Fund fund, int year)
    {
        var isLast = fund == Emergency && year == EmergencyLastYear;
        var donors = isLast ? [Norway, .. Donors.Where(donor => donor.Code.Text is "CAN" or "DNK" or "EU" or "SWE")] : _draw.Some(Donors, _draw.Between(14, 18)).ToList();
        foreach (var donor in donors)
        {
            var amount = Usd(_draw.Between(350, 6_000) * 100_00 + (_draw.Between(1, 4) == 1 ? _draw.Between(1L, 99_99) : 0));
            var agreement = new ContributionAgreement(FormattableString.Invariant($"{fund.Code}/{year}/{donor.Code}"));
            var signed = new LocalDate(year, 1, 10).PlusDays(_draw.Between(0, isLast ? 60 : 290));
            Add(fund, signed, id => fund.RecognizesContribution(id, donor, amount, signed, agreement, Contributions));
            var collected = signed;
            foreach (var instalment in Allocation.Evenly(amount, _draw.Between(2, 4)))
            {
                collected = collected.PlusDays(_draw.Between(8, 55));
                var on = collected;
                AddWithin(fund, on, id => fund.CollectsContribution(id, donor, instalment, on, agreement, Contributions));
            }
        }
    }

    private void AddInvestmentRevenue(Fund fund, int year)
    {
        foreach (var month in new[] { 3, 6, 9, 12 })
        {
            var end = EndOf(new YearMonth(year, month));
            var amount = Usd(_draw.Between(4_100_00L, 19_800_00));
            Add(fund, end, id => fund.EarnsInvestmentRevenue(id, amount, end, Treasury));
            var received = fund == Emergency && year == EmergencyLastYear && month == 12 ? end : end.PlusDays(_draw.Between(6, 20));
            AddWithin(fund, received, id => Ordinary(id, received, "Investment revenue received", Treasury,
                Posting.Debit(StandardChart.CashAtBank, fund, amount), Posting.Credit(StandardChart.AccruedInvestmentRevenue, fund, amount)));
        }
    }

    private void AddExpenses(Fund fund, YearMonth month)
    {
        var isWindingUp = fund == Emergency && month.Year == EmergencyLastYear;
        var (first, last) = (month.OnDayOfMonth(1), EndOf(month));
        for (var number = isWindingUp && month.Month > 10 ? InvoicesOfAMonth : 0; number < InvoicesOfAMonth; number++)
        {
            var (account, what, least, most) = _draw.OneOf(Invoices);
            var amount = Usd(_draw.Between(least, most));
            var (received, paid) = (first.PlusDays(_draw.Between(0, last.Day - 1)), _draw.Between(9, 42));
            var reference = FormattableString.Invariant($"INV-{fund.Code}-{month.Year}{month.Month:00}-{number + 1:00}");
            var details = Payables with { Reference = reference };
            Spend(fund, received, amount, id => fund.IncursExpense(id, account, amount, received, $"{what}, invoice {reference}", details));
            AddWithin(fund, received.PlusDays(paid), id => fund.PaysPayable(id, amount, received.PlusDays(paid), $"Payment of invoice {reference}", details));
        }

        for (var post = 1; post <= Posts && !(isWindingUp && month.Month > 6); post++)
        {
            var (amount, number) = (Usd(_draw.Between(9_400_00L, 15_900_00)), post);
            Spend(fund, last, amount, id => Ordinary(id, last, FormattableString.Invariant($"Staff costs, post {number}"), Accounts,
                Posting.Debit(StandardChart.StaffCosts, fund, amount), Posting.Credit(StandardChart.CashAtBank, fund, amount)));
        }

        if (fund != Emergency)
        {
            var depreciation = Usd(fund == Climate ? 5_333_33 : 2_625_00);
            Add(fund, last, id => fund.Depreciates(id, depreciation, last, Accounts));
        }

        if (fund != Climate && !(isWindingUp && month.Month > 10))
        {
            ShareCosts(fund, last, isWindingUp);
        }

        // Thirteen per cent of the month's expenditure, rounded half up to the cent.
        if (_expenses.TryGetValue((fund, month), out var spent))
        {
            var support = Usd(((spent * 13) + 50) / 100);
            Add(fund, last, id => Ordinary(id, last, "Programme support costs at 13 per cent of expenditure", Accounts,
                Posting.Debit(StandardChart.ProgrammeSupportCosts, fund, support), Posting.Credit(StandardChart.CashAtBank, fund, support)));
        }
    }

    // The climate fund pays shared office costs; the other fund owes its share for a month.
    private void ShareCosts(Fund fund, LocalDate on, bool isWindingUp)
    {
        var share = Usd(_draw.Between(2_800_00L, 6_100_00));
        Spend(fund, on, share, id => Ordinary(id, on, $"Shared office costs paid by {Climate.Code} for {fund.Code}", Accounts,
            Posting.Debit(StandardChart.DueFromOtherFunds, Climate, share), Posting.Credit(StandardChart.CashAtBank, Climate, share),
            Posting.Debit(StandardChart.GeneralOperatingExpenses, fund, share), Posting.Credit(StandardChart.DueToOtherFunds, fund, share)));
        var settled = isWindingUp ? on.PlusDays(12) : on.PlusDays(_draw.Between(20, 35));
        Add(fund, settled, id => Ordinary(id, settled, $"Shared office costs settled by {fund.Code}", Treasury,
            Posting.Debit(StandardChart.DueToOtherFunds, fund, share), Posting.Credit(StandardChart.CashAtBank, fund, share),
            Posting.Debit(StandardChart.CashAtBank, Climate, share), Posting.Credit(StandardChart.DueFromOtherFunds, Climate, share)));
    }

    private void Spend(Fund fund, LocalDate on, Money amount, Func<Code<JournalEntry>, JournalEntry> make)
    {
        var month = on.ToYearMonth();
        _expenses[(fund, month)] = _expenses.GetValueOrDefault((fund, month)) + amount.MinorUnits;
        Add(fund, on, make);
    }

    // What would be settled after the books end stays open.
    private void AddWithin(Fund fund, LocalDate date, Func<Code<JournalEntry>, JournalEntry> make)
    {
        if (date.Year <= LastYear)
        {
            Add(fund, date, make);
        }
    }

    private void Add(Fund fund, LocalDate date, Func<Code<JournalEntry>, JournalEntry> make) => _entries.Add((date, fund, make));

    private static JournalEntry Ordinary(Code<JournalEntry> id, LocalDate date, string description, EntryDetails details, params Posting[] postings) =>
        new(id, date, EntryKind.Ordinary, description, postings, details);

    private static LocalDate EndOf(YearMonth month) => month.OnDayOfMonth(1).With(DateAdjusters.EndOfMonth);

    private static Money Usd(long cents) => new(cents, Currency.Usd);
}

using System.Text;
using CsCheck;
using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Interchange.Tests;

/// <summary>Random books that are right, with everything that entries and postings can state.</summary>
internal static class SomeBooks
{
    private static readonly Gen<string> Piece = Gen.OneOfConst(
        "a", "B", "7", "\"", "\"\"", ",", ";", " ", "'", "#", "=", "é", "ß", "Ω", "漢", "😀", "\u00A0", "null", "Lima");

    private static readonly Gen<string> Text = Piece.Array[1, 8].Select(pieces => string.Concat(pieces).Normalize());

    private static readonly Gen<string> Name = Text.Where(text => !string.IsNullOrWhiteSpace(text));

    private static readonly Gen<string?> OptionalText = Gen.OneOf<string?>(Gen.Const((string?)null), Name.Select(name => (string?)name));

    private static readonly Gen<string> CodeText = Text.Where(text => Code<Account>.Fault(text) is null);

    private static readonly Gen<LocalDate> Day = Gen.Int[0, 5000].Select(days => new LocalDate(2010, 1, 1).PlusDays(days));

    private static readonly Gen<ReportingPeriod> Period = Gen.OneOf(
        Gen.Int[1990, 2030].Select(ReportingPeriod.CalendarYear),
        Gen.Select(Day, Gen.Int[0, 800]).Select((start, days) => new ReportingPeriod(start, start.PlusDays(days))));

    private static readonly Gen<Currency> Currencies = Gen.OneOfConst("USD", "EUR", "JPY", "KWD").Select(Currency.Parse);

    private static readonly Gen<MasterData> MasterData = Gen.Select(
        Gen.Select(CodeText, Name, Gen.Enum<AccountType>()).Array[2, 6],
        Gen.Select(CodeText, Name, Currencies, OptionalText).Array[1, 3],
        Gen.Select(CodeText, Name).Array[0, 3],
        Gen.Select(OptionalText, Gen.OneOfConst("yes", "no")))
        .Select((accounts, funds, donors, settings) => new MasterData(
            new ChartOfAccounts(accounts.DistinctBy(one => one.Item1).Select(one => new Account(one.Item1, one.Item2, one.Item3, new LocalDate(2010, 1, 1)))),
            funds.DistinctBy(one => one.Item1).Select(one => new Fund(one.Item1, one.Item2, one.Item3, null, new LocalDate(2040, 1, 1), one.Item4)),
            donors.DistinctBy(one => one.Item1).Select(one => new Donor(one.Item1, one.Item2)),
            new Dictionary<string, string> { ["title"] = settings.Item1 ?? "", ["illustrative"] = settings.Item2 }))
        .Where(data => data.Chart.Count >= 2);

    /// <summary>Master data and entries over it.</summary>
    internal static Gen<(MasterData MasterData, JournalEntry[] Entries)> Any { get; } = Of(0, 8);

    /// <summary>The same with a number of entries.</summary>
    internal static Gen<(MasterData MasterData, JournalEntry[] Entries)> Of(int count) => Of(count, count);

    private static Gen<(MasterData MasterData, JournalEntry[] Entries)> Of(int least, int most) => MasterData.SelectMany(data =>
        Entry(data).Array[least, most].Select(makers => (data, makers.Select((maker, index) => maker($"E {index}")).ToArray())));

    private static Gen<Func<string, JournalEntry>> Entry(MasterData data) => Gen.Select(
        Gen.OneOfConst([.. data.Funds]).SelectMany(fund => Postings(data, fund)).Array[1, 2],
        Gen.Select(Gen.Enum<EntryKind>(), Name, Day, Gen.OneOf(Gen.Const((LocalDate?)null), Day.Select(day => (LocalDate?)day))),
        Gen.Select(OptionalText, OptionalText, OptionalText, OptionalText),
        Gen.Select(Gen.OneOf(Gen.Const((ReportingPeriod?)null), Period.Select(period => (ReportingPeriod?)period)), Period, CodeText),
        Gen.Select(Name, Gen.Bool).Array[0, 2])
        .Select<(Posting[][], (EntryKind, string, LocalDate, LocalDate?), (string?, string?, string?, string?), (ReportingPeriod?, ReportingPeriod, string), (string, bool)[]), Func<string, JournalEntry>>(
            made =>
        {
            var (postings, (kind, description, date, documentDate), texts, (period, restated, reversed), vouchers) = made;
            var posted = postings.SelectMany(one => one).ToList();

            // What is drawn at random restates only where its postings fit a nature.
            var natures = Enum.GetValues<RestatementNature>().Where(one => JournalEntry.RestatementFault(one, posted) is null).ToArray();
            kind = kind == EntryKind.Restatement && natures.Length == 0 ? EntryKind.Adjusting : kind;
            var nature = kind == EntryKind.Restatement ? natures[date.Day % natures.Length] : (RestatementNature?)null;
            return id => new JournalEntry(id, date, kind, description, posted, new EntryDetails
            {
                DocumentDate = documentDate,
                Reference = texts.Item1,
                Period = period,
                Restates = kind == EntryKind.Restatement ? restated : null,
                Nature = nature,
                Judgement = nature is null ? null : texts.Item4,
                Reverses = kind == EntryKind.Reversal || (kind == EntryKind.Closing && texts.Item1 is null) ? reversed : (Code<JournalEntry>?)null,
                PreparedBy = texts.Item2,
                ApprovedBy = texts.Item3,
                Authority = texts.Item4,
                Vouchers = [.. vouchers.Select(one => new Voucher(one.Item1, one.Item2 ? Sha256Hash.Of(Encoding.UTF8.GetBytes(one.Item1)) : null)).Distinct()],
            });
        });

    // Some postings with everything, and one more, plain, that balances them.
    private static Gen<Posting[]> Postings(MasterData data, Fund fund) => Gen.Select(
        Gen.OneOfConst([.. data.Chart]), Gen.Long[-99_999_999_999, 99_999_999_999].Where(amount => amount != 0),
        Gen.OneOfConst<Donor?>([null, .. data.Donors]), Gen.OneOf(Gen.Const((string?)null), CodeText.Select(code => (string?)code)),
        Gen.OneOf(Gen.Const((LocalDate?)null), Day.Select(day => (LocalDate?)day)),
        Gen.Select(Gen.Bool, Currencies, Gen.Int[1, 3_000_000]))
        .Select((account, amount, donor, code, due, foreign) => Posting(account, fund, amount, donor, code, due, foreign))
        .Array[1, 4]
        .Where(postings => postings.Sum(posting => posting.Amount.MinorUnits) != 0)
        .Select(postings => (Posting[])[.. postings, new Posting(
            data.Chart.First(), fund, new Money(-postings.Sum(posting => posting.Amount.MinorUnits), fund.Currency))]);

    private static Posting Posting(
        Account account, Fund fund, long amount, Donor? donor, string? code, LocalDate? due, (bool Is, Currency Currency, int Rate) foreign)
    {
        var (money, transaction) = (new Money(amount, fund.Currency), (TransactionAmount?)null);
        if (foreign.Is && foreign.Currency != fund.Currency)
        {
            var rate = foreign.Rate / 1_000_000m;
            var arisen = new Money(amount / 1000 == 0 ? 1 : amount / 1000, foreign.Currency);
            var carried = decimal.Round(arisen.Amount * rate * fund.Currency.MinorUnitsPerUnit, MidpointRounding.ToEven);
            (money, transaction) = (new Money(decimal.ToInt64(carried), fund.Currency), new TransactionAmount(arisen, rate));
        }

        return new Posting(
            account, fund, money, donor,
            code is null ? null : new ContributionAgreement(code),
            code is null ? null : new Project(code),
            code is null ? null : new Counterparty(code), due, transaction);
    }
}

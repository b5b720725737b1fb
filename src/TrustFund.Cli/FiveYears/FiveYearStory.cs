using System.Text;
using NodaTime;
using TrustFund.Cli.Rendering;
using TrustFund.Practice;
using TrustFund.Storage;
using static TrustFund.Cli.FiveYears.FiveYearNouns;

namespace TrustFund.Cli.FiveYears;

/// <summary>
/// What happens in the sample besides its ordinary entries, in the order in which it is recorded: closes, published
/// statements, a year opened again and its corrigendum, an error of the year before restated, a refund, a fund wound up.
/// </summary>
internal sealed class FiveYearStory(OpenedBooks opened, StoryClock clock, string folder)
{
    private static readonly EntryDetails Accounts = new() { PreparedBy = "Accounts Section", ApprovedBy = "Chief, Accounts Section", Authority = "Financial Rule 106.1" };
    private static readonly EntryDetails Decided = new() { PreparedBy = "Accounts Section", ApprovedBy = "Controller", Authority = "Financial Rule 106.3" };

    private const string WindingUp = "Decision 2023/14 of the Board";

    private const string OmissionJudged = "Material: above 1 per cent of the expenses of 2021";

    private const string LateContributionFound = "A contribution of 2020 was not recorded";

    private static readonly Money AuditFee = Money.Usd(11_800.00m);

    private static readonly Money OmittedGrant = Money.Usd(62_480.00m);

    /// <summary>The steps, each with the day on which it is recorded, in no order.</summary>
    internal IEnumerable<(LocalDate Day, Func<CancellationToken, Task> Do)> Steps()
    {
        foreach (var year in Enumerable.Range(FirstYear, LastYear - FirstYear + 1))
        {
            yield return (new LocalDate(year + 1, 1, 20), cancellation => PostAsync(Adjustments(year), cancellation));
            yield return (new LocalDate(year + 1, 2, 26), cancellation => CloseAllAsync(year, cancellation));
            yield return (new LocalDate(year + 1, 6, 15), cancellation => PublishAllAsync(year, cancellation));
            if (year < LastYear)
            {
                yield return (new LocalDate(year + 1, 3, 5), cancellation => PostAsync(AuditFees(year + 1), cancellation));
            }
        }

        yield return (new LocalDate(2021, 9, 10), ReopenAsync);
        yield return (new LocalDate(2021, 9, 14), cancellation => CloseAsync(Climate, 2020, cancellation));
        yield return (new LocalDate(2021, 10, 1), CorrectAsync);
        yield return (new LocalDate(2021, 10, 20), cancellation => PostAsync([LateContributionCollected()], cancellation));
        yield return (new LocalDate(2022, 9, 20), cancellation => PostAsync([Restatement(), Reclassification()], cancellation));
        yield return (new LocalDate(2022, 10, 5), cancellation => PostAsync([RestatedGrantPaid()], cancellation));
        yield return (new LocalDate(2023, 11, 20), cancellation => PostAsync([Refund()], cancellation));
        yield return (new LocalDate(2024, 1, 15), WindUpAsync);
    }

    private static IEnumerable<JournalEntry> Adjustments(int year) => FundsOf(year)
        .Where(fund => fund != Emergency || year < EmergencyLastYear)
        .Select(fund => fund.Adjusts($"{fund.Code}-{Number(year)}-ADJ", StandardChart.GeneralOperatingExpenses, StandardChart.AccruedExpenses, AuditFee,
            new LocalDate(year, 12, 31), "Audit fee accrued", details: Accounts));

    // What was accrued is taken back in the new year, and the invoice takes its place.
    private static IEnumerable<JournalEntry> AuditFees(int year) => FundsOf(year).SelectMany(fund =>
    {
        var (received, reference) = (new LocalDate(year, 2, 28), $"{fund.Code}-{Number(year)}");
        var accrued = Adjustments(year - 1).Single(entry => entry.Postings[0].Fund == fund);
        return new[]
        {
            accrued.Reversal($"{reference}-REV", new LocalDate(year, 2, 1), "Audit fee accrued last year taken back", Accounts),
            fund.IncursExpense($"{reference}-AUD", StandardChart.GeneralOperatingExpenses, AuditFee, received, "Audit fee invoiced", Accounts),
            fund.PaysPayable($"{reference}-AUP", AuditFee, received.PlusDays(4), "Audit fee paid", Accounts),
        };
    });

    private static ContributionAgreement LateAgreement => new("CLIM/2020/DEU/2");

    private static JournalEntry LateContribution() => new("CLIM-2020-LATE", new LocalDate(2020, 12, 31), EntryKind.Adjusting,
        "Contribution of Germany under an agreement signed on 18 December 2020, received by the accounts in September 2021",
        [
            new Posting(StandardChart.ContributionsReceivable, Climate, Money.Usd(125_000.00m), Germany, LateAgreement),
            new Posting(StandardChart.VoluntaryContributions, Climate, Money.Usd(-125_000.00m), Germany, LateAgreement),
        ], Decided);

    private static JournalEntry LateContributionCollected() =>
        Climate.CollectsContribution("CLIM-2021-LATE", Germany, Money.Usd(125_000.00m), new LocalDate(2021, 10, 18), LateAgreement, Accounts);

    private static JournalEntry Restatement() => Education.RestatesPriorPeriod(
        "EDUC-2022-RST", ReportingPeriod.CalendarYear(2021), RestatementNature.Error, StandardChart.AccountsPayable, StandardChart.AccumulatedSurplusRestricted,
        -OmittedGrant, new LocalDate(2022, 9, 20), "Grant to an implementing partner of November 2021 that was not recorded", OmissionJudged, Decided);

    // The comparatives of 2021 show the grant among their expenses; net assets are left alone.
    private static JournalEntry Reclassification() => Education.ReclassifiesComparatives(
        "EDUC-2022-RCL", ReportingPeriod.CalendarYear(2021), StandardChart.GrantsToPartners, StandardChart.AccumulatedSurplusRestricted,
        OmittedGrant, new LocalDate(2022, 9, 20), "Grant of November 2021 shown among the expenses of 2021", OmissionJudged, Decided);

    private static JournalEntry RestatedGrantPaid() =>
        Education.PaysPayable("EDUC-2022-RSTP", OmittedGrant, new LocalDate(2022, 10, 5), "Grant of November 2021 paid", Accounts);

    private static JournalEntry Refund() =>
        Emergency.RefundsContribution("EMER-2023-REF", Norway, Money.Usd(84_300.00m), new LocalDate(2023, 11, 20), Decided with { Authority = "Agreement EMER/2023/NOR, article 9" });

    // What is left goes to another fund under a decision; every balance of the fund is then nil.
    private async Task WindUpAsync(CancellationToken cancellation)
    {
        var end = new LocalDate(EmergencyLastYear, 12, 31);
        var balance = await opened.Books.ReadTrialBalanceByFundAsync(LedgerCutoff.At(end), cancellation).ConfigureAwait(false);
        var left = balance.Sum(Emergency, row => row.Account == StandardChart.CashAtBank);
        var details = Decided with { Authority = WindingUp };
        await PostAsync(
        [
            Emergency.TransfersToFund("EMER-2023-TRF", Climate, left, end, WindingUp, details),
            Emergency.SettlesDueTo("EMER-2023-TRFS", Climate, [(StandardChart.CashAtBank, left)], end, details),
        ], cancellation).ConfigureAwait(false);
    }

    private async Task ReopenAsync(CancellationToken cancellation)
    {
        var year = ReportingPeriod.CalendarYear(2020);
        var closing = await ClosingAsync(Climate, year, cancellation).ConfigureAwait(false);
        var takenBack = ClosingEntries.Live(closing, Climate, year).Select((entry, index) => ClosingEntries.Reopening(
            entry, ClosingEntries.IdOf(Climate, year, closing.Count + index + 1), $"Reopened: {LateContributionFound}", Decided));
        await RecordAsync(BooksEventKind.PeriodReopened, Climate, year, LateContributionFound, [.. takenBack], Decided, cancellation).ConfigureAwait(false);
        await PostAsync([LateContribution()], cancellation).ConfigureAwait(false);
    }

    private async Task CloseAllAsync(int year, CancellationToken cancellation)
    {
        foreach (var fund in FundsOf(year))
        {
            await CloseAsync(fund, year, cancellation).ConfigureAwait(false);
        }

        if (year == EmergencyLastYear)
        {
            await RecordAsync(BooksEventKind.FundClosed, Emergency, null, null, [], Decided with { Authority = WindingUp }, cancellation).ConfigureAwait(false);
        }
    }

    private async Task CloseAsync(Fund fund, int number, CancellationToken cancellation)
    {
        var year = ReportingPeriod.CalendarYear(number);
        var closing = await ClosingAsync(fund, year, cancellation).ConfigureAwait(false);
        var balances = await opened.Books.ReadTrialBalanceAsync(
            LedgerCutoff.At(year.End) with { Closing = ClosingView.AfterClosing }, cancellation).ConfigureAwait(false);
        var entry = ClosingEntries.Of(balances, fund, year, StandardChart.AccumulatedSurplusRestricted, ClosingEntries.IdOf(fund, year, closing.Count + 1), Accounts);
        await RecordAsync(BooksEventKind.PeriodClosed, fund, year, null, entry is null ? [] : [entry], Accounts, cancellation).ConfigureAwait(false);
    }

    private async Task RecordAsync(
        BooksEventKind kind, Fund fund, ReportingPeriod? period, string? reason, IReadOnlyList<JournalEntry> entries, EntryDetails names, CancellationToken cancellation)
    {
        var head = await opened.Books.ReadHeadAsync(cancellation).ConfigureAwait(false);
        Require((await opened.Books.RecordAsync(
            PeriodRules.Event(kind, head, fund, reason, names) with { Period = period }, entries, cancellation).ConfigureAwait(false)).Refusals);
    }

    private async Task<List<JournalEntry>> ClosingAsync(Fund fund, ReportingPeriod year, CancellationToken cancellation) =>
        await opened.Books.ReadEntriesAsync(new EntrySelection { Fund = fund.Code, From = year.End, Through = year.End }, cancellation)
            .Select(posted => posted.Entry).Where(entry => entry.Kind == EntryKind.Closing).ToListAsync(cancellation).ConfigureAwait(false);

    private async Task PublishAllAsync(int year, CancellationToken cancellation)
    {
        foreach (var fund in FundsOf(year))
        {
            // The year after an error was found opens as restated.
            await PublishAsync(fund, year, $"TF/{fund.Code}/{Number(year)}", $"{fund.Code}-{Number(year)}.txt", null, asRestated: fund == Education && year == 2022, cancellation).ConfigureAwait(false);
        }
    }

    private async Task CorrectAsync(CancellationToken cancellation)
    {
        var corrected = await opened.EditionAsync("TF/CLIM/2020", cancellation).ConfigureAwait(false);
        await PublishAsync(Climate, 2020, "TF/CLIM/2020/Corr.1", "CLIM-2020-corr1.txt", corrected.Number, asRestated: false, cancellation).ConfigureAwait(false);
    }

    private async Task PublishAsync(
        Fund fund, int year, string symbol, string file, long? corrects, bool asRestated, CancellationToken cancellation)
    {
        var (period, template) = (ReportingPeriod.CalendarYear(year), Cli.Templates.Load(Cli.Templates.Default));
        var statement = await Reproduction.FromBooksAsync(opened, asRestated ? template.WithRestatedColumns() : template, fund, period, null, cancellation).ConfigureAwait(false);
        var document = Encoding.UTF8.GetBytes(new StatementReport(statement, isIllustrative: true).ToText(null));
        Files.WriteNew(Path.Combine(folder, file), document);
        var day = clock.Now.InUtc().Date;
        var facts = new EditionFacts(symbol, "en", day, EditionStatus.Certified)
        {
            AuthorizedOn = day.PlusDays(-2),
            AuthorizedBy = "Controller",
            Corrects = corrects,
        };
        var (registration, contents, _) = await new EditionMaker(opened, fund, period, Cli.Templates.Default).MakeAsync(document, file, facts, null, cancellation).ConfigureAwait(false);
        var result = await opened.Books.RegisterAsync(
            registration with
            {
                Reason = corrects is null ? null : LateContributionFound,
                PreparedBy = "Accounts Section",
                ApprovedBy = "Controller",
                Authority = "Financial Rule 106.1",
            }, contents, cancellation).ConfigureAwait(false);
        Require(result.Refusals);
    }

    private async Task PostAsync(IEnumerable<JournalEntry> entries, CancellationToken cancellation) =>
        Require((await opened.Books.AppendAsync(entries, cancellation).ConfigureAwait(false)).Refusals);

    internal static void Require(IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Count > 0)
        {
            throw new CommandException(ExitCode.Differences, [.. refusals.Select(refusal => refusal.Text)]);
        }
    }

    private static string Number(int year) => FormattableString.Invariant($"{year}");
}

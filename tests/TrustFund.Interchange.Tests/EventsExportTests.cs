using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Interchange.Tests;

/// <summary>Events that are exported and read back.</summary>
public sealed class EventsExportTests : IDisposable
{
    private static readonly Fund Lima = new("LIMA", "Lima fund", Currency.Usd);

    private static readonly MasterData Data = new(
        new ChartOfAccounts([new Account("1000", "Cash", AccountType.Asset), new Account("4000", "Gifts", AccountType.Revenue)]), [Lima], []);

    private static readonly JournalHead Start = new(0, default);

    private readonly BooksFolder _folder = new();

    private int _exports;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Late invoice")]
    [InlineData("\nLate invoice")]
    [InlineData("Late\n\ninvoice\n")]
    [InlineData("Late\n  \ninvoice")]
    public void A_reason_is_read_back_line_by_line_whichever_of_them_are_blank(string reason)
    {
        var events = Posted(Reopening(reason));

        var read = ReadBack(events);

        read.Select(posted => (posted.Hash, posted.Event.Reason)).Should().Equal(events.Select(posted => (posted.Hash, posted.Event.Reason)));
        CanonicalEncoding.Encode(read[1].Event).Should().Equal(CanonicalEncoding.Encode(events[1].Event));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\t")]
    [InlineData("a\tb\\\\u0009\r\n\\\n")]
    [InlineData("e\u0301 e\u0301\n=e\u0301")]
    public void Texts_that_books_took_once_and_a_cell_cannot_hold_are_escaped_and_read_back_as_they_were(string text)
    {
        var events = Posted(Reopening("x" + text) with { PreparedBy = text, ApprovedBy = " ", Authority = "C:\\new" });

        var read = ReadBack(events);

        CanonicalEncoding.Encode(read[1].Event).Should().Equal(CanonicalEncoding.Encode(events[1].Event));
    }

    [Fact]
    public void Escapes_are_written_where_a_text_needs_them_alone()
    {
        var events = Posted(Reopening("Late\tinvoice\r\nof \\e\u0301") with { Authority = "é" });

        SomeJournal.Files(Export(events))["events.csv"].Should().Be(FormattableString.Invariant(
            $"""
            number,kind,after,after_hash,fund,period,reason,prepared_by,approved_by,authority,recorded,hash,escaped
            1,registration,0,{Start.Hash},,,,,,,2017-03-31T12:00:00Z,{events[0].Hash},
            2,period-reopened,0,{Start.Hash},LIMA,2016,Late\u0009invoice\u000D,,,é,2017-03-31T12:00:00Z,{events[1].Hash},yes
            2,,,,,,of \\e\u0301,,,,,,yes

            """));
        SomeJournal.Files(Export(Posted(Reopening("Late"))))["events.csv"].Should().NotContain("escaped");
    }

    [Fact]
    public void An_empty_reason_is_read_back_as_one_and_not_as_none()
    {
        var events = Posted(Reopening("") with { Kind = BooksEventKind.PeriodClosed });

        ReadBack(events)[1].Event.Reason.Should().BeEmpty();
    }

    [Fact]
    public void Bytes_of_an_edition_that_are_not_those_registered_are_not_exported()
    {
        var file = new EditionFile(EditionRole.Source, "annex.txt", "text", Sha256Hash.Of("As printed"u8));
        var edition = new Edition("A/72/99", "en", new LocalDate(2017, 6, 30), EditionStatus.Final,
            new LedgerCutoff(new LocalDate(2016, 12, 31)) { Sequence = 0 }, Start, "status v1", [file]);
        var events = Posted(Reopening(null) with { Kind = BooksEventKind.StatementRegistered, Edition = edition });

        var export = () => Export(events, "As altered"u8.ToArray());

        export.Should().Throw<ExportException>().WithMessage(
            $"The file annex.txt of the edition A/72/99 (en) was registered with the SHA-256 {file.Sha256}; its bytes in the books give {Sha256Hash.Of("As altered"u8)}. Run an audit: the books were changed from outside.");
        Directory.EnumerateDirectories(_folder.Path).Should().BeEmpty();
    }

    private static BooksEvent Reopening(string? reason) => new(BooksEventKind.PeriodReopened, Start, MasterData.Empty)
    {
        Fund = Lima.Code,
        Period = ReportingPeriod.CalendarYear(2016),
        Reason = reason,
    };

    // A registration and one more event, with numbers, instants and hashes as a store gives them.
    private static List<PostedEvent> Posted(BooksEvent second)
    {
        var events = new List<PostedEvent>();
        foreach (var change in new[] { new BooksEvent(BooksEventKind.Registration, Start, Data), second })
        {
            var (number, recorded) = (events.Count + 1, Instant.FromUtc(2017, 3, 31, 12, 0));
            var hash = CanonicalEncoding.Link(events.LastOrDefault()?.Hash ?? default, number, recorded, CanonicalEncoding.Encode(change));
            events.Add(new PostedEvent(number, recorded, hash, change));
        }

        return events;
    }

    private string Export(IReadOnlyList<PostedEvent> events, byte[]? bytes = null)
    {
        var folder = _folder[$"out {++_exports}"];
        BooksExport.WriteAsync(
            folder, ExportFormat.Csv, Data, AsyncEnumerable.Empty<PostedEntry>(), isRecorded: true,
            new BooksEvents(events, (_, _) => ValueTask.FromResult(bytes))).GetAwaiter().GetResult();
        return folder;
    }

    private List<PostedEvent> ReadBack(IReadOnlyList<PostedEvent> events)
    {
        var books = CsvBooks.Open(Export(events));
        var read = books.ReadEvents();
        books.Problems.Should().BeEmpty();
        return [.. read.Select(restored => restored.Posted)];
    }
}

using NodaTime;
using TrustFund.Storage;
using static TrustFund.Sqlite.Tests.Books;

namespace TrustFund.Sqlite.Tests;

/// <summary>What every store must do with registered statements; each store has one small class that derives from this.</summary>
public abstract class EditionsSpecification : IAsyncLifetime
{
    private readonly FakeClock _clock = new();
    private IBooks _books = null!;

    private protected abstract IBooks Open(IClock clock);

    public async Task InitializeAsync()
    {
        _books = Open(_clock);
        await _books.RegisterAsync(Registered);
        await _books.AppendAsync([Entry("E1", 1), Entry("E2", 2)]);
    }

    public async Task DisposeAsync() => await _books.DisposeAsync();

    [Fact]
    public async Task Everything_a_registered_statement_states_reads_back_and_so_do_the_bytes_of_its_files()
    {
        var (registration, contents) = Statement(await _books.ReadHeadAsync());

        var result = await _books.RegisterAsync(registration, contents);

        result.Should().BeEquivalentTo(new EditionResult(result.Number, true, []));
        var posted = (await _books.ReadEditionsAsync()).Single();
        (posted.Number, posted.Recorded).Should().Be((result.Number, _clock.Now));
        CanonicalEncoding.Encode(posted.Event).Should().Equal(CanonicalEncoding.Encode(registration));
        posted.Event.Edition!.Files.Should().Equal(contents.Select(content => content.File));
        foreach (var content in contents)
        {
            (await _books.ReadEditionFileAsync(posted.Number, content.File)).Should().Equal(content.Bytes.ToArray());
        }

        (await _books.ReadEditionFileAsync(posted.Number + 1, contents[0].File)).Should().BeNull();
        (await _books.AuditAsync()).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task The_same_document_with_the_same_particulars_is_one_edition_though_the_books_have_grown()
    {
        var (registration, contents) = Statement(await _books.ReadHeadAsync());
        var first = await _books.RegisterAsync(registration, contents);
        await _books.AppendAsync([Entry("E3", 3)]);

        var (again, sameContents) = Statement(await _books.ReadHeadAsync());
        var second = await _books.RegisterAsync(again, sameContents);

        second.Should().BeEquivalentTo(new EditionResult(first.Number, false, []));
        (await _books.ReadEditionsAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Another_document_or_other_particulars_under_the_same_symbol_and_language_are_refused()
    {
        var head = await _books.ReadHeadAsync();
        var (registration, contents) = Statement(head);
        var number = (await _books.RegisterAsync(registration, contents)).Number;

        var otherBytes = Statement(head, source: "Other bytes");
        var otherStatus = Statement(head, status: EditionStatus.Audited);
        var refusedBytes = await _books.RegisterAsync(otherBytes.Registration, otherBytes.Contents);
        var refusedStatus = await _books.RegisterAsync(otherStatus.Registration, otherStatus.Contents);

        refusedBytes.Refusals.Single().Should().Be(new Refusal(RefusalReason.EditionDiffers, "A/72/99",
            $"Edition A/72/99 (en) is registered already (event {number}) with another document: SHA-256 {Sha256Hash.Of("As printed"u8)}, not {Sha256Hash.Of("Other bytes"u8)}."
            + " A corrigendum is an edition of its own: give it its own symbol, and name the one it corrects."));
        refusedStatus.Refusals.Single().Text.Should().Be(
            $"Edition A/72/99 (en) is registered already (event {number}) with the same document and other particulars. What was registered cannot be changed; give this one a symbol of its own.");
        (refusedBytes.Number, refusedBytes.IsNew).Should().Be((0, false));
        (await _books.ReadEditionsAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_corrigendum_and_another_language_are_editions_of_their_own()
    {
        var head = await _books.ReadHeadAsync();
        var (registration, contents) = Statement(head);
        var number = (await _books.RegisterAsync(registration, contents)).Number;

        var corrigendum = Statement(head, symbol: "A/72/99/Corr.1", source: "As corrected", corrects: number);
        var french = Statement(head, language: "fr");
        (await _books.RegisterAsync(corrigendum.Registration, corrigendum.Contents)).IsNew.Should().BeTrue();
        (await _books.RegisterAsync(french.Registration, french.Contents)).IsNew.Should().BeTrue();

        (await _books.ReadEditionsAsync()).Select(posted => (posted.Event.Edition!.ToString(), posted.Event.Edition.Corrects))
            .Should().Equal(("A/72/99 (en)", null), ("A/72/99/Corr.1 (en)", number), ("A/72/99 (fr)", null));
    }

    [Fact]
    public async Task What_the_books_do_not_have_cannot_be_named()
    {
        var head = await _books.ReadHeadAsync();
        async Task<RefusalReason> Reason(BooksEvent registration, IReadOnlyList<EditionContents> contents) =>
            (await _books.RegisterAsync(registration, contents)).Refusals.Single().Reason;
        var (registration, contents) = Statement(head);
        var corrigendum = Statement(head, corrects: 77);
        var other = Statement(new JournalHead(2, Sha256Hash.Of("other books"u8)));

        (await Reason(registration with { Fund = "NONE" }, contents)).Should().Be(RefusalReason.UnknownFund);
        (await Reason(corrigendum.Registration, corrigendum.Contents)).Should().Be(RefusalReason.UnknownEdition);
        (await Reason(other.Registration, other.Contents)).Should().Be(RefusalReason.OtherBooks);
        var without = async () => await _books.RegisterAsync(registration, [contents[0]]);
        await without.Should().ThrowAsync<ArgumentException>().WithMessage("The contents are not the files of the edition.*");
        (await _books.ReadEditionsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Master_data_is_given_as_it_stood_when_a_statement_was_registered()
    {
        var (registration, contents) = Statement(await _books.ReadHeadAsync());
        var number = (await _books.RegisterAsync(registration, contents)).Number;
        await _books.RegisterAsync(new MasterData(new ChartOfAccounts([]), [], [new Donor("NEW", "New donor")]));

        (await _books.ReadMasterDataAsync(number)).Donors.Should().Equal(Canada, Peru);
        (await _books.ReadMasterDataAsync()).Donors.Should().HaveCount(3);
    }

    /// <summary>A statement to register, and its files.</summary>
    internal static (BooksEvent Registration, IReadOnlyList<EditionContents> Contents) Statement(
        JournalHead head, string symbol = "A/72/99", string language = "en", string source = "As printed",
        EditionStatus status = EditionStatus.Certified, long? corrects = null)
    {
        EditionContents[] contents =
        [
            new(EditionRole.Source, "annex.txt", "text", System.Text.Encoding.UTF8.GetBytes(source)),
            new(EditionRole.Template, "status.json", "json", "{}"u8.ToArray()),
            new(EditionRole.Statement, "statement.json", "json", "{ }"u8.ToArray()),
            new(EditionRole.Statement, "statement.txt", "text", "Statement"u8.ToArray()),
            new(EditionRole.Figures, "figures.json", "json", "[]"u8.ToArray()),
        ];
        var cutoff = LedgerCutoff.At(new LocalDate(2016, 12, 31)) with { Sequence = head.Sequence };
        var edition = new Edition(
            symbol, language, new LocalDate(2017, 6, 30), status, cutoff, head, "status v1", contents.Select(content => content.File))
        {
            AuthorizedOn = new LocalDate(2017, 6, 28),
            AuthorizedBy = "Controller",
            Corrects = corrects,
        };
        return (new BooksEvent(BooksEventKind.StatementRegistered, head, MasterData.Empty)
        {
            Fund = Lima.Code,
            Period = ReportingPeriod.CalendarYear(2016),
            Reason = "Published",
            PreparedBy = "Accounts section",
            ApprovedBy = "Chief of section",
            Authority = "Rule 106.3",
            Edition = edition,
        }, contents);
    }
}

/// <summary>The store in memory.</summary>
public sealed class InMemoryEditionsTests : EditionsSpecification
{
    private protected override IBooks Open(IClock clock) => new InMemoryBooks(clock);
}

/// <summary>The store in SQLite.</summary>
public sealed class SqliteEditionsTests : EditionsSpecification
{
    private protected override IBooks Open(IClock clock) => SqliteBooks.InMemory(clock);
}

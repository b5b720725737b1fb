using System.Text;
using NodaTime;
using TrustFund.Storage;
using static TrustFund.Tests.Some;

namespace TrustFund.Tests;

/// <summary>Version 1 of the canonical encoding, byte for byte: what is hashed cannot change later.</summary>
public sealed class CanonicalEncodingTests
{
    private static readonly JournalEntry Full = new(
        "2016-0042", new LocalDate(2016, 12, 31), EntryKind.Restatement, "Error of 2015 – naïve",
        [
            new Posting(Cash, Lima, Money.Usd(106.25m), Canada, new ContributionAgreement("AGR"), new Project("PRJ"), new Counterparty("VEN"),
                new LocalDate(2017, 1, 31), new TransactionAmount(Money.Of(100m, Currency.Eur), 1.062500m)),
            new Posting(Surplus, Lima, Money.Usd(-106.25m)),
        ],
        new EntryDetails
        {
            DocumentDate = new LocalDate(2016, 11, 2),
            Reference = "JV-12",
            Period = ReportingPeriod.Parse("2016-12"),
            Restates = ReportingPeriod.CalendarYear(2015),
            Nature = RestatementNature.Error,
            Judgement = "Material",
            PreparedBy = "Accounts",
            ApprovedBy = "Chief",
            Authority = "Rule 106.3",
            Vouchers = [new Voucher("invoice.pdf", Sha256Hash.Of("x"u8)), new Voucher("letter")],
        });

    // Each field as the documentation orders it: a number is eight bytes, a text its length and its bytes.
    private static readonly object?[] FullFields =
    [
        1, 1, "2016-0042", "2016-12-31", 5, "Error of 2015 – naïve", "2016-11-02", "JV-12", "2016-12-01..2016-12-31", "2015-01-01..2015-12-31",
        1, "Material", null, "Accounts", "Chief", "Rule 106.3",
        2, "invoice.pdf", "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", "letter", null,
        2,
        "1000", "Cash", 1, null, null, "LIMA", "Lima fund", "USD", null, null, null, 10625, "CAN", "Canada", "AGR", "PRJ", "VEN", "2017-01-31", 10000, "EUR", "1.0625",
        "3000", "Surplus", 3, null, null, "LIMA", "Lima fund", "USD", null, null, null, -10625, null, null, null, null, null, 0, null, null,
    ];

    [Fact]
    public void The_fields_follow_each_other_as_documented() =>
        Convert.ToHexStringLower(CanonicalEncoding.Encode(Full)).Should().Be(Convert.ToHexStringLower(Bytes(FullFields)));

    [Fact]
    public void The_golden_vectors_of_version_1_have_not_moved()
    {
        Sha256Hash.Of(CanonicalEncoding.Encode(Full)).ToString().Should().Be(GoldenVectors.Full);
        Sha256Hash.Of(CanonicalEncoding.Encode(Balanced())).ToString().Should().Be(GoldenVectors.Least);
        var recorded = Instant.FromUtc(2017, 3, 31, 12, 0) + Duration.FromNanoseconds(5);
        var first = CanonicalEncoding.Link(default, 1, recorded, CanonicalEncoding.Encode(Balanced()));
        var second = CanonicalEncoding.Link(first, 2, recorded, CanonicalEncoding.Encode(Full));
        (first.ToString(), second.ToString()).Should().Be((GoldenVectors.FirstLink, GoldenVectors.SecondLink));
        var registration = new BooksEvent(BooksEventKind.Registration, new JournalHead(2, second), new MasterData(
            new ChartOfAccounts([Cash]), [Lima], [Canada], new Dictionary<string, string> { ["title"] = "Books" }));
        Sha256Hash.Of(CanonicalEncoding.Encode(registration)).ToString().Should().Be(GoldenVectors.Event);
    }

    [Fact]
    public void The_fields_of_a_registered_statement_follow_each_other_as_documented()
    {
        var (head, document) = (new JournalHead(42, Sha256Hash.Of("head"u8)), Sha256Hash.Of("document"u8));
        var edition = new Edition(
            "A/72/99/Corr.1", "en", new LocalDate(2017, 6, 30), EditionStatus.Audited,
            new LedgerCutoff(new LocalDate(2016, 12, 31), Closing: ClosingView.AfterClosing, AsRestated: true) { Sequence = 42 }, head, "status v1",
            [new EditionFile(EditionRole.Template, "status.json", "json", head.Hash), new EditionFile(EditionRole.Source, "annex.txt", "text", document)])
        {
            AuthorizedOn = new LocalDate(2017, 6, 28),
            AuthorizedBy = "Controller",
            Corrects = 7,
        };
        var registration = new BooksEvent(BooksEventKind.StatementRegistered, head, MasterData.Empty)
        {
            Fund = "LIMA",
            Period = ReportingPeriod.CalendarYear(2016),
            Edition = edition,
        };

        Convert.ToHexStringLower(CanonicalEncoding.Encode(registration)).Should().Be(Convert.ToHexStringLower(Bytes(
        [
            1, 2, 5, 42, head.Hash.ToString(), "LIMA", "2016-01-01..2016-12-31", null, null, null, null, 0, 0, 0, 0,
            "A/72/99/Corr.1", "en", "2017-06-30", 4, "2017-06-28", "Controller", 7, "2016-12-31", 42, head.Hash.ToString(), 1, 1, "status v1",
            2, 1, "annex.txt", "text", document.ToString(), 2, "status.json", "json", head.Hash.ToString(),
        ])));
    }

    [Fact]
    public void An_encoder_of_many_entries_gives_the_bytes_and_links_of_each()
    {
        var encoder = new EntryEncoder();

        foreach (var (entry, number) in new[] { Full, Balanced(), Full, Balanced(11) }.Select((entry, index) => (entry, index + 1L)))
        {
            var before = Sha256Hash.Of("before"u8);
            encoder.Encode(entry).ToArray().Should().Equal(CanonicalEncoding.Encode(entry));
            encoder.Link(before, number, Instant.FromUnixTimeSeconds(7))
                .Should().Be(CanonicalEncoding.Link(before, number, Instant.FromUnixTimeSeconds(7), CanonicalEncoding.Encode(entry)));
        }
    }

    [Fact]
    public void What_is_encoded_decodes_to_an_entry_of_the_same_bytes_and_nothing_else_decodes()
    {
        foreach (var entry in new[] { Full, Balanced() })
        {
            var bytes = CanonicalEncoding.Encode(entry);

            CanonicalEncoding.Decode(bytes).Postings.Should().Equal(entry.Postings);
            CanonicalEncoding.Encode(CanonicalEncoding.Decode(bytes)).Should().Equal(bytes);
            for (var length = 0; length < bytes.Length; length++)
            {
                Failure(bytes[..length]).Should().BeOfType<FormatException>($"{length} bytes are too few");
            }

            Failure([.. bytes, 0]).Should().BeOfType<FormatException>("one byte is too many");
            for (var place = 0; place < bytes.Length; place++)
            {
                var changed = (byte[])bytes.Clone();
                changed[place] ^= 0x80;
                if (Failure(changed) is { } failure)
                {
                    failure.Should().Match(thrown => thrown is FormatException || thrown is ArgumentException || thrown is OverflowException, $"byte {place} was changed");
                }
            }
        }

        static Exception? Failure(byte[] bytes) => Record.Exception(() => { CanonicalEncoding.Decode(bytes); });
    }

    [Fact]
    public void A_link_hashes_the_hash_before_it_number_instant_and_contents()
    {
        byte[] contents = [7, 8, 9];
        var before = Sha256Hash.Of("before"u8);

        var link = CanonicalEncoding.Link(before, 3, Instant.FromUnixTimeSeconds(-2) + Duration.FromNanoseconds(5), contents);

        link.Should().Be(Sha256Hash.Of([.. before.ToByteArray(), .. Bytes([3, -2, 5]), .. contents]));
    }

    public static TheoryData<JournalEntry> Others => new(
        Balanced(11), Balanced(kind: EntryKind.Adjusting), Balanced(date: Day.PlusDays(1)),
        Balanced(details: new EntryDetails { Reference = "x" }), Balanced(details: new EntryDetails { DocumentDate = Day }),
        Balanced(details: new EntryDetails { PreparedBy = "x" }), Balanced(details: new EntryDetails { ApprovedBy = "x" }),
        Balanced(details: new EntryDetails { Authority = "x" }), Balanced(details: new EntryDetails { Period = ReportingPeriod.CalendarYear(2016) }),
        Balanced(details: new EntryDetails { Vouchers = [new Voucher("x")] }),
        Entry(Posting.Credit(Revenue, Lima, Money.Usd(10)), Posting.Debit(Cash, Lima, Money.Usd(10))),
        Entry(Posting.Debit(Cash, Lima, Money.Usd(10), Canada), Posting.Credit(Revenue, Lima, Money.Usd(10))),
        Entry(Posting.Debit(new Account("1000", "Petty cash", AccountType.Asset), Lima, Money.Usd(10)), Posting.Credit(Revenue, Lima, Money.Usd(10))),
        Entry(Posting.Debit(new Account("1000", "Cash", AccountType.Liability), Lima, Money.Usd(10)), Posting.Credit(Revenue, Lima, Money.Usd(10))));

    [Theory]
    [MemberData(nameof(Others))]
    public void Entries_that_differ_in_anything_have_other_bytes(JournalEntry other) =>
        CanonicalEncoding.Encode(other).Should().NotEqual(CanonicalEncoding.Encode(Balanced()));

    private static byte[] Bytes(IEnumerable<object?> fields) => [.. fields.SelectMany(field => field switch
    {
        int number => BigEndian(number),
        string text => [.. BigEndian(Encoding.UTF8.GetByteCount(text)), .. Encoding.UTF8.GetBytes(text)],
        _ => BigEndian(-1),
    })];

    private static byte[] BigEndian(long number) => [.. BitConverter.GetBytes(number).Reverse()];
}

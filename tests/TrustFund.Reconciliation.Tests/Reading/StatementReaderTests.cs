using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Reading;

public sealed class StatementReaderTests
{
    private static readonly (string Caption, decimal? Amount)[] Annex =
    [
        ("Accumulated surplus, 1 January 2016", 3915300), ("Voluntary contributions", 2190894), ("Investment revenue", 32545),
        ("Other exchange revenue", 0), ("Total revenue", 2223439), ("Operating expenses", 2081526), ("Depreciation and amortization", 0),
        ("Total expenses", 2081526), ("Surplus/(deficit)", 141913), ("Accumulated surplus/(deficit)", 4057213),
        ("Canada", 1304208), ("Germany", 620427), ("Guyana", 1031), ("Mexico", 5000), ("Peru", 28802), ("United States of America", 231425),
    ];

    public static TheoryData<string, string> Shapes
    {
        get
        {
            var annex = Document.Text("un_lirec_2016.txt");
            string Amounts(Func<string, string> change) => Regex.Replace(annex, @"(?<=\t)[\d ]*\d", match => change(match.Value));
            return new()
            {
                { "as it is", annex },
                { "Windows line ends", annex.Replace("\n", "\r\n", StringComparison.Ordinal) },
                { "byte order mark", "\uFEFF" + annex },
                { "commas", Amounts(amount => amount.Replace(' ', ',')) },
                { "no-break spaces", Amounts(amount => amount.Replace(' ', '\u00A0')) },
                { "thin spaces", Amounts(amount => amount.Replace(' ', '\u2009')) },
                { "narrow no-break spaces", Amounts(amount => amount.Replace(' ', '\u202F')) },
                { "columns of blanks", Regex.Replace(annex, @"^(.+)\t(.*)$", match => match.Groups[1].Value.PadRight(60) + match.Groups[2].Value.PadLeft(14), RegexOptions.Multiline) },
                { "pipes", Regex.Replace(annex, @"^(.+)\t(.*)$", "| $1 | $2 |", RegexOptions.Multiline).Replace("| Accumulated surplus, 1", "| Caption | US dollars |\n|---|---:|\n| Accumulated surplus, 1", StringComparison.Ordinal) },
                { "one blank", Regex.Replace(annex, @"\t(?=\S)", " ") },
                { "superscript marker", annex.Replace("2 190 894 ^a", "2 190 894ᵃ", StringComparison.Ordinal) },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_annex_reads_alike_in_every_shape(string shape, string text)
    {
        var read = Document.Read(text);

        read.Problems.Should().BeEmpty(shape);
        Document.Amounts(read).Should().Equal(Annex, shape);
        read.Notes.Single().Marker.Should().Be("a", shape);
        read.Tables.Single().Currency.Should().Be("USD", shape);
        read.Tables.Single().Lines.Should().Contain(line => line.Caption == "Revenue" && line.Figures.Count == 0, shape);
        read.Tables.Single().Lines.Single(line => line.Caption == "Voluntary contributions").Markers.Should().Equal(["a"], shape);
    }

    [Fact]
    public void Each_figure_knows_where_it_was_written()
    {
        var read = Document.Read(Document.Text("un_lirec_2016.txt"));

        read.Figures.First().Place.Should().Be(new TextPlace(7, 37));
        read.Notes.Single().Place.Should().Be(new TextPlace(20, 1));
    }

    [Fact]
    public void Nil_stands_for_less_than_half_a_unit_and_cents_for_themselves()
    {
        var read = Document.Read("Fund\n(United States dollars)\nWhole\t12\nNil\t–\nCents\t12.50\n");

        read.Figures.Select(figure => figure.Interval).Should().Equal(
            new RoundingInterval(11.5m, 12.5m, true, false), new RoundingInterval(-0.5m, 0.5m, false, false), RoundingInterval.Exactly(12.5m));
    }

    [Fact]
    public void The_status_of_the_Multilateral_Fund_is_read_whole()
    {
        var read = Document.Read(Document.Text("mlf_excom94_status.txt"));

        read.Problems.Should().BeEmpty();
        read.Tables.Single().Lines.SelectMany(line => line.Figures).Should().HaveCount(23);
        read.Tables.Single().Currency.Should().Be("USD");
        read.Tables.Single().Lines.Single(line => line.Caption == "- UNDP").Figures.Single().Column.Should().Be(0, "details stand in the inner column");
        read.Tables.Single().Lines.Single(line => line.Caption == "Total Income").Figures.Single().Column.Should().Be(1);
        read.Notes.Select(note => note.Marker).Should().Equal("*", "**");
        read.Notes[0].Amounts.Single().Amount.Should().Be(1600912);
    }

    [Fact]
    public void Thousands_of_dollars_are_told_from_dollars() =>
        Document.Read("Fund\n(thousands of United States dollars)\nCash\t12\n").Tables.Single().Unit.Should().Be(1000);

    [Fact]
    public void Every_line_is_accounted_for()
    {
        foreach (var name in new[] { "un_lirec_2016.txt", "mlf_excom94_status.txt" })
        {
            var text = Document.Text(name);
            var read = Document.Read(text);
            var seen = read.Tables.SelectMany(table => table.Lines.Select(line => line.Place.Line)).Concat(read.Notes.Select(note => note.Place.Line)).ToHashSet();

            foreach (var (line, number) in text.Split('\n').Select((line, index) => (line, index + 1)).Where(pair => pair.line.Trim().Length > 0))
            {
                (seen.Contains(number) || read.Title.Contains(line.Trim(), StringComparison.Ordinal) || line.StartsWith("(United", StringComparison.Ordinal))
                    .Should().BeTrue($"{name}, line {number}: {line}");
            }
        }
    }

    [Fact]
    public void No_bytes_make_it_throw()
    {
        var bits = Gen.OneOfConst("Total", "\t", "  ", "|", "1 234", "(5)", "–", "\n", "^a ", "* ", "$1,000", "(US dollars)", "\r\n", "#REF!", "..", "é", "---");
        Gen.Select(bits.Array[0, 60], Gen.Byte.Array[0, 40]).Sample((parts, bytes) =>
        {
            var text = Document.Read(string.Concat(parts));
            var binary = StatementReader.Read(bytes, "x", new ReadingOptions());
            return text.Sha256.Length == 64 && binary.Sha256.Length == 64
                && text.Figures.Select(figure => figure.Id).Distinct().Count() == text.Figures.Count();
        }, iter: 2000);
    }

    [Fact]
    public void Paragraphs_give_their_amounts_by_sentence()
    {
        var narrative = NarrativeReader.Read(Encoding.UTF8.GetBytes(Document.Text("un_lirec_2016.narrative.txt")), "narrative.txt", new ReadingOptions());

        narrative.Paragraphs.Select(paragraph => (paragraph.Number, paragraph.Sentences.Count)).Should().Equal(("40", 3), ("41", 3));
        narrative.Amounts.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Id = "p40.1", Amount = 2190894m, Caption = "Para. 40" });
    }
}

namespace TrustFund.Cli.Tests;

/// <summary>Every message about a relations file at fault, each by a file of its own.</summary>
public sealed class RelationsErrorTests
{
    private const string Start = """{"format":"trustfund.relations/1","relations":[""";

    [Theory]
    [InlineData("{", "relations.json, line 1, column 2: found no JSON; expected a relations file. See the relations file section of the README for its members.")]
    [InlineData("[]", "line 1, column 1: found []; expected an object with the members of a relations file. See")]
    [InlineData("{}", "found no format; expected 'trustfund.relations/1'. See")]
    [InlineData("""{"format":"trustfund.relations/2"}""", "line 1, column 11: found the format 'trustfund.relations/2'; expected 'trustfund.relations/1'. See")]
    [InlineData("""{"format":"trustfund.relations/1","year":16}""", "found the year 16; expected a year from 1900 to 2099. See")]
    [InlineData("""{"format":"trustfund.relations/1","colour":"red"}""", "line 1, column 35: found a member 'colour'; expected format, title, year, rounding, nil, currency, opening, closing, restatements, veto or relations. See")]
    [InlineData("""{"format":"trustfund.relations/1","rounding":"down"}""", "found 'down' in rounding; expected one of nearest, half-away-from-zero, half-to-even. See")]
    [InlineData("""{"format":"trustfund.relations/1","nil":"maybe"}""", "found 'maybe' in nil; expected one of nil, rounded. See")]
    [InlineData("""{"format":"trustfund.relations/1","currency":"dollar"}""", "found the currency 'dollar'; expected an ISO 4217 code such as USD. See")]
    [InlineData("""{"format":"trustfund.relations/1","title":7}""", "found 7 in title; expected a text. See")]
    [InlineData("""{"format":"trustfund.relations/1","title":""}""", "found an empty text in title; expected a text. See")]
    [InlineData(Start + "7]}", "found 7 as relation 1; expected an object. See")]
    [InlineData(Start + """{"id":"t","target":"Total","add":"A","colour":"red"}]}""", "found a member 'colour' in relation 1 ('t'); expected id, kind, basis, because, table, by, columns, lines, target, add, less, of, times, over, part, whole, rate, constant, roundedTo or asPrinted. See")]
    [InlineData(Start + """{"kind":"sum","target":"Total","add":"A"}]}""", "found 'sum' in relation 1; expected one of total, difference, roll-forward, ")]
    [InlineData(Start + """{"id":"t","target":"Total","add":"A"},{"id":"t","target":"Total","add":"B"}]}""", "line 1, column 92: found the id 't' a second time; expected each id once, since relations are vetoed and reported by it. See")]
    [InlineData(Start + """{"target":"Total","add":{"line":"A","note":"a"}}]}""", "found a reference to both a line and a note in relation 1; expected one of the two. See")]
    [InlineData(Start + """{"target":"Total","add":"A","rate":1}]}""", "found relation 1 of kind total with the member rate; expected a rate in relations of kind rate, and in no other. See")]
    [InlineData("{\n  \"format\": \"trustfund.relations/1\",\n  \"title\": \"é\", \"colour\": 1\n}", "line 3, column 17: found a member 'colour'")]
    [InlineData(Start + """{"add":"A"}]}""", "line 1, column 48: found relation 1 without a target; expected the member target: what its terms come to. See")]
    [InlineData(Start + """{"target":"Total"}]}""", "found relation 1 without terms; expected figures, by add, less, of, part, whole, times or over. See")]
    [InlineData(Start + """{"kind":"rate","target":"Total","of":"A"}]}""", "found relation 1 of kind rate without the member rate; expected a rate in relations of kind rate, and in no other. See")]
    [InlineData(Start + """{"kind":"rate","target":"Total","of":"A","rate":"much"}]}""", "found the rate 'much' in relation 1; expected a rate such as '13%' or 0.13. See")]
    [InlineData(Start + """{"kind":"rate","target":"Total","of":"A","rate":"1e-28%"}]}""", "found the rate '1e-28%' in relation 1; expected a rate such as '13%' or 0.13. See")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]", "found [[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]...; expected an object with the members of a relations file.")]
    [InlineData(Start + """{"target":"Total","add":"A","constant":"some"}]}""", "found 'some' in relation 1; expected a number. See")]
    [InlineData(Start + """{"target":"Total","add":{"line":"A","colour":"red"}}]}""", "found a reference with a member 'colour' in relation 1; expected line, from, through, column or note. See")]
    [InlineData(Start + """{"target":"Total","add":{"through":"A"}}]}""", "found a reference to neither a line nor a note in relation 1; expected one of the two. See")]
    [InlineData(Start + """{"kind":"row-identity","target":"Total","add":{"note":"a"}}]}""", "found relation 1, which goes by columns, with a note; expected headings: a note has no columns. See")]
    [InlineData(Start + """{"target":"Total","add":"A","table":1.9}]}""", "found the table 1.9 in relation 1; expected its number, counted from 1. See")]
    [InlineData(Start + """{"target":"Total","add":"A","roundedTo":-1}]}""", "found -1 for roundedTo in relation 1; expected a unit above 0. See")]
    [InlineData(Start + """{"target":"\ud800","add":"A"}]}""", "found an escape that stands for no character; expected text. See")]
    [InlineData(Start + """{"target":"Total","add":{"line":"A","column":"2019"}}]}""", "document.txt has no column '2019'; expected a heading of t1")]
    [InlineData(Start + """{"target":"Totl","add":"A"}]}""",
        "found relation number 1, for which document.txt has no line 'Totl' with an amount; expected the caption of one; the nearest are 'A' (line 1, column 1), 'B' (line 2, column 1), 'Total' (line 3, column 1).")]
    [InlineData(Start + """{"target":"@7","add":"A"}]}""",
        "document.txt has no amount on line 7, which '@7' names; expected the number of a line with one; the nearest are 'Twice' (line 5, column 1), 'Twice' (line 4, column 1), 'Total' (line 3, column 1).")]
    [InlineData(Start + """{"target":"Total","add":"Twice"}]}""", "document.txt has 2 lines 'Twice' (line 4, column 1, line 5, column 1); expected one line.")]
    [InlineData(Start + """{"target":"Total","add":{"note":"z"}}]}""", "document.txt has no note 'z' with amounts; expected the marker of one")]
    [InlineData(Start + """{"target":"Total","add":{"from":"B","through":"A"}}]}""", "has 'A' before 'B' or in another table; expected the first line of a range before its last.")]
    [InlineData(Start + """{"target":"Total","add":"A","constant":"1e22"}]}""",
        "document.txt, line 3, column 7: found a relation whose terms for 'Total' come to more than can be computed to the last digit; expected a sum of at most 10^21, a product of at most 10^18. Correct the factors or the constant that are declared, or the amounts in the document.")]
    [InlineData(Start + """{"target":"Total","add":"A","columns":["2019"]}]}""", "document.txt has no column '2019'; expected a heading of t1")]
    [InlineData(Start + """{"kind":"row-identity","target":"All","add":"Some"}]}""", "document.txt has no table with the columns All, Some; expected headings of one table; there are ''; or #1, #2 ....")]
    [InlineData(Start + """{"target":"Total","add":"Heading"}]}""", "document.txt has no line 'Heading' with an amount")]
    public async Task A_relations_file_at_fault_is_told_with_what_is_wrong(string json, string message)
    {
        using var folder = SampleFolder.Empty();
        var relations = folder.Write("relations.json", json);
        var document = folder.Write("document.txt", "A\t1\nB\t2\nTotal\t3\nTwice\t4\nTwice\t5\n");

        var result = await Tool.RunAsync("check", document, "--relations", relations);

        result.Exit.Should().Be(3);
        result.Error.Should().Contain(message);
    }

    [Fact]
    public async Task A_relations_file_in_another_encoding_is_told()
    {
        using var folder = SampleFolder.Empty();
        File.WriteAllBytes(folder["relations.json"], [.. "{\"format\":\"trustfund.relations/1\",\"title\":\""u8, 0xE9, .. "\"}"u8]);

        var result = await Tool.RunAsync("check", folder.Write("document.txt", "A\t1\n"), "--relations", folder["relations.json"]);

        result.Exit.Should().Be(3);
        result.Error.Should().Contain("found bytes that are no UTF-8; expected a relations file.");
    }

    [Fact]
    public async Task All_faults_of_a_file_are_told_at_once()
    {
        using var folder = SampleFolder.Empty();
        var relations = folder.Write("relations.json", Start + """{"add":"A"},{"target":"Total"}],"colour":"red"}""");
        var document = folder.Write("document.txt", "A\t1\nTotal\t1\n");

        var result = await Tool.RunAsync("check", document, "--relations", relations);

        result.Error.Should().Contain("relation 1 without a target").And.Contain("relation 2 without terms").And.Contain("a member 'colour'");
    }

    [Fact]
    public async Task A_relations_file_that_is_not_there_is_wrong_usage()
    {
        using var folder = SampleFolder.Empty();

        var result = await Tool.RunAsync("check", folder.Write("document.txt", "A\t1\n"), "--relations", folder["none.json"]);

        result.Exit.Should().Be(2);
        result.Error.Should().Contain("none.json");
    }
}

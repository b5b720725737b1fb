namespace TrustFund.Cli.Tests;

/// <summary>Every message about a relations file at fault, each by a file of its own.</summary>
public sealed class RelationsErrorTests
{
    private const string Start = """{"format":"trustfund.relations/1","relations":[""";

    [Theory]
    [InlineData("{", "relations.json, line 1, column 2: found no JSON; expected a relations file. See the relations file section of the README for its members.")]
    [InlineData("[]", "found the file is no JSON object")]
    [InlineData("{}", "found there is no format; it is 'trustfund.relations/1'")]
    [InlineData("""{"format":"trustfund.relations/2"}""", "found format is 'trustfund.relations/2', not 'trustfund.relations/1'")]
    [InlineData("""{"format":"trustfund.relations/1","colour":"red"}""", "found there is no member 'colour'")]
    [InlineData("""{"format":"trustfund.relations/1","rounding":"down"}""", "found 'rounding' has 'down'; it can be nearest, half-away-from-zero, half-to-even")]
    [InlineData("""{"format":"trustfund.relations/1","nil":"maybe"}""", "found 'nil' has 'maybe'; it can be nil, rounded")]
    [InlineData("""{"format":"trustfund.relations/1","currency":"dollar"}""", "found currency is 'dollar', not an ISO 4217 code such as USD")]
    [InlineData("""{"format":"trustfund.relations/1","title":7}""", "found 'title' has 7 where a text is wanted")]
    [InlineData("""{"format":"trustfund.relations/1","title":""}""", "found 'title' has an empty text where a text is wanted")]
    [InlineData(Start + "7]}", "found relation 1 is no object")]
    [InlineData(Start + """{"id":"t","target":"Total","add":"A","colour":"red"}]}""", "found relation 1 ('t') has no member 'colour'")]
    [InlineData(Start + """{"kind":"sum","target":"Total","add":"A"}]}""", "found relation 1 has 'sum'; it can be total, difference, roll-forward")]
    [InlineData(Start + """{"add":"A"}]}""", "found relation 1 has no target")]
    [InlineData(Start + """{"target":"Total"}]}""", "found relation 1 names no figures: by add, less, of, part, whole, times or over")]
    [InlineData(Start + """{"kind":"rate","target":"Total","of":"A"}]}""", "found relation 1: a rate, and only a rate, has the member rate")]
    [InlineData(Start + """{"kind":"rate","target":"Total","of":"A","rate":"much"}]}""", "found relation 1 has the rate 'much'; it is written '13%' or 0.13")]
    [InlineData(Start + """{"target":"Total","add":"A","constant":"some"}]}""", "found relation 1 has 'some' where a number is wanted")]
    [InlineData(Start + """{"target":"Total","add":{"line":"A","colour":"red"}}]}""", "found relation 1 has a reference with a member 'colour'; there are line, through, column, note")]
    [InlineData(Start + """{"target":"Total","add":{"through":"A"}}]}""", "found relation 1 has a reference that names not one of line and note")]
    [InlineData(Start + """{"kind":"row-identity","target":"Total","add":{"note":"a"}}]}""", "found relation 1 goes by columns and names a note, which has none")]
    [InlineData(Start + """{"target":"Total","add":"A","table":1.9}]}""", "found relation 1 has the table 1.9; tables are numbered 1, 2, 3")]
    [InlineData(Start + """{"target":"Total","add":"A","roundedTo":-1}]}""", "found relation 1 is rounded to -1; a unit is above 0")]
    [InlineData(Start + """{"target":"\ud800","add":"A"}]}""", "found an escape that stands for no character")]
    [InlineData(Start + """{"target":"Total","add":{"line":"A","column":"2019"}}]}""", "document.txt has no column '2019'; expected a heading of t1")]
    [InlineData(Start + """{"target":"Totl","add":"A"}]}""",
        "found relation number 1, for which document.txt has no line 'Totl' with an amount; expected the caption of one; the nearest are 'A' (line 1, column 1), 'B' (line 2, column 1), 'Total' (line 3, column 1).")]
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

        result.Error.Should().Contain("relation 1 has no target").And.Contain("relation 2 names no figures").And.Contain("no member 'colour'");
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

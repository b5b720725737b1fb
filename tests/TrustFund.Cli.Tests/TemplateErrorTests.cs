namespace TrustFund.Cli.Tests;

public sealed class TemplateErrorTests
{
    [Theory]
    [InlineData("{", "template.json, line 1, column 2: found no JSON; expected a statement template.")]
    [InlineData("null", "found the file says null")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","colour":"red"}""", "found a fault at colour; expected a statement template.")]
    [InlineData("""{"format":"trustfund.template/9","name":"x"}""", "found format is 'trustfund.template/9', not 'trustfund.template/1'")]
    [InlineData("""{"format":"trustfund.template/1","lines":[{"id":"a","caption":"A"}]}""", "found it has no name")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","lines":[{"id":"a"}]}""", "found line 'a' has no caption")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","lines":[{"caption":"A","add":["b"]}]}""", "found line 'number 1' has an amount but no id")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","lines":[{"id":"a","caption":"A","add":["b"]}]}""", "found line 'a' names a line 'b' that there is none of")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","lines":[{"id":"a","caption":"A","add":["a"]}]}""", "found line 'a' is made of itself")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","lines":[{"id":"a","caption":"A"},{"id":"a","caption":"B"}]}""", "found line 'a' stands twice")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","lines":[{"id":"a","caption":"A","measure":"weekly"}]}""", "found the measure of line 'a' is 'weekly'; it can be movement, opening, closing, reported-opening, opening-restatement, restatement, direct, transfer")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","lines":[{"id":"a","caption":"A","accounts":["9..1"]}]}""", "found line 'a': '9..1' is neither an account code nor a range first..last.")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","lines":[{"id":"a","caption":"A","note":"z"}]}""", "found line 'a' names a note 'z' that there is none of")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","notes":[{"marker":"a","by":"colour"}]}""", "found note 'a' is by 'colour'; only 'donor' is known")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","columns":[]}""", "found it has no column")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","columns":[{"fund":"all"}]}""", "found the fund of column 'number 1' is 'all'; it can be own, each, eliminations")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","columns":[{"entries":"late"}]}""", "found the entries of column 'number 1' is 'late'; it can be all, unadjusted, adjusting")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","columns":[{"knownAt":"May"}]}""", "found column 'number 1' is as known at 'May', which is no instant such as 2017-03-31T12:00:00Z")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","columns":[{"types":["cash"]}]}""", "found the type of column 'number 1' is 'cash'; it can be asset, liability")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","columns":[{"yearsBefore":-1}]}""", "found column 'number 1' is of a year to come")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","columns":[{"id":"a"},{"id":"a"}]}""", "found column 'a' stands twice")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","columns":[{"fund":"each"},{"fund":"each"}]}""", "found more than one column shows each fund")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","columns":[{"id":"a","add":["b"]}]}""", "found column 'a' names a column 'b' that there is none of")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","columns":[{"id":"a"},{"id":"b","add":["a"],"less":["a"]}]}""", "found column 'b' names column 'a' twice")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","columns":[{"id":"a","add":["a"]}]}""", "found column 'a' is made of itself")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","lines":[{"id":"a","caption":"A","measure":"restatement","nature":"fraud"}]}""", "found the nature of line 'a' is 'fraud'; it can be error, policy-change, initial-application, reclassification")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","lines":[{"id":"a","caption":"A","nature":"error"}]}""", "found line 'a' names the nature of restatements and shows none")]
    [InlineData("""{"format":"trustfund.template/1","name":"x","lines":[{"id":"a","caption":"A","equalTo":"b"}]}""", "found line 'a' is to equal a line 'b' that there is no other of")]
    public async Task A_template_at_fault_is_told_with_what_is_wrong(string json, string message)
    {
        using var folder = SampleFolder.Empty();
        var template = folder.Write("template.json", json);
        var document = folder.Write("document.txt", "A\t1\n");

        var result = await Tool.RunAsync("check", document, "--template", template);

        result.Exit.Should().Be(3);
        result.Error.Should().Contain(message);
    }
}

namespace TrustFund.Cli.Tests;

public sealed class SampleTests
{
    [Fact]
    public async Task The_first_command_makes_books_and_reconciles_the_sample()
    {
        using var folder = SampleFolder.Empty();

        var result = await Tool.RunAsync("sample", "un-lirec-2016", "--to", folder.Path);

        result.Exit.Should().Be(0);
        result.Output.Should().Contain("IN ACCORD WITH THE BOOKS").And.Contain("** ILLUSTRATIVE **").And.Contain("Try next");
        result.Error.Should().BeEmpty();
        File.Exists(folder["books.db"]).Should().BeTrue();
    }

    [Fact]
    public async Task The_first_command_can_be_given_twice()
    {
        using var folder = await SampleFolder.CreateAsync();

        var again = await Tool.RunAsync("sample", "un-lirec-2016", "--to", folder.Path);

        again.Exit.Should().Be(0);
        again.Output.Should().Contain("99 entries");
    }

    [Fact]
    public async Task A_sample_is_not_laid_out_over_a_file_that_was_changed()
    {
        using var folder = await SampleFolder.CreateAsync();
        folder.Replace("annex.txt", "32 545", "32 554");

        var again = await Tool.RunAsync("sample", "un-lirec-2016", "--to", folder.Path);

        again.Exit.Should().Be(2);
        again.Error.Should().Contain("annex.txt is there with other contents; it was left as it is.");
        File.ReadAllText(folder["annex.txt"]).Should().Contain("32 554");
    }

    [Fact]
    public async Task Samples_are_listed_where_none_is_named()
    {
        var result = await Tool.RunAsync("sample");

        result.Exit.Should().Be(0);
        result.Output.Should().Be("un-lirec-2016\ntrust-fund-five-years\nNext: trustfund sample un-lirec-2016\n");
    }

    [Fact]
    public async Task A_sample_that_there_is_none_of_is_wrong_usage()
    {
        var result = await Tool.RunAsync("sample", "nowhere");

        result.Exit.Should().Be(2);
        result.Error.Should().Be("There is no sample 'nowhere'; there are un-lirec-2016, trust-fund-five-years.\n");
    }
}

namespace TrustFund.Cli.Tests;

/// <summary>
/// One statement in three views, by hand. As published for 2015: opening 1,300.40, contributions 600.00, expenses 250.00, surplus
/// 350.00, closing 1,650.40. Then 2015 is opened again for an invoice of 40.10 and closed: expenses 290.10, surplus 309.90,
/// closing 1,610.30. In 2016 a grant of 2015 of 80.30 is restated, straight to net assets: closing as restated 1,530.00.
/// </summary>
public sealed class ViewsTests : IAsyncLifetime
{
    private const string Header = "entry,date,kind,description,reference,account,fund,donor,debit,credit,currency,prepared_by,approved_by,authority,restates,nature,reverses\n";

    private SampleFolder _folder = null!;

    private string Books => _folder["books.db"];

    public async Task InitializeAsync()
    {
        _folder = SampleFolder.Empty();
        foreach (var file in Directory.EnumerateFiles(Years, "*.*"))
        {
            File.Copy(file, _folder[Path.GetFileName(file)]);
        }

        var all = File.ReadAllLines(_folder["journal.csv"]).Skip(1).Select(line => line + ",").ToList();
        await Tool.RunAsync("init", Books);
        await ImportAsync([.. all.Where(line => string.CompareOrdinal(line, "2016") < 0 || line.StartsWith("OPENING", StringComparison.Ordinal)), .. Close("CLOSE-1", 650.00m, 450.00m)]);
        (await Tool.RunAsync("register", Books, _folder["2015.txt"], "--symbol", "EX/2015", "--date", "2016-06-15", "--status", "certified", "--year", "2015")).Exit.Should().Be(0);
        await ImportAsync(
        [
            .. Reopen(650.00m, 450.00m),
            "2015-A1,2015-12-31,adjusting,Invoice of December 2015,,51070,EX,,40.10,,USD,,Chief of section,,,,",
            "2015-A1,2015-12-31,adjusting,Invoice of December 2015,,21010,EX,,,40.10,USD,,Chief of section,,,,",
            .. Close("CLOSE-3", 609.90m, 490.10m),
        ]);
        await ImportAsync([.. all.Where(line => line.StartsWith("2016", StringComparison.Ordinal))]);
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task As_published_as_recorded_and_as_restated_are_the_figures_worked_out_by_hand()
    {
        var csv = await Tool.RunAsync("views", Books, "--year", "2015", "--format", "csv");

        csv.Output.Split('\n')[1..^1].Select(row => string.Join('|', row.Split(',').TakeLast(8).Take(7))).Should().Equal(
            "1300|1300|0|1300|0|1300.40|1300.40",
            "600|600|0|600|0|600.00|600.00",
            "0|0|0|0|0|0.00|0.00",
            "0|0|0|0|0|0.00|0.00",
            "600|600|0|600|0|600.00|600.00",
            "250|290|40|290|0|290.10|290.10",
            "0|0|0|0|0|0.00|0.00",
            "250|290|40|290|0|290.10|290.10",
            "350|310|-40|310|0|309.90|309.90",
            "1650|1610|-40|1530|-80|1610.30|1530.00");
    }

    [Fact]
    public async Task Between_the_views_stand_the_entries_that_moved_the_figures_and_no_others()
    {
        var text = await Tool.RunAsync("views", Books, "--symbol", "EX/2015");

        text.Exit.Should().Be(0, text.Error);
        Golden.ShouldEqual("views.txt", text.Output);
    }

    [Fact]
    public async Task The_statement_registered_before_the_corrections_still_derives_from_the_entries_then_recorded()
    {
        var verified = await Tool.RunAsync("editions", Books, "--verify");
        var then = await Tool.RunAsync("statement", "--books", Books, "--year", "2015", "--known-at", "EX/2015");
        var kept = await Tool.RunAsync("editions", Books, "--symbol", "EX/2015", "--show", "statement");

        verified.Exit.Should().Be(0, verified.Output);
        then.Output.Should().Be(kept.Output);
    }

    [Theory]
    [InlineData("views", "views", "--year", "2015"), InlineData("editions", "editions", "--verify")]
    public async Task Reports_are_what_their_schemas_say(string schema, string command, params string[] arguments)
    {
        var json = await Tool.RunAsync([command, Books, .. arguments, "--format", "json"]);

        var errors = (await NJsonSchema.JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Schemas", $"{schema}.schema.json"))).Validate(json.Output);
        errors.Select(error => error.ToString()).Should().BeEmpty();
    }

    private static string Years => Path.Combine(AppContext.BaseDirectory, "Fixtures", "Years");

    // Revenue of 2014 and 2015, 500 + 600, and expenses to net assets.
    private static string[] Close(string id, decimal result, decimal expenses) =>
    [
        $"{id},2015-12-31,closing,Result to net assets,,41010,EX,CAN,1100.00,,USD,,,,,,",
        FormattableString.Invariant($"{id},2015-12-31,closing,Result to net assets,,51070,EX,,,{expenses},USD,,,,,,"),
        FormattableString.Invariant($"{id},2015-12-31,closing,Result to net assets,,31020,EX,,,{result},USD,,,,,,"),
    ];

    private static string[] Reopen(decimal result, decimal expenses) =>
    [
        "CLOSE-2,2015-12-31,closing,Opened again,,41010,EX,CAN,,1100.00,USD,,,,,,CLOSE-1",
        FormattableString.Invariant($"CLOSE-2,2015-12-31,closing,Opened again,,51070,EX,,{expenses},,USD,,,,,,CLOSE-1"),
        FormattableString.Invariant($"CLOSE-2,2015-12-31,closing,Opened again,,31020,EX,,{result},,USD,,,,,,CLOSE-1"),
    ];

    private async Task ImportAsync(IReadOnlyList<string> journal)
    {
        _folder.Write("journal.csv", Header + string.Join('\n', journal) + "\n");
        var imported = await Tool.RunAsync("import", Books, _folder.Path);
        imported.Exit.Should().Be(0, imported.Error);
    }
}

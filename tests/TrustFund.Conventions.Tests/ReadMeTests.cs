using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TrustFund.Conventions.Tests;

/// <summary>The README's code compiles and prints what the README says; its links lead somewhere.</summary>
public sealed partial class ReadMeTests
{
    private static readonly string ReadMe = File.ReadAllText(Path.Combine(Solution.Root, "README.md"));

    [Fact]
    public async Task The_first_example_prints_what_the_README_says()
    {
        var code = Block("csharp", 0);
        var expected = Block("text", ReadMe.IndexOf("```csharp", StringComparison.Ordinal));

        var printed = await RunAsync(code);

        printed.Should().Be(expected);
    }

    [Fact]
    public void Links_lead_to_files_that_are_there()
    {
        var links = Link().Matches(ReadMe).Select(match => match.Groups["path"].Value).ToList();

        links.Should().NotBeEmpty();
        links.Where(link => !Path.Exists(Path.Combine(Solution.Root, link))).Should().BeEmpty();
    }

    [Fact]
    public void Every_template_member_is_documented()
    {
        var template = File.ReadAllText(Path.Combine(Solution.Root, "src/TrustFund.Reconciliation/Statements/TemplateJson.cs"));
        var members = Member().Matches(template).Select(match => match.Groups["name"].Value);

        foreach (var name in members.Select(member => char.ToLowerInvariant(member[0]) + member[1..]))
        {
            ReadMe.Should().MatchRegex($@"`[^`]*\b{name}\b|\b{name}\b`", name);
        }
    }

    [Fact]
    public void Every_command_of_the_tool_is_documented()
    {
        var commands = Directory.EnumerateFiles(Path.Combine(Solution.Root, "src/TrustFund.Cli/Commands"), "*Command.cs")
            .Select(path => CommandName().Match(File.ReadAllText(path)).Groups["name"].Value);

        commands.Should().NotBeEmpty().And.OnlyContain(command => ReadMe.Contains($"| `{command} ") || ReadMe.Contains($"· `{command} "));
    }

    private static string Block(string language, int from)
    {
        var start = ReadMe.IndexOf($"```{language}\n", from, StringComparison.Ordinal);
        start.Should().BePositive($"the README has a block of {language}");
        start += language.Length + 4;
        return ReadMe[start..ReadMe.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static async Task<string> RunAsync(string code)
    {
        const string usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks;";
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("example",
            [CSharpSyntaxTree.ParseText(usings), CSharpSyntaxTree.ParseText(code)], framework,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var bytes = new MemoryStream();
        var result = compilation.Emit(bytes);
        result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Should().BeEmpty();

        var main = System.Reflection.Assembly.Load(bytes.ToArray()).EntryPoint!;
        var console = Console.Out;
        var printed = new StringBuilder();
        Console.SetOut(new StringWriter(printed) { NewLine = "\n" });
        try
        {
            if (main.Invoke(null, main.GetParameters().Length == 0 ? null : [Array.Empty<string>()]) is Task task)
            {
                await task;
            }
        }
        finally
        {
            Console.SetOut(console);
        }

        return printed.ToString();
    }

    [GeneratedRegex(@"\]\((?<path>[^)#:]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"public [\w<>?. ]+ (?<name>\w+) \{ get; set; \}")]
    private static partial Regex Member();

    [GeneratedRegex(@"new Command\(""(?<name>[a-z-]+)""")]
    private static partial Regex CommandName();
}

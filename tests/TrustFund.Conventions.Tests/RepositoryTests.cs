namespace TrustFund.Conventions.Tests;

public sealed class RepositoryTests
{
    private static readonly string[] Folders = ["src", "tests", "benchmarks", "schema", ".ci", ".config", ".git", "artifacts", ".vs", ".idea", "un-lirec-2016"];

    [Fact]
    public void The_top_level_has_the_agreed_folders_only() =>
        Directory.EnumerateDirectories(Solution.Root).Select(Path.GetFileName).Should().BeSubsetOf(Folders);

    [Fact]
    public void Source_files_are_small_and_clean()
    {
        Solution.SourceFiles.Should().HaveCountGreaterThan(100);
        foreach (var path in Solution.SourceFiles)
        {
            var text = File.ReadAllText(path);
            text.Should().NotContain("\r", path).And.EndWith("\n", path).And.NotContain("TO" + "DO", path).And.NotContain("#" + "region", path);
            text.Split('\n').Length.Should().BeLessThan(450, path);
        }
    }

    [Fact]
    public void Every_banned_symbol_has_its_remedy()
    {
        var banned = File.ReadAllLines(Path.Combine(Solution.Root, "BannedSymbols.txt"));

        banned.Should().NotBeEmpty().And.OnlyContain(line => line.Split(';', 2).Length == 2 && line.Split(';', 2)[1].Length > 10);
    }

    [Fact]
    public void Versions_are_exact_and_in_one_place()
    {
        File.ReadAllText(Path.Combine(Solution.Root, "Directory.Packages.props")).Should().NotContain("*").And.Contain("CentralPackageTransitivePinningEnabled>true");
        foreach (var project in Directory.EnumerateFiles(Solution.Root, "*.csproj", SearchOption.AllDirectories))
        {
            File.ReadAllText(project).Should().NotContain(" Version=\"", project);
        }
    }
}

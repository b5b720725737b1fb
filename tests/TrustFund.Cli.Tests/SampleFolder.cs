namespace TrustFund.Cli.Tests;

/// <summary>The sample laid out in a folder of its own, gone afterwards.</summary>
internal sealed class SampleFolder : IDisposable
{
    private SampleFolder(string path) => Path = path;

    internal string Path { get; }

    internal string this[string file] => System.IO.Path.Combine(Path, file);

    internal static async Task<SampleFolder> CreateAsync()
    {
        var folder = Empty();
        var result = await Tool.RunAsync("sample", "un-lirec-2016", "--to", folder.Path);
        result.Exit.Should().Be(0, result.Error);
        return folder;
    }

    internal static SampleFolder Empty() => new(Directory.CreateTempSubdirectory("trustfund ").FullName);

    internal string Write(string file, string text)
    {
        File.WriteAllText(this[file], text);
        return this[file];
    }

    internal string Replace(string file, string old, string replacement)
    {
        var text = File.ReadAllText(this[file]);
        text.Should().Contain(old, "the test must change something");
        return Write(file, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

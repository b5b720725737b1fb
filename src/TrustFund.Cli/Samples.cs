namespace TrustFund.Cli;

/// <summary>The samples that ship with the tool.</summary>
internal static class Samples
{
    private const string Prefix = "Samples/";

    internal static IReadOnlyList<string> Names { get; } = [.. Resources()
        .Select(resource => resource[Prefix.Length..resource.LastIndexOf('/')])
        .Distinct()
        .Order(StringComparer.Ordinal)];

    /// <summary>Writes the files of a sample; those that are there with the same contents stay.</summary>
    /// <exception cref="CommandException">A file is there with other contents; nothing was written.</exception>
    internal static void LayOut(string name, string folder)
    {
        var files = Resources()
            .Where(resource => resource.StartsWith($"{Prefix}{name}/", StringComparison.Ordinal))
            .ToDictionary(resource => Path.Combine(folder, resource[(resource.LastIndexOf('/') + 1)..]), Contents);
        var changed = files.Where(file => File.Exists(file.Key) && !File.ReadAllBytes(file.Key).AsSpan().SequenceEqual(file.Value)).ToList();
        if (changed.Count > 0 || File.Exists(folder))
        {
            throw new CommandException(ExitCode.Usage,
                [.. changed.Select(file => $"{file.Key} is there with other contents; it was left as it is."), $"Lay the sample out in another folder: trustfund sample {name} --to FOLDER"]);
        }

        Directory.CreateDirectory(folder);
        foreach (var (path, contents) in files)
        {
            File.WriteAllBytes(path, contents);
        }
    }

    private static IEnumerable<string> Resources() => typeof(Samples).Assembly.GetManifestResourceNames()
        .Select(name => name.Replace('\\', '/'))
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal));

    private static byte[] Contents(string resource)
    {
        using var stream = typeof(Samples).Assembly.GetManifestResourceStream(resource)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

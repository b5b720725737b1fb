namespace TrustFund.Cli;

/// <summary>Reads the files that a command line names.</summary>
internal static class Files
{
    /// <exception cref="CommandException">The file is not there or cannot be read.</exception>
    internal static byte[] ReadAllBytes(string path) => Read(path, out var reason)
        ?? throw new CommandException(ExitCode.Unreadable, $"The file '{path}' cannot be read: {reason}");

    /// <summary>The bytes of a file among others, which are read all the same where this one cannot be; null where it cannot.</summary>
    /// <exception cref="CommandException">The file is not there.</exception>
    internal static byte[]? ReadIfOpen(string path) => Read(path, out _);

    private static byte[]? Read(string path, out string? reason)
    {
        if (!File.Exists(path))
        {
            throw new CommandException(ExitCode.Usage, $"There is no file '{path}'.");
        }

        try
        {
            reason = null;
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            reason = exception.Message;
            return null;
        }
    }

    /// <summary>Writes a file whole or not at all, and never over another: not over one that appears meanwhile either.</summary>
    /// <exception cref="CommandException">The file is there already or cannot be written.</exception>
    internal static void WriteNew(string path, byte[] bytes) => WriteWhole(path, begun =>
    {
        if (Path.Exists(path))
        {
            throw new CommandException(ExitCode.Usage, $"The file '{path}' is there already; it was left as it is. Name another.");
        }

        File.WriteAllBytes(begun, bytes);

        // The name is taken by a file that nobody else can have made; to move there if there is none is not the same everywhere.
        try
        {
            new FileStream(path, FileMode.CreateNew).Dispose();
        }
        catch (IOException) when (Path.Exists(path))
        {
            throw new CommandException(ExitCode.Usage, $"The file '{path}' appeared meanwhile; it was left as it is. Name another.");
        }

        try
        {
            File.Move(begun, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The name alone, with nothing in it, is no file that was written.
            File.Delete(path);
            throw;
        }
    });

    /// <summary>Writes a file whole or not at all: one of that name is kept until all of the new one is written.</summary>
    /// <exception cref="CommandException">The folder is not there, or the file cannot be written.</exception>
    internal static void Write(string path, byte[] bytes) => WriteWhole(path, begun =>
    {
        // A link stays one. What is empty has nothing to lose, and may be a device, which no file may take the place of.
        var target = File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } linked ? linked.FullName : path;
        if (File.Exists(target) && new FileInfo(target).Length == 0)
        {
            File.WriteAllBytes(target, bytes);
            return;
        }

        File.WriteAllBytes(begun, bytes);
        File.Move(begun, target, overwrite: true);
    });

    // What was begun beside the file does not stay, whatever keeps it from being finished.
    private static void WriteWhole(string path, Action<string> write)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new CommandException(ExitCode.Usage, $"There is no folder '{folder}' to write '{path}' into. Make it first, or name another.");
        }

        var begun = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            write(begun);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var reason = exception.Message.Replace(Path.GetFullPath(begun), path, StringComparison.Ordinal);
            throw new CommandException(ExitCode.Store, $"The file '{path}' cannot be written: {reason}");
        }
        finally
        {
            File.Delete(begun);
        }
    }
}

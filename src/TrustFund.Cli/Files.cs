namespace TrustFund.Cli;

/// <summary>Reads the files that a command line names.</summary>
internal static class Files
{
    /// <exception cref="CommandException">The file is not there or cannot be read.</exception>
    internal static byte[] ReadAllBytes(string path)
    {
        if (!File.Exists(path))
        {
            throw new CommandException(ExitCode.Usage, $"There is no file '{path}'.");
        }

        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Unreadable, $"The file '{path}' cannot be read: {exception.Message}");
        }
    }

    /// <exception cref="CommandException">The file is there already or cannot be written.</exception>
    internal static void WriteNew(string path, byte[] bytes)
    {
        if (File.Exists(path))
        {
            throw new CommandException(ExitCode.Usage, $"The file '{path}' is there already; it was left as it is. Name another.");
        }

        Write(path, bytes);
    }

    /// <summary>Writes a file whole or not at all: one of that name is kept until all of the new one is written.</summary>
    /// <exception cref="CommandException">The folder is not there, or the file cannot be written.</exception>
    internal static void Write(string path, byte[] bytes)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new CommandException(ExitCode.Usage, $"There is no folder '{folder}' to write '{path}' into. Make it first, or name another.");
        }

        var begun = $"{path}.{Path.GetRandomFileName()}";
        try
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
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(begun);
            var reason = exception.Message.Replace(Path.GetFullPath(begun), path, StringComparison.Ordinal);
            throw new CommandException(ExitCode.Store, $"The file '{path}' cannot be written: {reason}");
        }
    }
}

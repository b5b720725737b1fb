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

        try
        {
            File.WriteAllBytes(path, bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Store, $"The file '{path}' cannot be written: {exception.Message}");
        }
    }
}

using System.Diagnostics;
using System.Globalization;

namespace TrustFund.Sqlite.Tests;

/// <summary>A process that posts (see Program.cs).</summary>
internal sealed class Poster : IDisposable
{
    private readonly Process _process;

    internal Poster(string what, string file, string prefix, int count) => _process = Process.Start(
        new ProcessStartInfo("dotnet", [typeof(Poster).Assembly.Location, what, file, prefix, count.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    /// <summary>What it says next; null when it has ended.</summary>
    internal string? Next() => _process.StandardOutput.ReadLine();

    /// <summary>Kills it (SIGKILL: nothing of it runs any more) and gives what it had said by then.</summary>
    internal List<string> Kill()
    {
        _process.Kill();
        return Rest();
    }

    /// <summary>All it still says until it has ended.</summary>
    internal List<string> Rest()
    {
        var said = new List<string>();
        while (Next() is { } line)
        {
            said.Add(line);
        }

        _process.WaitForExit();
        return said;
    }

    /// <summary>What it wrote to standard error, once it has ended.</summary>
    internal string Error() => _process.StandardError.ReadToEnd();

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}

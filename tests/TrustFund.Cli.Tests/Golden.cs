using System.Runtime.CompilerServices;

namespace TrustFund.Cli.Tests;

/// <summary>
/// Compares output with a file that a person has read and approved. Set TRUSTFUND_APPROVE=1 to rewrite
/// the files, and read the change before it is committed.
/// </summary>
internal static class Golden
{
    internal static void ShouldEqual(string file, string actual, [CallerFilePath] string caller = "")
    {
        var name = Path.Combine("Golden", file);
        if (Environment.GetEnvironmentVariable("TRUSTFUND_APPROVE") == "1")
        {
            var source = Path.Combine(Path.GetDirectoryName(caller)!, name);
            Directory.CreateDirectory(Path.GetDirectoryName(source)!);
            File.WriteAllText(source, actual);
            return;
        }

        actual.Should().Be(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name)), $"{name} is approved (TRUSTFUND_APPROVE=1 rewrites it)");
    }
}

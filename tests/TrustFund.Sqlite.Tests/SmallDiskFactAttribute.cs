using System.Diagnostics;

namespace TrustFund.Sqlite.Tests;

/// <summary>A fact that needs a real file system of a few megabytes; skipped, with a word, where none can be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        var folder = Directory.CreateTempSubdirectory("trustfund ");
        if (TryMount(folder.FullName))
        {
            Unmount(folder.FullName);
        }
        else
        {
            Skip = "No file system can be mounted here (root on Linux can); the same is tried by max_page_count.";
        }

        folder.Delete();
    }

    internal static bool TryMount(string path) => Run("mount", "-t", "tmpfs", "-o", "size=1536k", "tmpfs", path);

    internal static void MakeReadOnly(string path) => Run("mount", "-o", "remount,ro", path);

    // A process that another test is just starting holds our files for a moment, and the disk is then busy: it is taken away
    // from the folder at once and goes when they are closed.
    internal static void Unmount(string path) => Run("umount", "-l", path);

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

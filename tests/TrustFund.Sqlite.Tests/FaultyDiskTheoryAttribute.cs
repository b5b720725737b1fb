using System.Runtime.InteropServices;

namespace TrustFund.Sqlite.Tests;

/// <summary>A theory that puts itself between SQLite and the disk; skipped, with a word, where that is not known to work.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FaultyDiskTheoryAttribute : TheoryAttribute
{
    public FaultyDiskTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture is not (Architecture.X64 or Architecture.Arm64))
        {
            Skip = "Calls to the disk are made to fail on Linux of 64 bits; nothing was tried here.";
        }
    }
}

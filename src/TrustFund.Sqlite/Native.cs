using System.Runtime.InteropServices;

namespace TrustFund.Sqlite;

/// <summary>
/// The calls of SQLite that are made some ten times for every row, straight into the library that
/// SQLitePCLRaw has loaded: its own calls guard the handle each time, which measured takes longer than
/// what is called. The statement's owner keeps the handle alive. Calls that take a few nanoseconds and
/// cannot block leave the garbage collector's bookkeeping out.
/// </summary>
internal static class Native
{
    private const string Library = "e_sqlite3";

    [DllImport(Library, EntryPoint = "sqlite3_step"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    internal static extern int Step(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_reset"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    internal static extern int Reset(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_bind_int64"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    internal static extern int Bind(nint statement, int index, long value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_null"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    internal static extern int BindNull(nint statement, int index);

    [DllImport(Library, EntryPoint = "sqlite3_column_int64"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    internal static extern long Long(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_type"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    internal static extern int Type(nint statement, int column);
}

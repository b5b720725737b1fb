using System.Runtime.InteropServices;

namespace TrustFund.Sqlite.Tests;

/// <summary>
/// A disk whose reads, writes or syncs fail from a given one on: SQLite's own way to the file, with these
/// calls put before it, for files below one folder. One at a time in a process.
/// </summary>
internal sealed class FaultyDisk : IDisposable
{
    internal enum Call
    {
        Read,
        Write,
        Sync,
    }

    // Of sqlite3_vfs and sqlite3_io_methods (https://www.sqlite.org/c3ref/io_methods.html), where pointers have 8 bytes.
    private const int OpenAt = 40;
    private const int ReadAt = 16;
    private const int WriteAt = 24;
    private const int SyncAt = 40;
    private const int MethodsSize = 152;

    private readonly string _folder;
    private readonly nint _vfs = FindVfs(null);
    private readonly nint _originalOpen;
    private readonly OpenFile _open;
    private readonly ReadWrite _read;
    private readonly ReadWrite _write;
    private readonly SyncFile _sync;
    private readonly Dictionary<nint, nint> _copies = [];
    private ReadWrite? _originalRead;
    private ReadWrite? _originalWrite;
    private SyncFile? _originalSync;
    private (Call Call, int From)? _fault;
    private int _met;

    internal FaultyDisk(string folder)
    {
        (_folder, _open, _read, _write, _sync) = (folder, Open, Read, Write, Sync);
        _originalOpen = Marshal.ReadIntPtr(_vfs, OpenAt);
        Marshal.WriteIntPtr(_vfs, OpenAt, Marshal.GetFunctionPointerForDelegate(_open));
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int OpenFile(nint vfs, nint name, nint file, int flags, nint outFlags);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int ReadWrite(nint file, nint buffer, int count, long offset);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int SyncFile(nint file, int flags);

    /// <summary>Whether a call has failed since the fault was set.</summary>
    internal bool HasFailed => _fault is { } fault && _met >= fault.From;

    /// <summary>Lets a kind of call fail from the given one on, counted from now.</summary>
    internal void Fail(Call call, int from) => (_fault, _met) = ((call, from), 0);

    internal void Heal() => _fault = null;

    /// <summary>Files that are open must be closed before.</summary>
    public void Dispose()
    {
        Marshal.WriteIntPtr(_vfs, OpenAt, _originalOpen);
        foreach (var copy in _copies.Values)
        {
            Marshal.FreeHGlobal(copy);
        }
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern nint FindVfs(string? name);

    private int Open(nint vfs, nint name, nint file, int flags, nint outFlags)
    {
        var code = Marshal.GetDelegateForFunctionPointer<OpenFile>(_originalOpen)(vfs, name, file, flags, outFlags);
        if (code == 0 && Marshal.PtrToStringUTF8(name)?.StartsWith(_folder, StringComparison.Ordinal) == true)
        {
            Put(file);
        }

        return code;
    }

    // The first member of a file is the pointer to its methods: those of databases and of logs differ in how
    // they lock and close, but not in how they read, write and sync.
    private void Put(nint file)
    {
        var original = Marshal.ReadIntPtr(file);
        lock (_copies)
        {
            if (!_copies.TryGetValue(original, out var copy))
            {
                _copies.Add(original, copy = Marshal.AllocHGlobal(MethodsSize));
                var methods = new byte[MethodsSize];
                Marshal.Copy(original, methods, 0, MethodsSize);
                Marshal.Copy(methods, 0, copy, MethodsSize);
                _originalRead = Marshal.GetDelegateForFunctionPointer<ReadWrite>(Marshal.ReadIntPtr(original, ReadAt));
                _originalWrite = Marshal.GetDelegateForFunctionPointer<ReadWrite>(Marshal.ReadIntPtr(original, WriteAt));
                _originalSync = Marshal.GetDelegateForFunctionPointer<SyncFile>(Marshal.ReadIntPtr(original, SyncAt));
                Marshal.WriteIntPtr(copy, ReadAt, Marshal.GetFunctionPointerForDelegate(_read));
                Marshal.WriteIntPtr(copy, WriteAt, Marshal.GetFunctionPointerForDelegate(_write));
                Marshal.WriteIntPtr(copy, SyncAt, Marshal.GetFunctionPointerForDelegate(_sync));
            }

            Marshal.WriteIntPtr(file, copy);
        }
    }

    private bool Fails(Call call) => _fault is { } fault && fault.Call == call && ++_met >= fault.From;

    // SQLITE_IOERR_READ, SQLITE_IOERR_WRITE and SQLITE_IOERR_FSYNC.
    private int Read(nint file, nint buffer, int count, long offset) => Fails(Call.Read) ? 266 : _originalRead!(file, buffer, count, offset);

    private int Write(nint file, nint buffer, int count, long offset) => Fails(Call.Write) ? 778 : _originalWrite!(file, buffer, count, offset);

    private int Sync(nint file, int flags) => Fails(Call.Sync) ? 1034 : _originalSync!(file, flags);
}

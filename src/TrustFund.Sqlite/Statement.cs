using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TrustFund.Sqlite;

/// <summary>
/// A prepared statement under ADO.NET: parameters are bound one after another, columns are read by
/// place, nothing is allocated for numbers. What the loops over millions of rows use, and what runs
/// when the tool starts.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly nint _pointer;
    private int _bound;

    internal Statement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _statement));
        _pointer = _statement.DangerousGetHandle();
    }

    internal Statement Bind(long value)
    {
        Check(Native.Bind(_pointer, ++_bound, value));
        return this;
    }

    internal Statement Bind(long? value) => value is { } number ? Bind(number) : BindNull();

    internal Statement Bind(string? text)
    {
        if (text is null)
        {
            return BindNull();
        }

        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = size <= 512 ? stackalloc byte[size] : new byte[size];
        return BindText(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    internal Statement BindText(ReadOnlySpan<byte> text)
    {
        Check(raw.sqlite3_bind_text(_statement, ++_bound, text));
        return this;
    }

    internal Statement Bind(ReadOnlySpan<byte> blob)
    {
        // A span of nothing would be bound as null.
        Check(blob.IsEmpty ? raw.sqlite3_bind_zeroblob(_statement, ++_bound, 0) : raw.sqlite3_bind_blob(_statement, ++_bound, blob));
        return this;
    }

    internal Statement BindNull()
    {
        Check(Native.BindNull(_pointer, ++_bound));
        return this;
    }

    /// <summary>The next row; false after the last, and the statement can be used again.</summary>
    internal bool Step()
    {
        var code = Native.Step(_pointer);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        var failure = code == raw.SQLITE_DONE ? null : Failure(code);
        Reset();
        return failure is null ? false : throw failure;
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    internal void Execute() => Step();

    /// <summary>Ends reading before the last row.</summary>
    internal void Reset()
    {
        _ = Native.Reset(_pointer);
        _bound = 0;
    }

    internal bool IsNull(int column) => Native.Type(_pointer, column) == raw.SQLITE_NULL;

    internal long Long(int column) => Native.Long(_pointer, column);

    internal long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    internal string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string() ?? "";

    internal string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>The bytes of a text or blob, valid until the next step.</summary>
    internal ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>The only value of the only row.</summary>
    internal long Scalar()
    {
        var value = Step() ? Long(0) : 0;
        Reset();
        return value;
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Failure(code);
        }
    }

    private SqliteException Failure(int code) =>
        new(raw.sqlite3_errmsg(_database).utf8_to_string(), code & 0xFF, raw.sqlite3_extended_errcode(_database));
}

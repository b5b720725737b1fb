using Dapper;
using Microsoft.Data.Sqlite;

namespace TrustFund.Sqlite;

/// <summary>Copies books into another file while they are used.</summary>
internal static class Copy
{
    internal static void Make(Session session, string path, bool isCompact)
    {
        try
        {
            if (isCompact)
            {
                session.Connection.Execute("VACUUM INTO @path", new { path });
            }

            Failures.Guard(Path.GetFileName(path), () => Finish(session, path, isCompact));
        }
        catch
        {
            // A copy that is not finished is no backup.
            if (File.Exists(path))
            {
                File.Delete(path);
            }

            throw;
        }
    }

    private static bool Finish(Session session, string path, bool isCompact)
    {
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        copy.Open();
        if (!isCompact)
        {
            session.Connection.BackupDatabase(copy);
        }

        // What is in the write-ahead log is put into the file, which can then be taken along alone.
        copy.Execute("PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE)");
        return true;
    }
}

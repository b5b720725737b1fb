using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;

namespace TrustFund.Sqlite.Tests;

/// <summary>Ways into the file past the library.</summary>
internal static class Forced
{
    // Triggers away, the change, triggers back as they were: what somebody with the file and time could do.
    internal static async Task ExecuteAsync(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Foreign Keys=False");
        connection.Open();
        var triggers = connection.Query<(string Name, string Sql)>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").ToList();
        connection.Execute(string.Concat(triggers.Select(trigger => $"DROP TRIGGER {trigger.Name};")));
        connection.Execute("PRAGMA ignore_check_constraints = ON");
        (await connection.ExecuteAsync(sql)).Should().BePositive();
        connection.Execute(string.Concat(triggers.Select(trigger => trigger.Sql + ";")));
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    // The plain shell where the machine has it (the gate sees to that); else a connection that is set up by nobody.
    internal static async Task<(int Exit, string Error)> ShellAsync(string file, string sql)
    {
        try
        {
            using var shell = Process.Start(new ProcessStartInfo("sqlite3", ["-bail", file, sql]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var error = await shell.StandardError.ReadToEndAsync();
            await shell.WaitForExitAsync();
            return (shell.ExitCode, error);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False");
            connection.Open();
            var refusal = await Record.ExceptionAsync(() => connection.ExecuteAsync(sql));
            return (refusal is null ? 0 : 1, refusal?.Message ?? "");
        }
    }
}

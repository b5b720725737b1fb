using Microsoft.Data.Sqlite;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>Turns what SQLite reports into the one exception that the port promises.</summary>
internal static class Failures
{
    internal static TResult Guard<TResult>(string name, Func<TResult> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception)
        {
            throw Translate(name, exception);
        }
    }

    internal static BooksException Translate(string name, SqliteException exception)
    {
        // Primary result codes of https://www.sqlite.org/rescode.html
        var (failure, message) = exception.SqliteErrorCode switch
        {
            5 or 6 => (BooksFailure.Locked, $"The books {name} are locked by another program, and stayed so while this one waited. Wait until it has finished, then try again."),
            8 => (BooksFailure.ReadOnly, ReadOnly(name)),
            10 => (BooksFailure.InputOutput, $"The books {name} could not be read or written: {exception.Message}"),
            11 => (BooksFailure.Corrupt, $"The file {name} is damaged. Restore a backup, and keep the damaged file."),
            13 => (BooksFailure.Full, $"There is no room left to write to the books {name}. Nothing was written; make room and try again."),
            14 => (BooksFailure.InputOutput, $"The books {name} cannot be opened. Check that the folder is there and may be written to."),
            19 => (BooksFailure.Corrupt, Refusal(name, exception.Message)),
            26 => (BooksFailure.NotBooks, $"The file {name} is not an SQLite database."),
            _ => (BooksFailure.InputOutput, $"The books {name} failed: {exception.Message}"),
        };
        return new BooksException(failure, message, exception);
    }

    /// <summary>The books' own rules refuse what passed the checks before them.</summary>
    internal static BooksException Refused(string name, string rule) => new(BooksFailure.Corrupt, Refusal(name, rule));

    internal static string ReadOnly(string name) =>
        $"The books {name} can only be read. Check the permissions of the file and its folder.";

    private static string Refusal(string name, string rule) =>
        $"The books {name} refuse what should have been accepted: {rule} Run an audit: the file was changed from outside.";
}

using System.Globalization;
using System.Text;
using Dapper;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>
/// The numbered scripts of <c>schema/sqlite</c>, each applied once, in order, in a transaction of its own,
/// and recorded with its hash. A script that has been released is never edited.
/// </summary>
internal static class Migrations
{
    /// <summary>Marks a file as books of this program ("TFND"): see PRAGMA application_id.</summary>
    internal const long ApplicationId = 0x54464E44;

    private const string Prefix = "schema/sqlite/";

    internal static IReadOnlyList<Script> Scripts { get; } = [.. typeof(Migrations).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(Script.Load)];

    internal static long Latest => Scripts[^1].Number;

    /// <summary>Applies what is not applied yet.</summary>
    internal static void Apply(Session session) => Apply(session, Scripts);

    internal static void Apply(Session session, IReadOnlyList<Script> scripts)
    {
        foreach (var script in scripts.Where(script => script.Number > Version(session)))
        {
            session.InTransaction(toWrite: true, () =>
            {
                // Another process may have applied it while this one waited to write.
                if (Version(session) >= script.Number)
                {
                    return (false, false);
                }

                session.Connection.Execute(script.Sql);
                session.Connection.Execute("INSERT INTO migration (number, name, sha256) VALUES (@Number, @Name, @Sha256)",
                    new { script.Number, script.Name, script.Sha256 });
                session.Connection.Execute(string.Create(CultureInfo.InvariantCulture,
                    $"PRAGMA user_version = {script.Number}; PRAGMA application_id = {ApplicationId}"));
                return (true, true);
            });
        }
    }

    internal static long Version(Session session) => session.Scalar("PRAGMA user_version");

    /// <exception cref="BooksException">The file is no books, or of a newer version, or older and not to be written to.</exception>
    internal static void RequireBooks(Session session, bool readOnly)
    {
        if (session.Scalar("PRAGMA application_id") != ApplicationId)
        {
            throw new BooksException(BooksFailure.NotBooks, $"The file {session.Name} is a database, but holds no books of this program.");
        }

        var version = Version(session);
        if (version > Latest)
        {
            throw new BooksException(BooksFailure.NewerSchema, FormattableString.Invariant(
                $"The books {session.Name} were written by a newer version of this program (schema {version}, known up to {Latest}). Use that version."));
        }

        if (readOnly && version < Latest)
        {
            throw new BooksException(BooksFailure.ReadOnly, FormattableString.Invariant(
                $"The books {session.Name} are of an older version of this program (schema {version} of {Latest}) and cannot be brought up to date where they can only be read. Open them to write once."));
        }
    }

    internal sealed record Script(long Number, string Name, string Sql, string Sha256)
    {
        internal static Script Load(string resource)
        {
            using var stream = typeof(Migrations).Assembly.GetManifestResourceStream(resource)!;
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
            var name = Path.GetFileNameWithoutExtension(resource[Prefix.Length..]);
            return new Script(long.Parse(name[..4], CultureInfo.InvariantCulture), name, sql,
                Sha256Hash.Of(Encoding.UTF8.GetBytes(sql)).ToString());
        }
    }
}

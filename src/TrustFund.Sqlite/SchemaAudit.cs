using Dapper;
using Microsoft.Data.Sqlite;

namespace TrustFund.Sqlite;

/// <summary>Tables, indexes and triggers are as a fresh file of this version has them, and so are the migrations recorded.</summary>
internal static class SchemaAudit
{
    private const string Applied = "SELECT number || ' ' || name || ' ' || sha256 FROM migration ORDER BY number";

    internal static void Run(Session session, Findings findings)
    {
        using var fresh = new Session(new SqliteConnection("Data Source=:memory:"), "fresh");
        fresh.Connection.Open();
        Migrations.Apply(fresh);
        var (expected, found) = (Objects(fresh), Objects(session));
        foreach (var (name, sql) in expected.Where(pair => found.GetValueOrDefault(pair.Key) != pair.Value))
        {
            findings.Add("schema", null, null, found.ContainsKey(name) ? $"The definition of {name} was changed." : $"{name} is missing.");
        }

        foreach (var name in found.Keys.Except(expected.Keys))
        {
            findings.Add("schema", null, null, $"{name} does not belong to the books.");
        }

        if (!session.Connection.Query<string>(Applied).SequenceEqual(fresh.Connection.Query<string>(Applied)))
        {
            findings.Add("schema", null, null, "The list of migrations is not the one this version applies.");
        }
    }

    private static Dictionary<string, string?> Objects(Session session) =>
        session.Connection.Query<DefinedObject>("SELECT type || ' ' || name AS Name, sql AS Sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'")
            .ToDictionary(row => row.Name, row => row.Sql, StringComparer.Ordinal);

    internal sealed class DefinedObject
    {
        public string Name { get; init; } = "";

        public string? Sql { get; init; }
    }
}

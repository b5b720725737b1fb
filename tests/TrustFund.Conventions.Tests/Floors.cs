using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TrustFund.Conventions.Tests;

/// <summary>The floors of the house, as data, and who stands on the wrong one.</summary>
internal static class Floors
{
    /// <summary>What each namespace of the libraries may use of ours; a namespace that is not listed may not exist.</summary>
    internal static readonly IReadOnlyDictionary<string, string[]> Below = new Dictionary<string, string[]>
    {
        ["TrustFund"] = [],
        ["TrustFund.Practice"] = ["TrustFund"],
        ["TrustFund.Storage"] = ["TrustFund"],
        ["TrustFund.Reconciliation.Statements"] = ["TrustFund"],
        ["TrustFund.Reconciliation.Discovery"] = ["TrustFund", "TrustFund.Reconciliation.Statements"],
        ["TrustFund.Reconciliation.Proof"] = ["TrustFund", "TrustFund.Reconciliation.Statements"],
        ["TrustFund.Reconciliation.Diagnosis"] = ["TrustFund", "TrustFund.Reconciliation.Statements", "TrustFund.Reconciliation.Proof"],
        ["TrustFund.Reconciliation"] = ["TrustFund", "TrustFund.Reconciliation.Statements", "TrustFund.Reconciliation.Proof", "TrustFund.Reconciliation.Diagnosis"],
        ["TrustFund.Sqlite"] = ["TrustFund", "TrustFund.Storage"],
        ["TrustFund.Interchange"] = ["TrustFund", "TrustFund.Storage"],
    };

    /// <summary>What each assembly may reference besides the framework.</summary>
    internal static readonly IReadOnlyDictionary<string, string[]> References = new Dictionary<string, string[]>
    {
        ["TrustFund.Core"] = ["NodaTime"],
        ["TrustFund.Reconciliation"] = ["TrustFund.Core", "NodaTime"],
        ["TrustFund.Sqlite"] = ["TrustFund.Core", "NodaTime", "Dapper", "Dapper.AOT", "Microsoft.Data.Sqlite", "SQLitePCLRaw.core"],
        ["TrustFund.Interchange"] = ["TrustFund.Core", "NodaTime", "Sylvan.Data.Csv"],
        ["trustfund"] =
        [
            "TrustFund.Core", "TrustFund.Reconciliation", "TrustFund.Sqlite", "TrustFund.Interchange", "NodaTime",
            "System.CommandLine", "Spectre.Console", "Spectre.Console.Ansi",
        ],
    };

    /// <summary>The uses that go up or across, each as <c>from -> to</c>.</summary>
    internal static IEnumerable<string> Broken(IEnumerable<(string From, string To)> uses) => uses
        .Where(use => use.From != use.To)
        .Where(use => !Below.TryGetValue(use.From, out var allowed) || !allowed.Contains(use.To))
        .Select(use => $"{use.From} -> {use.To}")
        .Distinct();

    /// <summary>Which namespaces of ours the code of each namespace names, read from signatures and method bodies.</summary>
    internal static IEnumerable<(string From, string To)> UsesIn(string assemblyPath)
    {
        using var file = new PEReader(File.OpenRead(assemblyPath));
        var metadata = file.GetMetadataReader();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var from = NamespaceOf(metadata, handle);
            if (!from.StartsWith("TrustFund", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var to in TypeUses.Of(file, metadata, handle).Where(to => to.StartsWith("TrustFund", StringComparison.Ordinal)))
            {
                yield return (from, to);
            }
        }
    }

    internal static string NamespaceOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType().IsNil
            ? metadata.GetString(type.Namespace)
            : NamespaceOf(metadata, type.GetDeclaringType());
    }
}

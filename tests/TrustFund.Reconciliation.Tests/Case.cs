using System.Text;
using TrustFund.Reconciliation.Discovery;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests;

/// <summary>A published statement of <c>tests/Cases</c> and the relations file beside it.</summary>
internal sealed class Case
{
    private readonly DeclaredRelations? _relations;

    private Case(string name, string text, DeclaredRelations? relations) => (Name, Text, _relations) = (name, text, relations);

    /// <summary>The file's name, without its ending.</summary>
    internal string Name { get; }

    /// <summary>The document as published.</summary>
    internal string Text { get; }

    /// <summary>The cases that have a relations file.</summary>
    internal static IEnumerable<string> WithRelations => Directory.EnumerateFiles(Cases.Folder, "*.relations.json")
        .Select(path => Path.GetFileName(path).Replace(".relations.json", "", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    internal static Case Load(string name)
    {
        var file = Path.Combine(Cases.Folder, name + ".relations.json");
        var reading = RelationsFile.Read(File.ReadAllBytes(file), Path.GetFileName(file));
        reading.Problems.Should().BeEmpty();
        return new Case(name, Cases.Text(name), reading.Relations!);
    }

    /// <summary>A case that is checked by what is discovered in it, whatever stands beside it.</summary>
    internal static Case Discovered(string name) => new(name, Cases.Text(name), null);

    /// <summary>A statement that was made for a test.</summary>
    internal static Case Made(string name, string text) => new(name, text, null);

    /// <summary>Checks the document, or what became of it.</summary>
    internal ReconciliationReport Check(string? text = null)
    {
        var options = _relations is null ? new ReadingOptions() : new ReadingOptions { Rounding = _relations.Rounding, NilIsExact = _relations.NilIsExact };
        var document = StatementReader.Read(Encoding.UTF8.GetBytes(text ?? Text), Name + ".txt", options);
        return Reconciler.Check(new ReconcilerInput
        {
            Document = document,
            Relations = [_relations is null ? RelationDiscovery.Discover(document) : _relations.ApplyTo(document, Name + ".relations.json")],
            Veto = _relations?.Veto ?? [],
        });
    }
}

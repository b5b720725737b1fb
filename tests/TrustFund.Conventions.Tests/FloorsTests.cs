using System.Reflection;

namespace TrustFund.Conventions.Tests;

public sealed class FloorsTests
{
    [Fact]
    public void Assemblies_reference_what_is_below_them_and_nothing_else()
    {
        foreach (var assembly in Solution.Assemblies)
        {
            var name = assembly.GetName().Name!;
            var referenced = assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
                .Where(reference => !reference.StartsWith("System.", StringComparison.Ordinal) || reference == "System.CommandLine");

            referenced.Should().BeSubsetOf(Floors.References[name], name);
        }
    }

    [Fact]
    public void Namespaces_use_what_is_below_them_and_nothing_else()
    {
        var uses = Solution.Libraries.SelectMany(library => Floors.UsesIn(Assembly.Load(library).Location)).ToList();

        uses.Should().Contain(("TrustFund.Reconciliation.Proof", "TrustFund.Reconciliation.Statements"), "the reading of the code must see something");
        uses.Should().Contain(("TrustFund.Sqlite", "TrustFund.Storage"));
        Floors.Broken(uses).Should().BeEmpty();
    }

    [Theory]
    [InlineData("TrustFund", "TrustFund.Practice")]
    [InlineData("TrustFund", "TrustFund.Storage")]
    [InlineData("TrustFund.Practice", "TrustFund.Storage")]
    [InlineData("TrustFund.Reconciliation.Statements", "TrustFund.Reconciliation.Proof")]
    [InlineData("TrustFund.Reconciliation.Proof", "TrustFund.Reconciliation")]
    [InlineData("TrustFund.Reconciliation", "TrustFund.Storage")]
    [InlineData("TrustFund.Sqlite", "TrustFund.Interchange")]
    [InlineData("TrustFund.Somewhere", "TrustFund")]
    public void A_floor_that_is_broken_is_named(string from, string to)
    {
        Floors.Broken([("TrustFund.Sqlite", "TrustFund"), (from, to)]).Should().Equal($"{from} -> {to}");
    }

    // The tests themselves use every floor, so the reading of method bodies finds uses that signatures do not show.
    [Fact]
    public void A_use_within_a_method_body_is_seen()
    {
        var uses = Floors.UsesIn(typeof(FloorsTests).Assembly.Location);

        uses.Should().Contain(("TrustFund.Conventions.Tests", "TrustFund.Practice"));
        _ = TrustFund.Practice.StandardChart.CashAtBank;
    }

    [Fact]
    public void Dapper_and_the_database_stop_at_the_store()
    {
        var exposed = Assembly.Load("TrustFund.Sqlite").GetExportedTypes()
            .SelectMany(type => type.GetMembers())
            .SelectMany(member => member switch
            {
                MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
                PropertyInfo property => [property.PropertyType],
                _ => Type.EmptyTypes,
            });

        exposed.Should().NotContain(type => type.Namespace != null
            && (type.Namespace.StartsWith("Microsoft.Data", StringComparison.Ordinal) || type.Namespace.StartsWith("Dapper", StringComparison.Ordinal)));
    }
}

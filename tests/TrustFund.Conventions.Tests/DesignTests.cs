using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TrustFund.Conventions.Tests;

public sealed class DesignTests
{
    // Values whose default is a value like any other.
    private static readonly string[] DefaultIsValid = ["Sha256Hash", "TextPlace", "RoundingInterval", "RelationTerm"];

    private static IEnumerable<Type> PublicTypes =>
        Solution.Libraries.SelectMany(library => Assembly.Load(library).GetExportedTypes());

    [Fact]
    public void An_unset_value_throws_on_every_use()
    {
        var values = PublicTypes
            .Where(type => type is { IsValueType: true, IsEnum: false } && !DefaultIsValid.Contains(type.Name))
            .Select(type => type.IsGenericTypeDefinition ? type.MakeGenericType(typeof(Fund)) : type)
            .ToList();

        values.Should().HaveCountGreaterThan(2);
        foreach (var type in values)
        {
            var unset = RuntimeHelpers.GetUninitializedObject(type);
            var uses = type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => !(type == typeof(Money) && property.Name == nameof(Money.Currency)))
                .Select(property => (Name: property.Name, Use: (Action)(() => property.GetValue(unset))))
                .Append((Name: "ToString", Use: () => _ = unset.ToString()));
            foreach (var (name, use) in uses)
            {
                var thrown = Record.Exception(use);
                ((thrown as TargetInvocationException)?.InnerException ?? thrown).Should().BeOfType<InvalidOperationException>($"{type.Name}.{name} of an unset value");
            }
        }
    }

    [Fact]
    public void Public_classes_are_sealed_or_static() =>
        PublicTypes.Where(type => type is { IsClass: true, IsSealed: false }).Should().BeEmpty();

    [Fact]
    public void Public_properties_cannot_be_set_once_made() =>
        PublicTypes.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is { IsPublic: true } setter
                && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Should().BeEmpty();

    [Fact]
    public void Public_properties_hand_out_no_collection_that_can_be_changed() =>
        PublicTypes.SelectMany(type => type.GetProperties())
            .Where(property => property.PropertyType.IsArray
                || (typeof(IEnumerable).IsAssignableFrom(property.PropertyType) && property.PropertyType is { IsGenericType: true, IsInterface: false }))
            .Should().BeEmpty();

    [Fact]
    public void Public_types_stand_in_a_file_of_their_own_name() =>
        PublicTypes.Where(type => !type.IsNested)
            .Select(type => type.Name.Split('`')[0])
            .Except(Solution.SourceFiles.Select(Path.GetFileNameWithoutExtension))
            .Should().BeEmpty();
}

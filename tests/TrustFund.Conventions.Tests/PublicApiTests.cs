using System.Reflection;
using PublicApiGenerator;

namespace TrustFund.Conventions.Tests;

public sealed class PublicApiTests
{
    [Theory]
    [InlineData("TrustFund.Core"), InlineData("TrustFund.Reconciliation"), InlineData("TrustFund.Sqlite"), InlineData("TrustFund.Interchange")]
    public void The_public_api_is_the_one_that_was_reviewed(string library)
    {
        var api = Assembly.Load(library).GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n") + "\n";
        var reviewed = Path.Combine(Solution.Root, "tests", "TrustFund.Conventions.Tests", "PublicApi", $"{library}.txt");
        if (Environment.GetEnvironmentVariable("TRUSTFUND_APPROVE") == "1")
        {
            File.WriteAllText(reviewed, api);
        }

        api.Should().Be(File.ReadAllText(reviewed), "a change of the public API is reviewed: TRUSTFUND_APPROVE=1 rewrites the file, read the difference");
    }
}

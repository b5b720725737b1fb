using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace TrustFund.Interchange.Tests;

/// <summary>
/// Every message that reading can give, as a person sees it, beside the input that brings it about:
/// <c>Golden/error-catalogue.txt</c>. TRUSTFUND_APPROVE=1 rewrites the file; read the difference.
/// </summary>
public sealed class ErrorCatalogueTests
{
    private const string File = "Golden/error-catalogue.txt";

    public static TheoryData<string> Names => [.. ErrorCatalogue.Cases.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_fault_is_told_with_place_found_expected_and_remedy(string name)
    {
        var transcript = ErrorCatalogue.Cases.Single(one => one.Name == name).Transcript();

        if (!IsApproving)
        {
            transcript.Should().Be(Approved().GetValueOrDefault(name, ""));
        }
    }

    [Fact]
    public void The_approved_catalogue_holds_these_faults_and_no_others()
    {
        if (IsApproving)
        {
            Approve(string.Join("\n", ErrorCatalogue.Cases.Select(one => $"{one.Name}\n{one.Transcript()}")));
            return;
        }

        Approved().Keys.Should().Equal(ErrorCatalogue.Cases.Select(one => one.Name));
    }

    [Fact]
    public void Every_message_there_is_is_brought_about()
    {
        var complaints = Complaints();

        var told = ErrorCatalogue.Cases.SelectMany(one => one.Problems()).Distinct()
            .Select(problem => complaints.Where(complaint => complaint.Fits(problem)).Select(complaint => complaint.Name).ToList())
            .ToList();

        told.Should().OnlyContain(names => names.Count >= 1, "no message is made but of the templates");
        complaints.Select(complaint => complaint.Name).Except(told.SelectMany(names => names)).Should().BeEmpty();
    }

    private static bool IsApproving => Environment.GetEnvironmentVariable("TRUSTFUND_APPROVE") == "1";

    private static List<Template> Complaints() =>
    [
        .. typeof(Complaint).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.NonPublic))
            .Where(property => property.PropertyType == typeof(Complaint))
            .Select(property => new Template($"{property.DeclaringType!.Name}.{property.Name}", (Complaint)property.GetValue(null)!)),
    ];

    private sealed class Template(string name, Complaint complaint)
    {
        private readonly Regex _found = Pattern(complaint.Found);
        private readonly Regex _expected = Pattern(complaint.Expected);
        private readonly Regex _remedy = Pattern(complaint.Remedy);

        internal string Name { get; } = name;

        internal bool Fits(ReadingProblem problem) =>
            _found.IsMatch(problem.Found) && _expected.IsMatch(problem.Expected) && _remedy.IsMatch(problem.Remedy);

        private static Regex Pattern(string template) => new("^" + Regex.Replace(Regex.Escape(template), @"\\\{\d}", ".*") + "$");
    }

    // A fault is a line that is not indented, and its transcript the indented lines below it.
    private static Dictionary<string, string> Approved()
    {
        var approved = new Dictionary<string, string>();
        var name = "";
        foreach (var line in System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, File)).Split('\n').Where(line => line.Length > 0))
        {
            name = line.StartsWith(' ') ? name : line;
            approved[name] = approved.GetValueOrDefault(name, "") + (line.StartsWith(' ') ? line + "\n" : "");
        }

        return approved;
    }

    private static void Approve(string text, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, File);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
    }
}

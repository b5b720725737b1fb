namespace TrustFund.Cli.Rendering;

/// <summary>Who did something, for people: what is stated, then what is not.</summary>
internal static class Names
{
    /// <summary>The deed of entries and events that have no other.</summary>
    internal const string Prepared = "prepared";

    /// <summary>As <c>closed by Accounts Section, approved by Controller; authority not stated</c>.</summary>
    /// <param name="done">What was done: prepared, closed.</param>
    /// <param name="by">Who did it; null where it is not stated. So for the others.</param>
    /// <param name="approvedBy">Who approved it.</param>
    /// <param name="authority">Under what authority.</param>
    internal static string Of(string done, string? by, string? approvedBy, string? authority)
    {
        // Of what nobody is named for, the deed alone goes without saying.
        var stated = new[] { by is null ? done == Prepared ? null : done : $"{done} by {by}", approvedBy is null ? null : $"approved by {approvedBy}", authority is null ? null : $"authority {authority}" };
        var missing = new[] { by is null ? "preparer" : null, approvedBy is null ? "approver" : null, authority is null ? "authority" : null }.OfType<string>().ToList();
        return string.Join("; ", new[] { string.Join(", ", stated.OfType<string>()), NotStated(missing) }.Where(part => part.Length > 0));
    }

    private static string NotStated(List<string> missing) => missing.Count switch
    {
        0 => "",
        1 => $"{missing[0]} not stated",
        _ => $"{string.Join(", ", missing[..^1])} and {missing[^1]} not stated",
    };
}

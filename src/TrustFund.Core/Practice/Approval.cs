namespace TrustFund.Practice;

/// <summary>Holds names against a fund's rule. Names are recorded, not authenticated.</summary>
public static class Approval
{
    /// <summary>What the rule finds wrong with the names, in words that follow "it"; null where nothing.</summary>
    /// <param name="rule">The fund's rule.</param>
    /// <param name="preparedBy">Who prepared it; null where it is not stated.</param>
    /// <param name="approvedBy">Who approved it; null where it is not stated.</param>
    public static string? Fault(ApprovalRule rule, string? preparedBy, string? approvedBy) => (rule, preparedBy, approvedBy) switch
    {
        (ApprovalRule.None, _, _) => null,
        (_, null, null) => "names neither who prepared nor who approved it",
        (_, null, _) => "does not name who prepared it",
        (_, _, null) => "does not name who approved it",
        (ApprovalRule.Different, var preparer, var approver) when IsSame(preparer, approver) => $"was prepared and approved by one person, {preparer}",
        _ => null,
    };

    /// <summary>Whether two names are one person's: the same but for case and blanks.</summary>
    /// <param name="one">A name.</param>
    /// <param name="other">Another.</param>
    public static bool IsSame(string one, string other) => string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

namespace TrustFund.Interchange;

/// <summary>
/// An account code, or all codes from one through another: between two numbers the codes that are
/// numbers, by their value; between two codes of one length with letters, the codes of that length with
/// letters, by their characters.
/// </summary>
internal sealed class AccountRange
{
    private readonly string _first;
    private readonly string _last;

    private AccountRange(string first, string last) => (_first, _last) = (first, last);

    private bool IsOne => _first == _last;

    private bool IsNumeric => IsNumber(_first);

    /// <summary>Reads <c>41010</c> or <c>41010..41090</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="complaint">What is wrong with it, where it is none.</param>
    internal static AccountRange? Of(string text, out Complaint? complaint)
    {
        var ends = text.Split("..");
        var (first, last) = (ends[0].Trim(), ends[^1].Trim());
        complaint = ends.Length > 2 || first.Length == 0 || last.Length == 0 ? MappingComplaints.NotAccounts
            : IsNumber(first) != IsNumber(last) || (!IsNumber(first) && first.Length != last.Length) ? MappingComplaints.UnlikeEnds
            : Compare(first, last) > 0 ? MappingComplaints.Reversed
            : null;
        return complaint is null ? new AccountRange(first, last) : null;
    }

    internal bool Contains(string code) => IsOne
        ? code == _first
        : IsNumber(code) == IsNumeric && (IsNumeric || code.Length == _first.Length)
            && Compare(_first, code) <= 0 && Compare(code, _last) <= 0;

    internal bool Overlaps(AccountRange other) => IsOne
        ? other.Contains(_first)
        : other.IsOne
            ? Contains(other._first)
            : IsNumeric == other.IsNumeric && (IsNumeric || _first.Length == other._first.Length)
                && Compare(_first, other._last) <= 0 && Compare(other._first, _last) <= 0;

    /// <summary>The code, or both ends.</summary>
    public override string ToString() => IsOne ? _first : $"{_first}..{_last}";

    private static bool IsNumber(string code) => code.All(char.IsAsciiDigit);

    private static int Compare(string one, string other)
    {
        var (left, right) = IsNumber(one) && IsNumber(other) ? (one.TrimStart('0'), other.TrimStart('0')) : (one, other);
        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(left, right);
    }
}

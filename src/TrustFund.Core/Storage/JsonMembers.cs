using System.Text.Json;

namespace TrustFund.Storage;

/// <summary>Members of a JSON document that a person hands in; what is wrong with them is said in that person's words.</summary>
internal static class JsonMembers
{
    /// <summary>Where a text stops being JSON: lines and columns are counted from 1.</summary>
    internal static string PlaceOf(JsonException fault) =>
        FormattableString.Invariant($"from line {(fault.LineNumber ?? 0) + 1}, column {(fault.BytePositionInLine ?? 0) + 1} on it is no JSON");

    /// <exception cref="KeyNotFoundException">The member is not there.</exception>
    /// <exception cref="InvalidOperationException">It is no number.</exception>
    /// <exception cref="FormatException">It is a number that counts nothing.</exception>
    internal static long Whole(JsonElement members, string name) => members.GetProperty(name) is var member && member.TryGetInt64(out var count)
        ? count
        : throw new FormatException($"The member {name} is {member.GetRawText()}, which is no whole number.");
}

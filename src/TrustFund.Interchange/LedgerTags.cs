using System.Text;

namespace TrustFund.Interchange;

/// <summary>
/// Tags as hledger has them in comments: <c>name:value</c>, values ending at a comma. A value that holds
/// what would end it, or what hledger would take for a date, is written with percent signs as in URLs.
/// </summary>
internal static class LedgerTags
{
    private const string Reserved = "%,[]";

    /// <summary>Tags for a comment, those without a value left out; empty where none is left.</summary>
    internal static string Of(params IEnumerable<(string Name, string? Value)> tags) =>
        string.Join(", ", tags.Where(tag => tag.Value is not null).Select(tag => $"{tag.Name}:{Escape(tag.Value!)}"));

    /// <summary>The tags in a comment, each with the column in which its name begins, counted from 0.</summary>
    internal static IEnumerable<(string Name, string Value, int Column)> In(string comment)
    {
        var start = 0;
        foreach (var part in comment.Split(','))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                // The name is the word before the colon; what stands before the name is prose.
                var name = part[..colon];
                var before = name.AsSpan().LastIndexOfAny(" \t;") + 1;
                if (before < colon)
                {
                    yield return (name[before..], Uri.UnescapeDataString(part[(colon + 1)..].Trim()), start + before);
                }
            }

            start += part.Length + 1;
        }
    }

    /// <summary>The values by name; where a name stands twice, the first.</summary>
    internal static Dictionary<string, string> First(string comment)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value, _) in In(comment))
        {
            values.TryAdd(name, value);
        }

        return values;
    }

    private static string Escape(string value)
    {
        var escaped = new StringBuilder();
        for (var index = 0; index < value.Length; index++)
        {
            var isAtEnd = index == 0 || index == value.Length - 1;
            var mustBe = Reserved.Contains(value[index], StringComparison.Ordinal) || (isAtEnd && char.IsWhiteSpace(value[index]));
            escaped.Append(mustBe ? Uri.EscapeDataString(value[index].ToString()) : value[index].ToString());
        }

        return escaped.ToString();
    }
}

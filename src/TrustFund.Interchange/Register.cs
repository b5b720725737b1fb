using System.Diagnostics.CodeAnalysis;

namespace TrustFund.Interchange;

/// <summary>
/// The accounts, funds or donors of a file by code. It also knows what could not be read, so that one
/// fault there is not told again for every posting that names it.
/// </summary>
internal sealed class Register<TItem>(string file)
    where TItem : class
{
    private readonly Dictionary<string, TItem> _items = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unread = new(StringComparer.Ordinal);

    /// <summary>The file's name.</summary>
    internal string File { get; } = file;

    /// <summary>Whether every row of the file is known, read or not.</summary>
    internal bool IsWhole { get; set; } = true;

    internal IReadOnlyCollection<TItem> Items => _items.Values;

    internal void Add(string code, TItem item) => _items.Add(code, item);

    internal void AddUnread(string code) => _unread.Add(code);

    internal bool TryFind(ReadOnlySpan<char> code, [NotNullWhen(true)] out TItem? item) =>
        _items.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(code, out item);

    /// <summary>Whether a code is told to be missing: not if it stands where reading failed.</summary>
    internal bool IsMissing(string code) => IsWhole && !_items.ContainsKey(code) && !_unread.Contains(code);
}

namespace TrustFund.Cli.FiveYears;

/// <summary>
/// Numbers that look drawn and are the same on every machine: SplitMix64 (Steele, Lea and Flood, 2014), in
/// whole numbers only.
/// </summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A whole number, both ends included.</summary>
    internal long Between(long least, long most) => least + (long)Math.BigMul(Next(), (ulong)(most - least + 1), out _);

    internal int Between(int least, int most) => (int)Between((long)least, most);

    /// <summary>One of some items.</summary>
    internal TItem OneOf<TItem>(IReadOnlyList<TItem> items) => items[Between(0, items.Count - 1)];

    /// <summary>So many of some items, each once, in their own order.</summary>
    internal IEnumerable<TItem> Some<TItem>(IReadOnlyList<TItem> items, int count)
    {
        for (var index = 0; index < items.Count && count > 0; index++)
        {
            if (Between(1, items.Count - index) <= count)
            {
                count--;
                yield return items[index];
            }
        }
    }

    private ulong Next()
    {
        unchecked
        {
            var mixed = _state += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}

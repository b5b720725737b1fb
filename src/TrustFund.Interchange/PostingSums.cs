using System.Runtime.CompilerServices;

namespace TrustFund.Interchange;

/// <summary>Debits and credits by the places of a <see cref="PostingLog"/>.</summary>
internal sealed class PostingSums(int places)
{
    private readonly Int128[] _debits = new Int128[places];
    private readonly Int128[] _credits = new Int128[places];
    private readonly bool[] _isMet = new bool[places];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(int place, long amount)
    {
        // No journal is so long that 128 bits do not hold its sum.
        ref var sum = ref amount < 0 ? ref _credits[place] : ref _debits[place];
        sum = unchecked(sum + amount);
        _isMet[place] = true;
    }

    /// <summary>The places that were added to.</summary>
    internal IEnumerable<int> Met => Enumerable.Range(0, _isMet.Length).Where(place => _isMet[place]);

    /// <summary>Debits less credits of the places that were added to.</summary>
    /// <param name="keys">What stands at each place.</param>
    internal IEnumerable<(PostingKey Key, Int128 Sum)> Balances(IReadOnlyList<PostingKey> keys)
    {
        for (var place = 0; place < _isMet.Length; place++)
        {
            if (_isMet[place])
            {
                yield return (keys[place], _debits[place] + _credits[place]);
            }
        }
    }

    /// <summary>The sum of the debits, nil or positive.</summary>
    internal Int128 Debits(int place) => _debits[place];

    /// <summary>The sum of the credits, nil or negative.</summary>
    internal Int128 Credits(int place) => _credits[place];
}

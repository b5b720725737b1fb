using System.Numerics;

namespace TrustFund.Storage;

/// <summary>
/// The Merkle tree of RFC 6962, section 2.1, over SHA-256: a leaf is hashed after a byte 0, a node's two
/// children after a byte 1, and the left subtree of n leaves has the largest power of two below n. The
/// data of the n-th leaf of a journal are the 32 bytes of the n-th entry's hash in the chain, so that one
/// entry can be shown to be of the journal without any other.
/// </summary>
public sealed class MerkleTree
{
    // The roots of all complete subtrees: of one leaf, of two, of four ...
    private readonly List<Sha256Hash[]> _levels;

    /// <summary>Builds the tree of leaves, for the paths of many of them.</summary>
    /// <param name="leaves">The hashes of the leaves.</param>
    public MerkleTree(IEnumerable<Sha256Hash> leaves)
    {
        _levels = [[.. leaves]];
        while (_levels[^1].Length > 1)
        {
            var below = _levels[^1];
            var level = new Sha256Hash[below.Length / 2];
            for (var index = 0; index < level.Length; index++)
            {
                level[index] = Node(below[2 * index], below[(2 * index) + 1]);
            }

            _levels.Add(level);
        }
    }

    /// <summary>How many leaves it has.</summary>
    public int Count => _levels[0].Length;

    /// <summary>The root of a tree without leaves: the hash of nothing.</summary>
    public static Sha256Hash EmptyRoot { get; } = Sha256Hash.Of([]);

    /// <summary>The hash of a leaf.</summary>
    /// <param name="data">Its data.</param>
    public static Sha256Hash Leaf(ReadOnlySpan<byte> data) => Sha256Hash.Of([0, .. data]);

    /// <summary>The hash of the leaf of an entry.</summary>
    /// <param name="link">The entry's hash in the chain.</param>
    public static Sha256Hash LeafOf(Sha256Hash link) => Leaf(link.ToByteArray());

    /// <summary>The root over leaves.</summary>
    /// <param name="leaves">The hashes of the leaves, streamed: only as many are held as the tree is high.</param>
    public static Sha256Hash Root(IEnumerable<Sha256Hash> leaves)
    {
        // Complete subtrees, the largest first; as many as the count of leaves so far has bits set.
        var subtrees = new Stack<Sha256Hash>();
        var count = 0L;
        foreach (var leaf in leaves)
        {
            var root = leaf;
            for (var trailing = BitOperations.TrailingZeroCount(~count); trailing > 0; trailing--)
            {
                root = Node(subtrees.Pop(), root);
            }

            subtrees.Push(root);
            count++;
        }

        return subtrees.Count == 0 ? EmptyRoot : subtrees.Aggregate((right, left) => Node(left, right));
    }

    /// <summary>The hashes that lead from one leaf to the root, nearest first: the audit path of RFC 6962, section 2.1.1.</summary>
    /// <param name="index">Which leaf, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public IReadOnlyList<Sha256Hash> Path(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        var path = new List<Sha256Hash>();
        for (var (start, count) = (0, Count); count > 1;)
        {
            var left = (int)LargestPowerBelow(count);
            var isLeft = index - start < left;
            path.Add(isLeft ? RootOf(start + left, count - left) : RootOf(start, left));
            (start, count) = isLeft ? (start, left) : (start + left, count - left);
        }

        path.Reverse();
        return path;
    }

    /// <summary>The root that a path leads to from a leaf; the leaf is of the tree if it is the tree's root.</summary>
    /// <param name="leaf">The hash of the leaf.</param>
    /// <param name="index">Which leaf, from 0.</param>
    /// <param name="count">How many leaves the tree has.</param>
    /// <param name="path">What <see cref="Path"/> gives.</param>
    /// <exception cref="ArgumentException">The path is not as long as that of such a leaf.</exception>
    public static Sha256Hash RootFrom(Sha256Hash leaf, long index, long count, IReadOnlyList<Sha256Hash> path)
    {
        var turns = new List<bool>();
        for (var (start, size) = (0L, count); size > 1;)
        {
            var left = LargestPowerBelow(size);
            var isLeft = index - start < left;
            turns.Add(isLeft);
            (start, size) = isLeft ? (start, left) : (start + left, size - left);
        }

        if (index < 0 || index >= count || turns.Count != path.Count)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The path of leaf {index} of {count} has {turns.Count} hashes, not {path.Count}."), nameof(path));
        }

        var root = leaf;
        for (var step = 0; step < path.Count; step++)
        {
            root = turns[^(step + 1)] ? Node(root, path[step]) : Node(path[step], root);
        }

        return root;
    }

    private static long LargestPowerBelow(long count) => 1L << BitOperations.Log2((ulong)(count - 1));

    private Sha256Hash RootOf(int start, int count)
    {
        if (BitOperations.IsPow2(count))
        {
            var level = BitOperations.Log2((uint)count);
            return _levels[level][start >> level];
        }

        var left = (int)LargestPowerBelow(count);
        return Node(RootOf(start, left), RootOf(start + left, count - left));
    }

    private static Sha256Hash Node(Sha256Hash left, Sha256Hash right)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * Sha256Hash.Size)];
        bytes[0] = 1;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + Sha256Hash.Size)..]);
        return Sha256Hash.Of(bytes);
    }
}

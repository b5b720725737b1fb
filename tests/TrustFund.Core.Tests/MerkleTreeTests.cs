using System.Security.Cryptography;
using CsCheck;
using TrustFund.Storage;

namespace TrustFund.Tests;

/// <summary>The Merkle tree of RFC 6962, by the vectors that certificate transparency logs are tested by.</summary>
public sealed class MerkleTreeTests
{
    private static readonly string[] Data =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] Roots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void The_root_of_no_leaves_is_the_hash_of_nothing() =>
        MerkleTree.Root([]).ToString().Should().Be("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void Roots_are_those_of_the_published_vectors(int count) =>
        MerkleTree.Root(Data.Take(count).Select(hex => MerkleTree.Leaf(Convert.FromHexString(hex)))).ToString().Should().Be(Roots[count - 1]);

    [Fact]
    public void Every_path_leads_to_the_root_and_no_other_leaf_place_or_path_does() =>
        Gen.Int[1, 70].SelectMany(count => Gen.Int[0, count - 1].Select(index => (count, index))).Sample((count, index) =>
        {
            var leaves = Enumerable.Range(0, count).Select(number => MerkleTree.Leaf([(byte)number])).ToArray();
            var (tree, root) = (new MerkleTree(leaves), MerkleTree.Root(leaves));
            var path = tree.Path(index);

            return MerkleTree.RootFrom(leaves[index], index, count, path) == root
                && Checker.Root(leaves[index].ToByteArray(), index, count, [.. path.Select(hash => hash.ToByteArray())]).SequenceEqual(root.ToByteArray())
                && MerkleTree.RootFrom(MerkleTree.Leaf("other"u8), index, count, path) != root
                && (path.Count == 0 || MerkleTree.RootFrom(leaves[index], index, count, [.. path.Skip(1), path[0]]) != root || path.Distinct().Count() == 1);
        });

    [Fact]
    public void A_path_of_another_length_is_refused()
    {
        var lead = () => MerkleTree.RootFrom(MerkleTree.EmptyRoot, 2, 5, []);

        lead.Should().Throw<ArgumentException>().WithMessage("The path of leaf 2 of 5 has 3 hashes, not 0.*");
    }

    /// <summary>The verification of RFC 9162, section 2.1.3.2, written after its text: shares nothing with the tree.</summary>
    private static class Checker
    {
        internal static byte[] Root(byte[] leaf, long index, long count, List<byte[]> path)
        {
            var (fn, sn, r) = (index, count - 1, leaf);
            foreach (var p in path)
            {
                if ((fn & 1) == 1 || fn == sn)
                {
                    r = SHA256.HashData([1, .. p, .. r]);
                    while ((fn & 1) == 0 && fn != 0)
                    {
                        (fn, sn) = (fn >> 1, sn >> 1);
                    }
                }
                else
                {
                    r = SHA256.HashData([1, .. r, .. p]);
                }

                (fn, sn) = (fn >> 1, sn >> 1);
            }

            return sn == 0 ? r : [];
        }
    }
}

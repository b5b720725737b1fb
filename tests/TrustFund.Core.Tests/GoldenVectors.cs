namespace TrustFund.Tests;

/// <summary>Hashes of version 1 of the canonical encoding, written down once.</summary>
internal static class GoldenVectors
{
    internal const string Full = "d82f8e0323cb52635f9e51ffb10e036c5ff71fa4cbc9ff68c1a9499b6840113b";
    internal const string Least = "30ae5a882ffe9476ff32b94bf4699afbb583c220b09d4898bb17fe7deddc85b2";
    internal const string FirstLink = "e825629000bc5e3c5856518564498859d87bdd7e67c23def2df2026463efe1ec";
    internal const string SecondLink = "6b4476265d30e6986da1d7ecccbd530ae91b847e736f16569295b83649271daf";
    internal const string Event = "35952bd2f1b2c18fd6eac066780c97ffe9c5d72ff95709dc8a5873a2b79bd913";
}

namespace TrustFund.Tests;

/// <summary>Hashes of version 1 of the canonical encoding, written down once.</summary>
internal static class GoldenVectors
{
    internal const string Full = "eaa8f43d6ba5427a54adbfed4f6eed0ab6df294888e17f1ccf274fce3b25807f";
    internal const string Least = "dd9d7d060629853e5a1a0639af28fe65227edfd75040854d56f522e415948436";
    internal const string FirstLink = "6d9944dd76b5f96c6a7ddff47d1edfc2638b9cd98881439854eeceb1e3ac044e";
    internal const string SecondLink = "c43e947c87392a4f4ff392e0e03c23a0c90e791eb156bdb9f0c902bd62d789ea";
    internal const string Event = "9f82b0687d47882621de5e77e5952e5ba413261bf402e8e285a4293467d69a65";
}

namespace TrustFund.Tests;

/// <summary>Hashes of version 1 of the canonical encoding, written down once.</summary>
internal static class GoldenVectors
{
    internal const string Full = "a44ef0ba866da3cc4b0565982cc855c795cdc1af6fdf4cd7e6b1dd2f43363cb8";
    internal const string Least = "9411ff1b7d571248074b1ebf7105644761db71ef3ab6437d517d23d9cf4d0285";
    internal const string FirstLink = "272462f487891e85219868de1f09e05f1d243e0bfea894a87077df725ef41f05";
    internal const string SecondLink = "93fec1baa0ad8ae7cf0ce7821a94f62c4bb1405ac371782e7105613d324db481";
}

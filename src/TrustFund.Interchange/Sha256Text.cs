namespace TrustFund.Interchange;

/// <summary>How a hash is written.</summary>
internal static class Sha256Text
{
    internal static bool IsHash(string text) => text.Length == 2 * Sha256Hash.Size && text.All(char.IsAsciiHexDigit);
}

namespace TrustFund.Practice;

/// <summary>A setting of policy that cannot be followed.</summary>
/// <param name="Key">The key of the setting.</param>
/// <param name="Found">What it says.</param>
/// <param name="Expected">What was expected there.</param>
public sealed record PolicyFault(string Key, string Found, string Expected);

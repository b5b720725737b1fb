namespace TrustFund.Interchange;

/// <summary>A tag and where it stands.</summary>
internal sealed record HledgerTag(string Name, string Value, TextPlace Place);

namespace TrustFund.Interchange;

/// <summary>A row of an extract and the line of the statement it belongs to.</summary>
/// <param name="Row">The row.</param>
/// <param name="Line">The line's name in the template; <see cref="AccountMapping.NotPresented"/> for none.</param>
public sealed record MappedBalance(ExtractRow Row, string Line);

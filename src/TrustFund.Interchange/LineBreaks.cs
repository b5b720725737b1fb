namespace TrustFund.Interchange;

/// <summary>Counts lines as editors do: LF, CRLF and a CR by itself each end one.</summary>
internal static class LineBreaks
{
    internal static int In(ReadOnlySpan<char> text) => text.Count('\n') + text.Count('\r') - text.Count("\r\n");
}

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>A table of a statement that was made for a test: everything in it holds.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Headings">One for each column of amounts.</param>
/// <param name="Rows">Its lines.</param>
internal sealed record MadeTable(string Title, IReadOnlyList<string> Headings, IReadOnlyList<MadeRow> Rows);

/// <summary>A line of a made table: a heading where it has no amounts; null for a cell that prints nothing.</summary>
/// <param name="Caption">Its caption.</param>
/// <param name="Indent">How far in it stands.</param>
/// <param name="Amounts">Its amounts.</param>
internal sealed record MadeRow(string Caption, int Indent, params decimal?[] Amounts)
{
    public static MadeRow operator +(MadeRow one, MadeRow other) => one.With(other, (left, right) => left + right);

    public static MadeRow operator -(MadeRow one, MadeRow other) => one.With(other, (left, right) => left - right);

    internal MadeRow As(string caption, int indent = 0) => new(caption, indent, Amounts);

    private MadeRow With(MadeRow other, Func<decimal, decimal, decimal> add) =>
        new(Caption, Indent, [.. Amounts.Zip(other.Amounts, (left, right) => left is null && right is null ? (decimal?)null : add(left ?? 0, right ?? 0))]);
}

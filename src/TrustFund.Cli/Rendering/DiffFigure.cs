using TrustFund.Reconciliation.Statements;

namespace TrustFund.Cli.Rendering;

/// <summary>A figure that moved, as <c>diff</c> prints it.</summary>
/// <param name="Caption">What a person calls it.</param>
/// <param name="Names">What programs call it: account, fund and donor, or line, column, note and donor.</param>
/// <param name="Before">Its amount in the earlier books.</param>
/// <param name="After">Its amount in the later books.</param>
/// <param name="Difference">After less before.</param>
/// <param name="Entries">The entries that moved it.</param>
internal sealed record DiffFigure(
    string Caption, IReadOnlyList<(string Name, string? Value)> Names, Money Before, Money After, Money Difference, IReadOnlyList<EntryEffect> Entries)
{
    internal static DiffFigure Of(FigureChange<BalanceFigure> change)
    {
        var (account, fund, donor) = (change.Figure.Account, change.Figure.Fund, change.Figure.Donor);
        return Of(change, $"{account}, {fund.Code}{(donor is null ? "" : $", {donor.Name}")}",
            [("account", account.Code.Text), ("fund", fund.Code.Text), ("donor", donor?.Code.Text)]);
    }

    internal static DiffFigure Of(FigureChange<StatementFigure> change, string caption, string heading)
    {
        var figure = change.Figure;
        return Of(change, caption + (heading.Length > 0 ? $", {heading}" : ""),
            [("line", figure.Line), ("column", FormattableString.Invariant($"{figure.Column + 1}")), ("note", figure.Note), ("donor", figure.Donor?.Code.Text)]);
    }

    private static DiffFigure Of<TFigure>(FigureChange<TFigure> change, string caption, IReadOnlyList<(string Name, string? Value)> names) =>
        new(caption, names, change.Before, change.After, change.Difference, change.Entries);
}

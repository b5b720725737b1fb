using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>A statement with the amounts of each column of each table in another order: nothing holds in it but by chance.</summary>
internal static class ShuffledStatement
{
    internal static PublishedStatement Of(PublishedStatement statement, int seed)
    {
        var random = new Random(seed);
        return new PublishedStatement(
            statement.Source, statement.Sha256, statement.Title, [.. statement.Tables.Select(table => Of(table, random))], statement.Notes, statement.Problems, statement.Lines);
    }

    private static PublishedTable Of(PublishedTable table, Random random)
    {
        var instead = table.Lines.SelectMany(line => line.Figures).GroupBy(figure => figure.Column).SelectMany(column =>
        {
            var shuffled = column.ToArray();
            random.Shuffle(shuffled);
            return column.Zip(shuffled);
        }).ToDictionary(pair => pair.First, pair => pair.Second);
        return table with { Lines = [.. table.Lines.Select(line => line with { Figures = [.. line.Figures.Select(figure => In(figure, instead[figure]))] })] };
    }

    private static PublishedFigure In(PublishedFigure place, PublishedFigure amount) => new(
        place.Id, place.Caption, place.Column, place.Place, amount.Printed, amount.State, amount.Amount, amount.Interval);
}

using System.Text;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests;

/// <summary>The documents that tests read.</summary>
internal static class Document
{
    internal static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", name));

    internal static PublishedStatement Read(string text, RoundingRule rounding = RoundingRule.HalfAwayFromZero) =>
        StatementReader.Read(Encoding.UTF8.GetBytes(text), "document.txt", new ReadingOptions { Rounding = rounding });

    internal static IEnumerable<(string Caption, decimal? Amount)> Amounts(PublishedStatement statement) =>
        statement.Figures.Select(figure => (figure.Caption, figure.Amount));
}

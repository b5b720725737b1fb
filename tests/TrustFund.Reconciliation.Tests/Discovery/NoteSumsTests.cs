using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>Notes whose amounts make up a line, each below its own table, with marks that start again there.</summary>
public sealed class NoteSumsTests
{
    private const string TwoFunds = """
        Table 1
        Status of the education fund
                                              2019        2018
        Contributions ^a                    12 340      11 020
        Interest                               410         395
        Total income                        12 750      11 415

        ^a Consists of contributions of France (7 340) and Norway (5 000).

        Table 2
        Status of the health fund
                                              2019        2018
        Contributions ^a                    22 340      21 020
        Interest                               610         595
        Total income                        22 950      21 615

        ^a Consists of contributions of Peru (17 340) and Chile (5 000).
        """;

    [Fact]
    public void Each_note_explains_the_line_with_its_mark_in_the_table_above_it()
    {
        var notes = Notes(TwoFunds);

        notes.Should().Equal((4, true), (13, true));
    }

    [Theory]
    [InlineData("(7 340)", "(7 430)", 4), InlineData("(17 340)", "(11 340)", 13), InlineData("(5 000).\n\nTable", "(50 000).\n\nTable", 4)]
    public void A_slip_in_what_a_line_is_said_to_consist_of_is_an_exception_of_its_year(string sound, string slip, int place) =>
        Notes(TwoFunds.ReplaceLineEndings("\n").Replace(sound, slip, StringComparison.Ordinal)).Should().HaveCount(2).And.Contain((place, false));

    // A movement within the year, or a part of it, need not add up to anything.
    [Fact]
    public void Amounts_that_come_to_nothing_near_a_figure_are_no_exception() =>
        Notes(TwoFunds.Replace("(17 340)", "(1 250)", StringComparison.Ordinal)).Should().Equal((4, true));

    private static IEnumerable<(int Line, bool Holds)> Notes(string text) => Case.Made("notes", text).Check().Proof.Findings
        .Where(finding => finding.Relation.Kind == RelationKind.Note).Select(finding => (finding.Relation.Target.Place.Line, finding.Residual == 0));
}

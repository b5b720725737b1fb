using TrustFund.Reconciliation.Discovery;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>By what name an opening balance is found again at the end, and which words say that it is the end.</summary>
public sealed class OpeningNamesTests
{
    [Theory]
    [InlineData("Accumulated surplus, 1 January", "Accumulated surplus")]
    [InlineData("Opening accumulated funds", "Accumulated funds")]
    [InlineData("Cash balance as at 1 January 2019", "Cash balance")]
    [InlineData("Cash on hand brought forward", "Cash on hand")]
    [InlineData("Saldo de caja a 1 de enero", "Saldo de caja")]
    [InlineData("Solde de la caisse au 1er janvier", "Solde de la caisse")]
    public void The_balance_at_the_end_goes_by_the_name_of_the_one_at_the_beginning(string opening, string closing)
    {
        var names = new OpeningNames();

        names.Closes(opening).Should().BeFalse();
        names.Closes(closing).Should().BeTrue();
        names.Closes("Contributions received").Should().BeFalse();
    }

    [Theory]
    [InlineData("Final payment on the office lease"), InlineData("Final instalment"), InlineData("Brought forward"), InlineData("Opening")]
    public void What_names_no_balance_is_none(string caption)
    {
        var names = new OpeningNames();
        names.Closes("Brought forward").Should().BeFalse();

        names.Closes(caption).Should().BeFalse();
        AccountingWords.Says(caption, WordKind.Closing).Should().BeFalse();
    }
}

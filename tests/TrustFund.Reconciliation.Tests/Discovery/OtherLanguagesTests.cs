using TrustFund.Reconciliation.Discovery;
using TrustFund.Reconciliation.Proof;

namespace TrustFund.Reconciliation.Tests.Discovery;

/// <summary>Statements in other languages than English: what holds raises no alarm, and what does not is found.</summary>
public sealed class OtherLanguagesTests
{
    // What is owed is called as both sides together are elsewhere; net assets stand below it.
    private const string Situation = "État de la situation financière\n\t2018\t2017\nActif\nTrésorerie\t82 547\t147 755\nPlacements\t158 726\t38 187\nTotal de l’actif\t241 273\t185 942\n"
        + "Passif\nPassif courant\nDettes\t1 777\t7 238\nAvances reçues\t1 899\t88 821\nTotal du passif courant\t3 676\t96 059\nPassif non courant\nAvantages du personnel\t24 523\t33 895\nAutres\t12 506\t1 366\nTotal du passif non courant\t37 029\t35 261\n"
        + "Total du passif\t40 705\t131 320\nActif net (total de l’actif moins total du passif)\t200 568\t54 622\nActif net\nRéserves\t6 368\t36 938\nExcédent cumulé\t194 200\t17 684\nTotal de l’actif net\t200 568\t54 622\n";

    // The variance is of either sign, so that it falls short by more or less than a line.
    private const string Budget = "État comparatif du budget (en milliers d’euros)\n\tBudget initial\tBudget final\tDépenses effectives\tÉcart\nDirection exécutive\t736,3\t1 555,8\t2 120,0\t-564,2\nProgramme de travail\t1 815,2\t3 466,2\t6 704,0\t-3 237,8\n"
        + "Réunions des Parties\t4 154,1\t3 728,8\t–\t3 728,8\nServices de conférence\t633,1\t1 253,5\t1 076,6\t176,9\nVoyages du personnel\t1 628,9\t1 299,4\t1 427,5\t-128,1\nÉtablissement de rapports\t2 867,5\t7 057,6\t7 146,0\t-88,4\n"
        + "Total partiel\t11 835,1\t18 361,3\t18 474,1\t-112,8\nRéserve pour imprévus\t1 074,1\t2 531,0\t8 277,1\t-5 746,1\nTotal\t12 909,2\t20 892,3\t26 751,2\t-5 858,9\n";

    private const string NetAssets = "Estado de cambios en el activo neto\n\tSuperávit acumulado\tReservas\tTotal\nActivo neto al 1 de enero de 2021\t285 041\t50 791\t335 832\nPérdidas actuariales\t(146 196)\t(758 247)\t(904 443)\nSuperávit del año\t27 336\t305 375\t332 711\n"
        + "Activo neto al 31 de diciembre de 2021\t166 181\t(402 081)\t(235 900)\nGanancias actuariales\t125 700\t1 800 112\t1 925 812\nDéficit del año\t(179 103)\t(102 638)\t(281 741)\nActivo neto al 31 de diciembre de 2022\t112 778\t1 295 393\t1 408 171\n";

    private const string Result = "Ingresos y gastos\n\t2011\t2009\nTotal de ingresos\t6 381\t75 357\nTotal de gastos\t41 643\t31 212\nExceso de los ingresos respecto de los gastos\t(35 262)\t44 145\nAjustes\t(1 590)\t(2 686)\nExceso neto de los ingresos respecto de los gastos\t(36 852)\t41 459\n";

    private const string CashFlows = "État des flux de trésorerie\n\t2017\t2016\nActivités opérationnelles\nExcédent\t609\t4 213\nAmortissement\t1 311\t977\nDettes\t(28 424)\t2 506\nFlux de trésorerie nets provenant des activités opérationnelles\t(26 504)\t7 696\n"
        + "Activités d’investissement\nProduits des placements\t3 811\t1 402\nQuote-part commune\t(3 511)\t614\nFlux de trésorerie nets provenant des activités d’investissement\t300\t2 016\n";

    [Theory]
    [InlineData(Situation)]
    [InlineData(Budget)]
    [InlineData(NetAssets)]
    [InlineData(Result)]
    public void What_holds_raises_no_alarm(string statement) => Check(statement).Verdict.Should().Be(Verdict.Exact);

    [Theory]
    [InlineData(Budget, "Programme de travail\t1 815,2\t3 466,2\t6 704,0\t-3 237,8\n", 1815.2)]
    [InlineData(NetAssets, "Superávit del año\t27 336\t305 375\t332 711\n", 27336)]
    public void A_line_left_out_is_told_first(string statement, string line, decimal amount)
    {
        var report = Check(statement.Replace(line, "", StringComparison.Ordinal));

        report.Verdict.Should().Be(Verdict.Inconsistent);
        report.Discrepancies[0].Diagnoses[0].Repairs[0].Amount.Should().Be(amount);
    }

    [Theory]
    [InlineData(Situation, "40 705", "47 005")]
    [InlineData(CashFlows, "609", "809")]
    [InlineData(CashFlows, "(3 511)", "(5 311)")]
    [InlineData(Situation, "200 568\t54 622\nActif", "205 068\t54 622\nActif")]
    [InlineData(Result, "(1 590)", "(1 530)")]
    public void A_slip_is_an_exception(string statement, string printed, string slip) =>
        Check(statement.Replace(printed, slip, StringComparison.Ordinal)).Verdict.Should().Be(Verdict.Inconsistent);

    private static ReconciliationReport Check(string text)
    {
        var document = Document.Read(text);
        return Reconciler.Check(new ReconcilerInput { Document = document, Relations = [RelationDiscovery.Discover(document)] });
    }
}

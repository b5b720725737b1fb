using NodaTime;
using TrustFund.Practice;
using TrustFund.Storage;

namespace TrustFund.Cli.FiveYears;

/// <summary>The funds, donors and settings of the sample of five years.</summary>
internal static class FiveYearNouns
{
    internal const int FirstYear = 2020;
    internal const int LastYear = 2024;

    /// <summary>The last year of the fund that is closed.</summary>
    internal const int EmergencyLastYear = 2023;

    internal static readonly Fund Climate = new("CLIM", "Trust Fund for Climate Resilience", Currency.Usd, new LocalDate(2014, 3, 1), authority: "Decision 2014/7 of the Board");
    internal static readonly Fund Education = new("EDUC", "Trust Fund for Education in Rural Areas", Currency.Usd, new LocalDate(2016, 9, 15), authority: "Decision 2016/21 of the Board");
    internal static readonly Fund Emergency = new("EMER", "Trust Fund for Emergency Relief", Currency.Usd, new LocalDate(2019, 6, 1), authority: "Decision 2019/3 of the Board");

    internal static readonly Donor Germany = new("DEU", "Germany");
    internal static readonly Donor Norway = new("NOR", "Norway");

    internal static IReadOnlyList<Fund> Funds { get; } = [Climate, Education, Emergency];

    internal static IReadOnlyList<Donor> Donors { get; } =
    [
        new("AUS", "Australia"), new("AUT", "Austria"), new("BEL", "Belgium"), new("CAN", "Canada"), new("CHE", "Switzerland"),
        new("DNK", "Denmark"), Germany, new("ESP", "Spain"), new("EST", "Estonia"), new("FIN", "Finland"),
        new("FRA", "France"), new("GBR", "United Kingdom of Great Britain and Northern Ireland"), new("IRL", "Ireland"), new("ISL", "Iceland"), new("ITA", "Italy"),
        new("JPN", "Japan"), new("KOR", "Republic of Korea"), new("LUX", "Luxembourg"), new("MEX", "Mexico"), new("NLD", "Netherlands"),
        Norway, new("NZL", "New Zealand"), new("PRT", "Portugal"), new("QAT", "Qatar"), new("SWE", "Sweden"),
        new("USA", "United States of America"), new("AFDB", "African Development Bank"), new("EU", "European Union"), new("ISDB", "Islamic Development Bank"), new("OFID", "OPEC Fund for International Development"),
    ];

    internal static MasterData MasterData { get; } = new(StandardChart.Accounts, Funds, Donors, new Dictionary<string, string>
    {
        ["title"] = "Five years of three trust funds",
        ["illustrative"] = "yes",
        ["closing-account"] = StandardChart.AccumulatedSurplusRestricted.Code.Text,
    });

    /// <summary>The funds that are active in a year.</summary>
    internal static IEnumerable<Fund> FundsOf(int year) => Funds.Where(fund => fund != Emergency || year <= EmergencyLastYear);
}

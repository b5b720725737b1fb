namespace TrustFund;

/// <summary>
/// The currencies of ISO 4217 list one that money is kept in, with their minor digits. Funds codes,
/// precious metals and test codes (XAU, XDR, XXX ...) are left out: no ledger is kept in them.
/// </summary>
internal static class Iso4217
{
    private const string TwoDigits =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD " +
        "CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ " +
        "GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL " +
        "MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR " +
        "PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT " +
        "TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG";

    private const string NoDigits = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";

    private const string ThreeDigits = "BHD IQD JOD KWD LYD OMR TND";

    private static readonly Dictionary<string, int> MinorDigits =
        new[] { (TwoDigits, 2), (NoDigits, 0), (ThreeDigits, 3) }
            .SelectMany(group => group.Item1.Split(' '), (group, code) => (code, group.Item2))
            .ToDictionary(pair => pair.code, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>The minor digits of a currency, or null where the list does not hold it.</summary>
    internal static int? MinorDigitsOf(string code) =>
        MinorDigits.TryGetValue(code, out var digits) ? digits : null;
}

using System.Globalization;

namespace TrustFund.Benchmarks;

/// <summary>Writes the generated journal for whoever reads it: CSV books, a journal for ledger and hledger, a flat CSV for a floor program.</summary>
internal static class GeneratedFiles
{
    internal static void Write(int count, string folder)
    {
        var books = Directory.CreateDirectory(Path.Combine(folder, "books")).FullName;
        File.WriteAllLines(Path.Combine(books, "accounts.csv"), ["code,name,type", .. Generated.MasterData.Chart.Select(account => $"{account.Code},{account.Name},{Type(account.Type)}")]);
        File.WriteAllLines(Path.Combine(books, "funds.csv"), ["code,name,currency", .. Generated.MasterData.Funds.Select(fund => $"{fund.Code},{fund.Name},{fund.Currency}")]);
        File.WriteAllLines(Path.Combine(books, "donors.csv"), ["code,name", .. Generated.MasterData.Donors.Select(donor => $"{donor.Code},{donor.Name}")]);
        File.WriteAllLines(Path.Combine(books, "books.csv"), ["key,value", .. Generated.MasterData.Settings.Select(setting => $"{setting.Key},{setting.Value}")]);
        using var csv = new StreamWriter(Path.Combine(books, "journal.csv"));
        using var ledger = new StreamWriter(Path.Combine(folder, "journal.ledger"));
        using var flat = new StreamWriter(Path.Combine(folder, "flat.csv"));
        csv.Write("entry,date,kind,description,reference,account,fund,donor,debit,credit,currency\n");
        flat.Write("entry_id,date,description,account,fund,donor,amount_minor\n");
        foreach (var entry in Generated.Entries(count))
        {
            var date = entry.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
            ledger.Write($"{date} * {entry.Description}\n    ; donor: {entry.Postings[0].Donor!.Code}\n");
            foreach (var posting in entry.Postings)
            {
                var (amount, plain) = (posting.Amount.MinorUnits, posting.Amount.ToPlainString());
                var sides = amount > 0 ? $"{plain}," : $",{(-posting.Amount).ToPlainString()}";
                csv.Write($"{entry.Id},{date},ordinary,{entry.Description},,{posting.Account.Code},{posting.Fund.Code},{posting.Donor!.Code},{sides},USD\n");
                ledger.Write($"    {posting.Account.Code}  {plain} USD  ; fund: {posting.Fund.Code}\n");
                flat.Write(string.Create(CultureInfo.InvariantCulture, $"{entry.Id},{date},{entry.Description},{posting.Account.Code},{posting.Fund.Code},{posting.Donor!.Code},{amount}\n"));
            }

            ledger.Write("\n");
        }
    }

    private static string Type(AccountType type) => type switch
    {
        AccountType.NetAssets => "net assets",
        _ => type.ToString().ToLowerInvariant(),
    };
}

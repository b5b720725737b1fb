using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>
/// The accounts, funds, donors and settings of a journal of hledger: declared in it, known to the books
/// it goes into, or told by the postings themselves.
/// </summary>
internal sealed class HledgerMasterData(MasterData known, ProblemLog problems)
{
    private readonly Dictionary<string, Account> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Code<Account>> _codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unread = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Fund> _funds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Donor> _donors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);

    /// <summary>Declares an account: its name and, in comments, tags type, code, name, opened and closed.</summary>
    internal bool Declare(string text, IReadOnlyList<string> below, TextPlace place)
    {
        var comment = text.IndexOf(';', StringComparison.Ordinal);
        var name = (comment < 0 ? text : text[..comment]).Trim();
        var comments = below.Select(line => line.Trim()).Prepend(comment < 0 ? ";" : text[comment..]).ToList();
        if (name.Length == 0 || !comments.TrueForAll(line => line.StartsWith(';')))
        {
            return false;
        }

        var tags = LedgerTags.First(string.Join(',', comments));
        var type = TypeOf(name);
        if (tags.TryGetValue("type", out var letter) && (type = HledgerTypes.Read(letter)) is null)
        {
            _unread.Add(name);
            problems.Add(place, HledgerComplaints.NotAType, Cells.Shown(letter));
            return true;
        }

        Add(name, tags.GetValueOrDefault("code", name), tags.GetValueOrDefault("name", name), type, Day(tags, "opened"), Day(tags, "closed"), place);
        return true;
    }

    /// <summary>Declares a fund, a donor or a setting; false where the tags make none.</summary>
    internal bool Declare(IReadOnlyDictionary<string, string> tags)
    {
        var (name, code) = (tags.GetValueOrDefault("name", ""), tags.GetValueOrDefault("fund", tags.GetValueOrDefault("donor", "")));
        try
        {
            if (tags.ContainsKey("fund") && Currency.TryParse(tags.GetValueOrDefault("currency"), out var currency))
            {
                return _funds.TryAdd(code, new Fund(
                    code, name, currency, Day(tags, "established"), Day(tags, "closed"), tags.GetValueOrDefault("authority")));
            }

            return tags.ContainsKey("donor")
                ? _donors.TryAdd(code, new Donor(code, name))
                : tags.TryGetValue("setting", out var key) && tags.TryGetValue("value", out var value) && _settings.TryAdd(key, value);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The account of a name; null where there is none, reported here or before.</summary>
    internal Account? Account(string name, TextPlace place)
    {
        if (_accounts.TryGetValue(name, out var account) || _unread.Contains(name))
        {
            return account;
        }

        if (Code<Account>.Fault(name) is null && known.Chart.TryFind(name, out var registered))
        {
            _accounts.Add(name, registered);
            return registered;
        }

        Add(name, name, name, TypeOf(name), null, null, place);
        return _accounts.GetValueOrDefault(name);
    }

    /// <summary>The fund of a code; the only fund where none is named. Null where there is none, reported here.</summary>
    internal Fund? Fund(string? code, Currency? currency, TextPlace place)
    {
        if (code is null)
        {
            var funds = known.Funds.Concat(_funds.Values).DistinctBy(fund => fund.Code).ToList();
            if (funds.Count != 1)
            {
                problems.Add(place, HledgerComplaints.NoFund);
            }

            return funds.Count == 1 ? _funds.GetValueOrDefault(funds[0].Code.Text, funds[0]) : null;
        }

        if (!_funds.TryGetValue(code, out var fund) && Code<Fund>.Fault(code) is null)
        {
            // Not declared anywhere: its first posting tells its currency, and its code must do for a name.
            fund = known.FindFund(code) ?? (currency is { } first ? new Fund(code, code, first) : null);
            if (fund is not null)
            {
                _funds.Add(code, fund);
            }
        }

        if (fund is null)
        {
            problems.Add(place, HledgerComplaints.NoFund);
        }

        return fund;
    }

    internal Donor Donor(string code)
    {
        if (!_donors.TryGetValue(code, out var donor))
        {
            donor = known.FindDonor(code) ?? new Donor(code, code);
            _donors.Add(code, donor);
        }

        return donor;
    }

    internal MasterData ToMasterData() =>
        new(new ChartOfAccounts(_accounts.Values), _funds.Values, _donors.Values, _settings);

    private void Add(string name, string code, string title, AccountType? type, LocalDate? opened, LocalDate? closed, TextPlace place)
    {
        var shown = Cells.Shown(name);
        if (Code<Account>.Fault(code) is { } fault)
        {
            problems.Add(place, HledgerComplaints.NotACode, shown, fault);
        }
        else if (type is null)
        {
            problems.Add(place, HledgerComplaints.NoType, shown);
        }
        else if (_codes.ContainsValue(code))
        {
            problems.Add(place, HledgerComplaints.CodeTwice, Cells.Shown(code));
        }
        else if (Made(code, title, type.Value, opened, closed) is { } account)
        {
            _codes.Add(name, code);
            _accounts.Add(name, account);
            return;
        }
        else
        {
            problems.Add(place, HledgerComplaints.NotADeclaration, shown);
        }

        _unread.Add(name);
    }

    private static Account? Made(string code, string title, AccountType type, LocalDate? opened, LocalDate? closed)
    {
        try
        {
            return new Account(code, title, type, opened, closed);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return null;
        }
    }

    // That of the nearest account above it that is declared, or what its name tells.
    private AccountType? TypeOf(string name)
    {
        for (var above = name; above.LastIndexOf(':') is var colon and > 0;)
        {
            above = above[..colon];
            if (_accounts.TryGetValue(above, out var account))
            {
                return account.Type;
            }
        }

        return HledgerTypes.OfName(name);
    }

    private static LocalDate? Day(IReadOnlyDictionary<string, string> tags, string name) =>
        tags.TryGetValue(name, out var text) && IsoDate.TryRead(text, out var day) ? day : null;
}

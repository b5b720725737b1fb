using System.CommandLine;
using System.Globalization;
using TrustFund.Cli.Rendering;
using TrustFund.Practice;

namespace TrustFund.Cli.Commands;

/// <summary>The options that draw a population from a journal: which one, and from where on an entry belongs to it.</summary>
internal sealed class PopulationOptions
{
    private static readonly IReadOnlyDictionary<string, Population> Names =
        Enum.GetValues<Population>().ToDictionary(Words.Population);

    private static readonly PopulationLimits Usual = new();

    private readonly Option<Population?> _select = new("--select")
    {
        Description = $"Draw a population that auditors test: {string.Join(", ", Names.Keys)}.",
        HelpName = "POPULATION",
        CustomParser = result => Names.TryGetValue(result.Tokens[0].Value, out var population)
            ? population
            : CommonOptions.Fail<Population?>(result, null, $"--select is one of {string.Join(", ", Names.Keys)}, not '{result.Tokens[0].Value}'."),
    };

    private readonly Option<int> _backDated = Number("--back-dated-days", "back-dated: recorded more than so many days after the posting date.", Usual.BackDatedDays);
    private readonly Option<int> _roundTo = Number("--round-to", "round-amounts: a posting is a multiple of so many units.", decimal.ToInt32(Usual.RoundTo));
    private readonly Option<int> _letters = Number("--letters", "no-description: fewer letters than so many.", Usual.Letters);
    private readonly Option<int> _seldom = Number("--seldom", "seldom-used-accounts: posted to by so many of the entries looked at, or fewer.", Usual.SeldomEntries);
    private readonly Option<int> _lastDays = Number("--last-days", "year-end: so many days at the end of a year.", Usual.PeriodEndDays);

    internal void AddTo(Command command)
    {
        command.Add(_select);
        command.Add(_backDated);
        command.Add(_roundTo);
        command.Add(_letters);
        command.Add(_seldom);
        command.Add(_lastDays);
    }

    /// <summary>The population asked for; null where all entries are.</summary>
    internal Population? Selected(ParseResult result) => result.GetValue(_select);

    internal PopulationLimits Limits(ParseResult result) => new()
    {
        BackDatedDays = result.GetValue(_backDated),
        RoundTo = result.GetValue(_roundTo),
        Letters = result.GetValue(_letters),
        SeldomEntries = result.GetValue(_seldom),
        PeriodEndDays = result.GetValue(_lastDays),
    };

    private static Option<int> Number(string name, string description, int usual) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => usual,
        CustomParser = result => int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : CommonOptions.Fail(result, usual, $"{name} is a whole number from 1 on, not '{result.Tokens[0].Value}'."),
    };
}

using System.CommandLine;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace TrustFund.Cli.Commands;

/// <summary>Options that several commands take, each said once.</summary>
internal static class CommonOptions
{
    internal static Argument<string> Books() => new("BOOKS")
    {
        Description = "An SQLite file of books or, to read only, a folder of CSV books.",
    };

    internal static Argument<string> BooksToWrite() => new("BOOKS") { Description = "The SQLite file of the books." };

    internal static Option<string> Reason(string description) => new("--reason") { Description = description, HelpName = "TEXT" };

    internal static Option<string> BooksOption() => new("--books")
    {
        Description = "The books: an SQLite file, or a folder of CSV books.",
        HelpName = "BOOKS",
    };

    internal static Option<string> Fund(string description = "The fund's code; may be left out where the books have one fund.") => new("--fund")
    {
        Description = description,
        HelpName = "CODE",
    };

    internal static Option<NamedPeriod?> Year() => PeriodOption("--year", "The accounting year.", "YYYY");

    internal static Option<NamedPeriod?> Period() =>
        PeriodOption("--period", "Another period, both days included: 2016, 2016-06 or 2015-07-01..2016-06-30.", "PERIOD");

    internal static Option<string> Template() => new("--template")
    {
        Description = "The statement's template: the name of one that ships, or a JSON file.",
        HelpName = "NAME-or-FILE",
        DefaultValueFactory = _ => Templates.Default,
    };

    internal static Option<string> OptionalTemplate() => new("--template")
    {
        Description = $"The statement's template: the name of one that ships, or a JSON file. Left out, {Templates.Default} where its lines are there.",
        HelpName = "NAME-or-FILE",
    };

    internal static Option<string> Narrative() => new("--narrative")
    {
        Description = "The text that speaks of the statement: its amounts and the donors it names are held against the table.",
        HelpName = "FILE",
    };

    internal static Option<bool> Strict() => new("--strict")
    {
        Description = "Exit 1 where any figure is not tested.",
    };

    internal static Option<OutputFormat> Format() => new("--format")
    {
        Description = "How to print: text for people, json or csv for programs; text where nothing is said.",
        CustomParser = result => Enum.TryParse<OutputFormat>(result.Tokens[0].Value, ignoreCase: true, out var format)
            && Enum.IsDefined(format) && !char.IsAsciiDigit(result.Tokens[0].Value[0])
                ? format
                : Fail(result, OutputFormat.Text, $"--format is text, json or csv, not '{result.Tokens[0].Value}'."),
        HelpName = "text|json|csv",
    };

    internal static Option<int?> Width(string? otherwise = null) => new("--width")
    {
        Description = $"How many characters a line holds: columns that do not fit stand in blocks, one below the other. {otherwise ?? "The terminal's, and 120 where there is none."}",
        HelpName = "CHARACTERS",
        CustomParser = result => int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var width) && width >= Terminal.NarrowestPage
            ? width
            : Fail<int?>(result, null, $"--width is a number of characters, {Terminal.NarrowestPage} or more, not '{result.Tokens[0].Value}'."),
    };

    internal static Option<LocalDate?> Date(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result => LocalDatePattern.Iso.Parse(result.Tokens[0].Value) is { Success: true } date && AccountingYear.Has(date.Value)
            ? date.Value
            : Fail<LocalDate?>(result, null, $"{name} is a date such as 2016-12-31, not '{result.Tokens[0].Value}'."),
    };

    internal static Option<KnownAt?> KnownAt(string name = "--known-at", string description = "The books as they were recorded then") => new(name)
    {
        Description = $"{description}: an instant (2017-03-31T12:00:00Z), the number of an entry (#1234) or the symbol of a registered edition (A/72/99).",
        HelpName = "INSTANT",
        CustomParser = result => Cli.KnownAt.Parse(result.Tokens[0].Value),
    };

    internal static Option<string?> PreparedBy() => new("--by") { Description = "Who prepares this; not stated where it is left out.", HelpName = "NAME" };

    internal static Option<string?> ApprovedBy() => new("--approved-by") { Description = "Who approves it.", HelpName = "NAME" };

    internal static Option<string?> Authority() => new("--authority") { Description = "Under what authority: a regulation, a delegation, a decision.", HelpName = "TEXT" };

    /// <summary>Lets an option be one of some words only.</summary>
    internal static void OneOf(this Option option, params IReadOnlyList<string> words)
    {
        option.CompletionSources.Add([.. words]);
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Select(token => token.Value).Where(token => !words.Contains(token, StringComparer.Ordinal)))
            {
                result.AddError($"{option.Name} is {string.Join(", ", words.SkipLast(1))} or {words[^1]}, not '{token}'.");
            }
        });
    }

    private static Option<NamedPeriod?> PeriodOption(string name, string description, string helpName) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result => NamedPeriod.Parse(result.Tokens[0].Value) is { } period
            ? period
            : Fail<NamedPeriod?>(result, null, $"{name} is a period such as 2016, 2016-06 or 2015-07-01..2016-06-30, not '{result.Tokens[0].Value}'."),
    };

    internal static TValue Fail<TValue>(System.CommandLine.Parsing.ArgumentResult result, TValue value, string message)
    {
        result.AddError(message);
        return value;
    }
}

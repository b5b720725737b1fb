using System.CommandLine;
using System.Globalization;
using TrustFund.Cli.Rendering;

namespace TrustFund.Cli.Commands;

/// <summary>The options of commands that report on a published statement.</summary>
internal sealed class ReportOptions
{
    private readonly Option<OutputFormat> _format = CommonOptions.Format();
    private readonly Option<bool> _strict = CommonOptions.Strict();
    private readonly Option<bool> _corrigendum = new("--corrigendum") { Description = "Print the confirmed corrections only: For 2 223 349 read 2 223 439 (text only)." };
    private readonly Option<bool> _queries = new("--queries") { Description = "Draft a query for each cause, with all its exceptions in it (text only)." };
    private readonly Option<decimal?> _material = Amount("--materiality", "From which size on a difference is material, in the unit of the table: 5 where it is in millions means 5 million (text only).");
    private readonly Option<decimal?> _trivial = Amount("--trivial", "Below which size a difference is clearly trivial, in the unit of the table (text only).");

    private readonly Option<bool> _list = new("--list-relations") { Description = "List the relations that were tested, each by the name that --veto takes and with the reason why it is believed." };
    private readonly Option<int?> _width = CommonOptions.Width("Tables of a document without a template take all of it, all else 100 at the most. The terminal's, and 100 where there is none.");

    /// <summary>The option that lists the relations of one document.</summary>
    internal Option ListRelations => _list;

    internal void AddTo(Command command)
    {
        command.Add(_corrigendum);
        command.Add(_queries);
        command.Add(_material);
        command.Add(_trivial);
        command.Add(_list);
        command.Add(_strict);
        command.Add(_width);
        command.Add(_format);
    }

    /// <summary>How the call asks for reports to be printed.</summary>
    /// <param name="result">The call.</param>
    /// <param name="isSummary">Whether it is of a folder, of which each document is told in a line.</param>
    /// <exception cref="CommandException">Options that do not go together.</exception>
    internal ReportStyle Of(ParseResult result, bool isSummary = false)
    {
        var (corrigendum, queries, format) = (result.GetValue(_corrigendum), result.GetValue(_queries), result.GetValue(_format));
        if ((corrigendum && queries) || ((corrigendum || queries) && format != OutputFormat.Text))
        {
            throw new CommandException(ExitCode.Usage, "--corrigendum and --queries are reports of their own, in text: name one of them, without --format.");
        }

        if (result.GetValue(_list) && (corrigendum || queries || format == OutputFormat.Csv))
        {
            throw new CommandException(ExitCode.Usage, "--list-relations belongs to the working paper: leave out --corrigendum, --queries and --format csv. JSON lists the relations by itself.");
        }

        var (material, trivial) = (result.GetValue(_material), result.GetValue(_trivial));
        if (trivial > material)
        {
            throw new CommandException(ExitCode.Usage, "--trivial is above --materiality: what is material cannot be trivial.");
        }

        if ((material ?? trivial) is not null && (corrigendum || format != OutputFormat.Text || (isSummary && !queries)))
        {
            throw new CommandException(ExitCode.Usage, "--materiality and --trivial weigh the exceptions of a working paper or of --queries, in text: leave out --corrigendum and --format; of a folder add --queries.");
        }

        return new ReportStyle(format, result.GetValue(_strict))
        {
            Corrigendum = corrigendum,
            Queries = queries,
            Relations = result.GetValue(_list),
            Page = result.GetValue(_width),
            Materiality = material is null && trivial is null ? null : new Materiality(material ?? trivial!.Value, trivial ?? 0),
        };
    }

    private static Option<decimal?> Amount(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "AMOUNT",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (decimal.TryParse(text.Replace(" ", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            {
                return amount;
            }

            result.AddError($"{name} is an amount such as 1000 or 0.5, not '{text}'.");
            return null;
        },
    };
}

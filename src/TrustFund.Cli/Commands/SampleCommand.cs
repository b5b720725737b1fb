using System.CommandLine;
using TrustFund.Cli.FiveYears;
using TrustFund.Interchange;
using TrustFund.Sqlite;

namespace TrustFund.Cli.Commands;

/// <summary><c>sample NAME</c>: lays out a sample, makes its books, reconciles it, and says what to try next.</summary>
internal static class SampleCommand
{
    private static IReadOnlyList<string> Names => [.. Samples.Names, FiveYearSample.Name];

    internal static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "The sample; left out, they are listed.", Arity = ArgumentArity.ZeroOrOne };
        var to = new Option<string>("--to") { Description = "The folder to lay it out in; a folder of the sample's name where it is left out.", HelpName = "FOLDER" };
        var command = new Command("sample", "Lay out a sample, make its books and reconcile it: the first command to try. Example: trustfund sample un-lirec-2016") { name, to };
        command.Run(terminal, async (result, cancellation) =>
        {
            if (result.GetValue(name) is not { } chosen)
            {
                foreach (var sample in Names)
                {
                    terminal.Output.WriteLine(sample);
                }

                terminal.Output.WriteLine($"Next: trustfund sample {Samples.Names[0]}");
                return ExitCode.Done;
            }

            if (!Names.Contains(chosen))
            {
                throw new CommandException(ExitCode.Usage, $"There is no sample '{chosen}'; there are {string.Join(", ", Names)}.");
            }

            return chosen == FiveYearSample.Name
                ? await MakeAsync(terminal, result.GetValue(to) ?? chosen, cancellation).ConfigureAwait(false)
                : await LayOutAsync(terminal, chosen, result.GetValue(to) ?? chosen, cancellation).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<ExitCode> MakeAsync(Terminal terminal, string folder, CancellationToken cancellation)
    {
        if (File.Exists(Path.Combine(folder, "books.db")))
        {
            throw new CommandException(ExitCode.Usage, $"There are books in {folder} already; they were left as they are. Make the sample in another folder: trustfund sample {FiveYearSample.Name} --to FOLDER");
        }

        var head = await FiveYearSample.MakeAsync(folder, cancellation).ConfigureAwait(false);
        terminal.Output.WriteLine(FormattableString.Invariant(
            $$"""
            ** ILLUSTRATIVE **  These books are constructed; they are evidence of nothing.

            Made in {{folder}}: books.db, three funds over five years, {{head.Sequence}} entries, fingerprint {{head.Seal}};
            and the statement of each fund and year as published, each registered in the books as an edition.

            What happened in them:
              2021-06-15  the statement of CLIM for 2020 is published
              2021-09-10  2020 of CLIM is opened again for a contribution that was not recorded; Corr.1 follows
              2022-09-20  an error of 2021 is found in EDUC: restated in the open year
              2023-11-20  EMER refunds a donor; at the year's end it is wound up, what is left goes to CLIM

            Try next (in {{folder}}):
              trustfund editions books.db --verify
              trustfund diff books.db --from TF/CLIM/2020 --template un-trust-fund-status --fund CLIM --year 2020
              trustfund views books.db --fund EDUC --year 2021
              trustfund reconcile EDUC-2021.txt EDUC-2022.txt EDUC-2023.txt --books books.db --fund EDUC
              trustfund statement --books books.db --fund CLIM --year 2020 --known-at TF/CLIM/2020
            """));
        return ExitCode.Done;
    }

    private static async Task<ExitCode> LayOutAsync(Terminal terminal, string name, string folder, CancellationToken cancellation)
    {
        Samples.LayOut(name, folder);
        var books = Path.Combine(folder, "books.db");
        var reading = CsvBooks.Read(folder);
        await using (var store = File.Exists(books) ? SqliteBooks.Open(books, terminal.Clock) : SqliteBooks.Create(books, terminal.Clock))
        {
            var outcome = await store.ImportAsync(reading.MasterData, reading.Entries, cancellation: cancellation).ConfigureAwait(false);
            if (outcome.IsRefused)
            {
                throw new CommandException(ExitCode.Differences, [.. outcome.Refusals.Select(refusal => refusal.Text)]);
            }

            terminal.Output.WriteLine(FormattableString.Invariant($"Laid out in {folder}: a published statement, its narrative, CSV books, and books.db with {outcome.Head.Sequence} entries.\n"));
        }

        var input = DocumentInput.Read(Path.Combine(folder, "annex.txt"), Path.Combine(folder, "narrative.txt"), Templates.Load(Templates.Default));
        var reports = await ReconcileCommand.WithBooksAsync(terminal, [input], books, null, null, null, cancellation).ConfigureAwait(false);
        var code = ReportWriter.Write(terminal, reports, new ReportStyle(OutputFormat.Text, Strict: false));
        terminal.Output.WriteLine(
            $"""

            Try next (in {folder}):
              trustfund statement --books books.db --year 2016
              trustfund entries --books books.db --account 41010 --donor CAN
              trustfund trial-balance --books books.db --through 2016-12-31
              change a figure of annex.txt, then: trustfund reconcile annex.txt --books books.db
            """);
        return code;
    }
}

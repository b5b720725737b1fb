using NodaTime;
using TrustFund.Practice;

namespace TrustFund.Cli;

/// <summary>Who gets what is left of a fund that is closed: another fund, a donor, or nobody, where nothing is left.</summary>
internal sealed record Disposal(Fund? ToFund, Donor? ToDonor)
{
    /// <exception cref="CommandException">Both are named, or one that the books do not have.</exception>
    internal static Disposal Of(OpenedBooks opened, string? fund, string? donor)
    {
        if (fund is not null && donor is not null)
        {
            throw new CommandException(ExitCode.Usage, "What is left goes to a fund or to a donor: name one of --transfer-to and --refund-to.");
        }

        return new Disposal(
            fund is null ? null : opened.Fund(fund),
            donor is null ? null : opened.MasterData.Donors.FirstOrDefault(one => one.Code.Text == donor)
                ?? throw new CommandException(ExitCode.Usage, $"The books have no donor '{donor}'."));
    }

    /// <summary>The entries that leave every line of the fund nil but revenue, expense and what takes the result.</summary>
    /// <exception cref="CommandException">Something is left and nobody named to get it, or it cannot be handed over.</exception>
    internal IReadOnlyList<JournalEntry> Entries(FundClosure closure, LocalDate on, EntryDetails names, Account? into)
    {
        var (fund, authority) = (closure.Fund, names.Authority!);
        if (!closure.Residual.IsZero && ToFund is null && ToDonor is null)
        {
            throw new CommandException(ExitCode.Differences,
                $"Fund {fund.Code} still holds {closure.Residual}: say under --authority who gets it, --transfer-to FUND or --refund-to DONOR. Nothing was written.");
        }

        try
        {
            IReadOnlyList<JournalEntry> disposed = closure.Cash.Count == 0 ? []
                : ToFund is { } to ? closure.TransferredTo(to, $"DISPOSE-{fund.Code}", on, authority, names)
                : closure.RefundedTo(ToDonor!, $"DISPOSE-{fund.Code}", on, authority, names);
            return into is not null && closure.BringsComponentsTogether(into, $"DISPOSE-{fund.Code}-NET", on, names) is { } together
                ? [.. disposed, together]
                : disposed;
        }
        catch (Exception exception) when (exception is ArgumentException or CurrencyMismatchException or FormatException)
        {
            throw new CommandException(ExitCode.Differences, $"What fund {fund.Code} holds cannot be disposed of so: {exception.Message} Nothing was written.");
        }
    }
}

using System.Globalization;
using NodaTime.Text;
using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>
/// Writes what happened to books besides entries: <c>events.csv</c>, <c>registered.csv</c> and, where a statement was
/// registered, <c>editions.csv</c>, <c>edition-files.csv</c> and the folder <c>editions</c> with a file for each SHA-256.
/// </summary>
internal static class CsvEventsWriter
{
    internal static async Task WriteAsync(string folder, BooksEvents books)
    {
        var columns = books.Events.Any(IsEscaped) ? CsvColumns.Events : CsvColumns.Events with { Optional = [] };
        CsvBooksWriter.Write(folder, "events.csv", columns, books.Events.SelectMany(Rows).Select(row => row[..columns.Names.Count()]));
        CsvBooksWriter.Write(folder, "registered.csv", CsvColumns.Registered, books.Events.SelectMany(Registered));
        var registered = books.Events.Where(posted => posted.Event.Edition is not null).ToList();
        if (registered.Count == 0)
        {
            return;
        }

        CsvBooksWriter.Write(folder, "editions.csv", CsvColumns.Editions, registered.Select(posted => Row(posted.Number, posted.Event.Edition!)));
        CsvBooksWriter.Write(folder, "edition-files.csv", CsvColumns.EditionFiles, registered.SelectMany(posted =>
            posted.Event.Edition!.Files.Select(file => new[] { Number(posted.Number), EventWords.Of(EventWords.Roles, file.Role), file.Name, file.Format, file.Sha256.ToString() })));
        var editions = Directory.CreateDirectory(Path.Combine(folder, "editions")).FullName;
        foreach (var posted in registered)
        {
            foreach (var file in posted.Event.Edition!.Files)
            {
                var bytes = await books.ReadFile(posted.Number, file).ConfigureAwait(false) ?? throw new ExportException(
                    $"The file {file.Name} of the edition {posted.Event.Edition} is not in the books. Run an audit: the books were changed from outside.");
                if (Sha256Hash.Of(bytes) is var found && found != file.Sha256)
                {
                    throw new ExportException(
                        $"The file {file.Name} of the edition {posted.Event.Edition} was registered with the SHA-256 {file.Sha256}; its bytes in the books give {found}. Run an audit: the books were changed from outside.");
                }

                await File.WriteAllBytesAsync(Path.Combine(editions, file.Sha256.ToString()), bytes).ConfigureAwait(false);
            }
        }
    }

    // One row, and one more for each further line of the reason, with the number alone before it.
    private static IEnumerable<string[]> Rows(PostedEvent posted)
    {
        var (change, isEscaped) = (posted.Event, IsEscaped(posted));
        string Cell(string? text) => text is not null && isEscaped ? EscapedText.Escape(text) : text ?? "";
        var lines = change.Reason?.Split('\n') ?? [];
        var escaped = isEscaped ? EventWords.Of(EventWords.Answers, value: true) : "";
        yield return
        [
            Number(posted.Number), EventWords.Of(EventWords.Kinds, change.Kind), Number(change.After.Sequence), change.After.Hash.ToString(),
            change.Fund?.Text ?? "", change.Period?.ToString() ?? "", Cell(lines.FirstOrDefault()), Cell(change.PreparedBy), Cell(change.ApprovedBy),
            Cell(change.Authority), InstantPattern.ExtendedIso.Format(posted.Recorded), posted.Hash.ToString(), escaped,
        ];
        foreach (var line in lines.Skip(1))
        {
            yield return [Number(posted.Number), "", "", "", "", "", Cell(line), "", "", "", "", "", escaped];
        }
    }

    // Books took texts once that a cell cannot hold as they stand, or that would be read as none; lines of a reason may be blank.
    private static bool IsEscaped(PostedEvent posted)
    {
        var change = posted.Event;
        return change.Reason is "" || Array.Exists(change.Reason?.Split('\n') ?? [], line => CsvTable.FaultOf(line) is not null)
            || Array.Exists([change.PreparedBy, change.ApprovedBy, change.Authority], text => text is not null && (string.IsNullOrWhiteSpace(text) || CsvTable.FaultOf(text) is not null));
    }

    private static IEnumerable<string[]> Registered(PostedEvent posted)
    {
        var (number, registered) = (Number(posted.Number), posted.Event.Registered);
        return [
            .. registered.Chart.Select(account => new[] { number, "account", account.Code.Text }),
            .. registered.Funds.Select(fund => new[] { number, "fund", fund.Code.Text }),
            .. registered.Donors.Select(donor => new[] { number, "donor", donor.Code.Text }),
            .. registered.Settings.Select(setting => new[] { number, "setting", setting.Key }),
        ];
    }

    private static string[] Row(long number, Edition edition) =>
    [
        Number(number), edition.Symbol.Text, edition.Language, CsvBooksWriter.Day(edition.Date), EventWords.Of(EventWords.Statuses, edition.Status),
        CsvBooksWriter.Day(edition.AuthorizedOn), edition.AuthorizedBy ?? "", edition.Corrects is { } corrected ? Number(corrected) : "", CsvBooksWriter.Day(edition.Cutoff.Through),
        Number(edition.Head.Sequence), edition.Head.Hash.ToString(), EventWords.Of(EventWords.Closings, edition.Cutoff.Closing),
        EventWords.Of(EventWords.Answers, edition.Cutoff.AsRestated), edition.Template,
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

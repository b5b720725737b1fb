using Microsoft.Data.Sqlite;
using NodaTime;

namespace TrustFund.Sqlite;

/// <summary>
/// Adds up trial balances. The rows are stepped through in the order they are stored and added here:
/// several times faster than a GROUP BY that has to sort them.
/// </summary>
internal static class Balances
{
    private const string Sql =
        """
        SELECT p.account, p.fund, p.donor, p.amount
        FROM entry AS e
        JOIN posting AS p ON p.sequence = e.sequence
        WHERE CASE WHEN @as_restated AND e.restates_end IS NOT NULL THEN e.restates_end ELSE e.date END <= @through
            AND (@seconds IS NULL OR (e.recorded_seconds, e.recorded_nanoseconds) <= (@seconds, @nanoseconds))
            AND NOT (@before_closing AND e.kind = 6 AND e.date = @through)
        """;

    internal static TrialBalance Read(SqliteConnection connection, MasterDataTables tables, LedgerCutoff cutoff)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.Parameters.AddWithValue("@through", IsoText.Of(cutoff.Through));
        command.Parameters.AddWithValue("@as_restated", cutoff.AsRestated);
        command.Parameters.AddWithValue("@before_closing", cutoff.Closing == ClosingView.BeforeClosing);
        var seconds = cutoff.KnownAt?.ToUnixTimeSeconds();
        command.Parameters.AddWithValue("@seconds", (object?)seconds ?? DBNull.Value);
        command.Parameters.AddWithValue("@nanoseconds", cutoff.KnownAt is { } instant
            ? (instant - Instant.FromUnixTimeSeconds(seconds!.Value)).ToInt64Nanoseconds()
            : DBNull.Value);

        var sums = new Dictionary<(long Account, long Fund, long Donor), Int128>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            // Donors are numbered from 1, so nil stands for none.
            var key = (reader.GetInt64(0), reader.GetInt64(1), reader.IsDBNull(2) ? 0 : reader.GetInt64(2));
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _) += reader.GetInt64(3);
        }

        return new TrialBalance(cutoff, sums.Select(sum => new TrialBalanceRow(
            tables.Accounts[sum.Key.Account], tables.Funds[sum.Key.Fund], sum.Key.Donor == 0 ? null : tables.Donors[sum.Key.Donor],
            new Money(checked((long)sum.Value), tables.Funds[sum.Key.Fund].Currency))));
    }
}

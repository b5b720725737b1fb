namespace TrustFund.Sqlite;

/// <summary>
/// Rows in the order of their sequence number, which is their first column: stepped beside another
/// table's, so that what belongs to an entry is met when the entry is. The first parameter of the statement is the
/// sequence number that its rows come after.
/// </summary>
internal sealed class Rows
{
    // From so many entries on, looking a row up is quicker than stepping to it.
    private const int Far = 64;

    // The sequence number of the row stood at; beyond all where there is none.
    private long _sequence;

    internal Rows(Statement statement)
    {
        Row = statement;
        Next();
    }

    /// <summary>The row stood at.</summary>
    internal Statement Row { get; }

    /// <summary>Whether a row of this sequence number comes next; rows of earlier ones are passed over.</summary>
    internal bool IsAt(long sequence)
    {
        if (_sequence < sequence - Far)
        {
            Row.Reset();
            Row.Bind(sequence - 1);
            Next();
        }

        while (_sequence < sequence)
        {
            Next();
        }

        return _sequence == sequence;
    }

    internal void Next() => _sequence = Row.Step() ? Row.Long(0) : long.MaxValue;

    /// <summary>Passes over all rows of a sequence number.</summary>
    /// <returns>How many there were.</returns>
    internal long Skip(long sequence)
    {
        var count = 0L;
        for (; IsAt(sequence); count++)
        {
            Next();
        }

        return count;
    }
}

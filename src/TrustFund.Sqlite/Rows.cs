namespace TrustFund.Sqlite;

/// <summary>
/// Rows in the order of their sequence number, which is their first column: stepped beside another
/// table's, so that what belongs to an entry is met when the entry is.
/// </summary>
internal sealed class Rows
{
    private bool _isAtRow;

    internal Rows(Statement statement)
    {
        Row = statement;
        _isAtRow = Row.Step();
    }

    /// <summary>The row stood at.</summary>
    internal Statement Row { get; }

    /// <summary>Whether a row of this sequence number comes next; rows of earlier ones are passed over.</summary>
    internal bool IsAt(long sequence)
    {
        while (_isAtRow && Row.Long(0) < sequence)
        {
            _isAtRow = Row.Step();
        }

        return _isAtRow && Row.Long(0) == sequence;
    }

    internal void Next() => _isAtRow = Row.Step();

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

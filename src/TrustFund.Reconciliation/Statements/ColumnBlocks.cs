namespace TrustFund.Reconciliation.Statements;

/// <summary>Breaks a table that is wider than its page into blocks of columns, each with the captions before it.</summary>
public static class ColumnBlocks
{
    /// <summary>Which columns stand in which block, in their order; one block where all fit.</summary>
    /// <param name="captions">How many characters the captions take in each block.</param>
    /// <param name="columns">How many characters each column takes, with the gap before it.</param>
    /// <param name="page">How many characters a line holds; a column that is wider than what is left of it has a block of its own.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Of(int captions, IReadOnlyList<int> columns, int page)
    {
        var blocks = new List<List<int>> { new() };
        var width = captions;
        for (var column = 0; column < columns.Count; column++)
        {
            if (width + columns[column] > page && blocks[^1].Count > 0)
            {
                blocks.Add([]);
                width = captions;
            }

            blocks[^1].Add(column);
            width += columns[column];
        }

        // A total alone on the last block would stand far from what it adds up.
        if (blocks.Count > 1 && blocks[^1].Count == 1 && blocks[^2].Count > 2 && captions + columns[^2] + columns[^1] <= page)
        {
            blocks[^1].Insert(0, blocks[^2][^1]);
            blocks[^2].RemoveAt(blocks[^2].Count - 1);
        }

        return blocks;
    }
}

namespace TrustFund.Interchange;

/// <summary>What is wrong with a row before anybody asks what its cells mean.</summary>
internal enum CsvRowFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A cell holds what no text of the books may; the others stand where they should.</summary>
    Cell,

    /// <summary>Cells are missing, too many or cut at the wrong place: none can be relied on.</summary>
    Shape,
}

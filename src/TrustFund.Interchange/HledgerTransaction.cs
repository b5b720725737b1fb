using NodaTime;

namespace TrustFund.Interchange;

/// <summary>A transaction of hledger as it is written.</summary>
internal sealed class HledgerTransaction
{
    /// <summary>The line it begins on.</summary>
    internal required int Line { get; init; }

    /// <summary>Its number in the journal, from 1.</summary>
    internal required int Number { get; init; }

    internal required LocalDate Date { get; init; }

    internal LocalDate? SecondDate { get; init; }

    internal string? Code { get; init; }

    internal required string Description { get; init; }

    internal required List<HledgerTag> Tags { get; init; }

    internal required List<HledgerPosting> Postings { get; init; }
}

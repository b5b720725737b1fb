using NodaTime;
using TrustFund.Storage;

namespace TrustFund.Cli;

/// <summary>What is declared of a document that is registered.</summary>
/// <param name="Symbol">Its symbol.</param>
/// <param name="Language">Its language.</param>
/// <param name="Date">Its date.</param>
/// <param name="Status">What it is declared to be.</param>
internal sealed record EditionFacts(Code<Edition> Symbol, string Language, LocalDate Date, EditionStatus Status)
{
    /// <summary>The day it was authorized for issue.</summary>
    internal LocalDate? AuthorizedOn { get; init; }

    /// <summary>Who authorized it.</summary>
    internal string? AuthorizedBy { get; init; }

    /// <summary>The number of the edition that it corrects.</summary>
    internal long? Corrects { get; init; }
}

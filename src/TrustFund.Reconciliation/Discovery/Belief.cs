using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation.Discovery;

/// <summary>A relation that is believed, with its figures in each column or row.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Strength">How far it is believed.</param>
/// <param name="Because">Why, in words.</param>
/// <param name="Sums">Target and terms, once for each column or row in which they are printed.</param>
internal sealed record Belief(RelationKind Kind, Strength Strength, string Because, IReadOnlyList<BelievedSum> Sums)
{
    /// <summary>How surprising it would be for the amounts to stand as they do in any order, in digits.</summary>
    internal decimal Order { get; init; }

    /// <summary>In how many columns or rows it holds; where it holds in none, captions and layout alone speak for it.</summary>
    internal int Held { get; init; }

    /// <summary>What the columns or rows in which it does not hold show for it, being one slip away, in digits.</summary>
    internal decimal Near { get; init; }

    /// <summary>Whether captions and layout leave no doubt which lines it adds up.</summary>
    internal bool IsDelimited { get; init; }

    /// <summary>The marks that its caption names and that no line of the table bears.</summary>
    internal IReadOnlyList<string> Unmarked { get; init; } = [];

    /// <summary>Whether its caption names one line that is not there, and the others do not come to it.</summary>
    internal bool LacksNamed { get; init; }

    /// <summary>Whether captions leave hardly a choice, as between an opening and a closing balance.</summary>
    internal bool IsExpected { get; init; }

    /// <summary>A factor of shares and products; 0 for sums.</summary>
    internal decimal Constant { get; init; }

    /// <summary>The unit to which the computed amounts were rounded; 0 where their printed place says it.</summary>
    internal decimal RoundedTo { get; init; }

    /// <summary>Whether amounts at a rate were computed from others as these are printed.</summary>
    internal bool AsPrinted { get; init; }
}

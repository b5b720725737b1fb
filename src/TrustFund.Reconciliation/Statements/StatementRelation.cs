using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace TrustFund.Reconciliation.Statements;

/// <summary>
/// What must hold between published figures, before rounding. In a sum the terms, each by its
/// coefficient, and the constant add up to the target; in a share or product the terms, each to the
/// power of its coefficient (1 or -1), and the constant multiply to it.
/// </summary>
public sealed class StatementRelation
{
    // Room is left for what rounding and repairs make of it.
    private const decimal MostSum = 1_000_000_000_000_000_000_000m;
    private const decimal MostProduct = 1_000_000_000_000_000_000m;
    private const int FewTerms = 32;

    private readonly RelationTerm[] _signed;

    /// <summary>Creates a relation.</summary>
    /// <param name="id">Its name in reports, unique in its document (<c>r1</c>).</param>
    /// <param name="kind">What it says.</param>
    /// <param name="basis">Why it is believed to hold.</param>
    /// <param name="because">The reason in words for a reader of the report.</param>
    /// <param name="target">The figure that the terms add up to.</param>
    /// <param name="terms">At least one term; a figure stands in it once, and the target is none of them.</param>
    /// <param name="constant">An exact amount added to the terms; in a share or product an exact factor other than 0.</param>
    /// <exception cref="ArgumentException">No term, a term with coefficient zero, a figure twice, a
    /// figure that states no amount; in a share or product a coefficient other than 1 and -1, a factor 0, or a divisor of 0;
    /// terms that come to more than 10^21, or in a share or product to more than 10^18.</exception>
    public StatementRelation(
        string id, RelationKind kind, RelationBasis basis, string because,
        PublishedFigure target, IReadOnlyList<RelationTerm> terms, decimal constant = 0)
    {
        if (terms.Count == 0 || terms.Any(term => term.Coefficient == 0))
        {
            throw new ArgumentException($"Relation {id} needs terms, each with a coefficient other than zero.");
        }

        _signed = [.. terms, new RelationTerm(target, -1)];
        if (NamesTwice(_signed))
        {
            throw new ArgumentException($"Relation {id} names a figure twice.");
        }

        if (Array.Find(_signed, term => term.Figure.Interval is null).Figure is { } unstated)
        {
            throw new ArgumentException($"Relation {id} needs an amount where figure {unstated.Id} states none.");
        }

        if (IsMultiplied(kind)
            && (constant == 0 || terms.Any(term => Math.Abs(term.Coefficient) != 1 || (term.Coefficient < 0 && term.Figure.Amount == 0))))
        {
            throw new ArgumentException($"Relation {id} multiplies: its factor is not 0, its coefficients are 1 and -1, and no divisor is 0.");
        }

        Id = id;
        Kind = kind;
        Basis = basis;
        Because = because;
        Target = target;
        Terms = new ArraySegment<RelationTerm>(_signed, 0, terms.Count);
        Constant = constant;
        Computed = Compute(kind, Terms, constant) ?? throw new ArgumentException($"Relation {id} comes to more than can be told to the last digit.");
    }

    /// <summary>Its name in reports, unique in its document.</summary>
    public string Id { get; }

    /// <summary>What it says.</summary>
    public RelationKind Kind { get; }

    /// <summary>Why it is believed to hold.</summary>
    public RelationBasis Basis { get; }

    /// <summary>The reason in words.</summary>
    public string Because { get; }

    /// <summary>The figure that the terms add up to.</summary>
    public PublishedFigure Target { get; }

    /// <summary>The terms, in the order of the document.</summary>
    public IReadOnlyList<RelationTerm> Terms { get; }

    /// <summary>An exact amount added to the terms; 0 where there is none.</summary>
    public decimal Constant { get; }

    /// <summary>
    /// The unit to which the computed amount was rounded before it was printed, where that is coarser
    /// than its printed place; 0 where it is not. Such a relation is judged alone.
    /// </summary>
    public decimal RoundedTo { get; init; }

    /// <summary>
    /// Whether the target was computed from the terms as they are printed, as contributions are from a scale that is decided on
    /// to so many places: then only its own rounding counts. Such a relation is judged alone.
    /// </summary>
    public bool AsPrinted { get; init; }

    /// <summary>The same relation under another name.</summary>
    internal StatementRelation Named(string id) => new(id, Kind, Basis, Because, Target, Terms, Constant) { RoundedTo = RoundedTo, AsPrinted = AsPrinted };

    /// <summary>Whether it is a sum of its terms, each by its coefficient; else it is a product.</summary>
    public bool IsSum => !IsMultiplied(Kind);

    /// <summary>Whether it is judged by itself, by interval arithmetic, and not together with the other relations.</summary>
    public bool IsJudgedAlone => !IsSum || RoundedTo > 0 || AsPrinted;

    /// <summary>The target as computed from the terms as printed.</summary>
    public decimal Computed { get; }

    /// <summary>Computed less printed, from the amounts as printed: 0 where it holds to the last digit.</summary>
    public decimal Residual => Computed - Target.Amount!.Value;

    /// <summary>The terms and, by -1, the target: in a sum they and the constant add up to nil.</summary>
    internal ImmutableArray<RelationTerm> Signed => ImmutableCollectionsMarshal.AsImmutableArray(_signed);

    /// <summary>What terms and a constant come to; null where that is more than can be told to the last digit.</summary>
    internal static decimal? Compute(RelationKind kind, IReadOnlyList<RelationTerm> terms, decimal constant)
    {
        try
        {
            var computed = IsMultiplied(kind)
                ? terms.Aggregate(constant, (product, term) => term.Coefficient > 0 ? product * term.Figure.Amount!.Value : product / term.Figure.Amount!.Value)
                : constant + terms.Sum(term => term.Coefficient * term.Figure.Amount!.Value);
            return Math.Abs(computed) <= (IsMultiplied(kind) ? MostProduct : MostSum) ? computed : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>Whether a figure stands in more than one of some terms.</summary>
    internal static bool NamesTwice(ReadOnlySpan<RelationTerm> terms)
    {
        // Of a few terms each pair is looked at sooner than a set of them is made.
        if (terms.Length > FewTerms)
        {
            var known = new HashSet<PublishedFigure>(terms.Length);
            foreach (var (figure, _) in terms)
            {
                if (!known.Add(figure))
                {
                    return true;
                }
            }

            return false;
        }

        for (var later = 1; later < terms.Length; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (terms[earlier].Figure == terms[later].Figure)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsMultiplied(RelationKind kind) => kind is RelationKind.Share or RelationKind.Product;
}

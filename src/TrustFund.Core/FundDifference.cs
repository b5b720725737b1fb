namespace TrustFund;

/// <summary>By how much debits and credits differ in one fund.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Difference">Debits less credits: positive where debits exceed credits.</param>
public sealed record FundDifference(Fund Fund, Money Difference)
{
    /// <summary>Whether postings balance for each fund.</summary>
    /// <param name="postings">The postings of an entry.</param>
    public static bool AreNone(IReadOnlyList<Posting> postings) =>
        AreNoneByReference(postings) || postings.GroupBy(posting => posting.Fund).All(fund => Sum(fund) == 0);

    /// <summary>In words: <c>in fund UNLIREC debits exceed credits by 0.01 USD</c>.</summary>
    public override string ToString() => Difference.MinorUnits > 0
        ? $"in fund {Fund.Code} debits exceed credits by {Difference}"
        : $"in fund {Fund.Code} credits exceed debits by {-Difference}";

    /// <summary>The funds in which postings do not balance.</summary>
    /// <exception cref="OverflowException">A difference does not fit 64-bit minor units.</exception>
    internal static IReadOnlyList<FundDifference> Of(IReadOnlyList<Posting> postings) =>
    [
        .. postings
            .GroupBy(posting => posting.Fund)
            .Select(fund => (Fund: fund.Key, Difference: Sum(fund)))
            .Where(pair => pair.Difference != 0)
            .Select(pair => new FundDifference(pair.Fund, new Money(checked((long)pair.Difference), pair.Fund.Currency))),
    ];

    private static Int128 Sum(IEnumerable<Posting> postings) =>
        postings.Aggregate((Int128)0, (sum, posting) => sum + posting.Amount.MinorUnits);

    // Nearly every entry has a few postings, each fund of which is one object: no need to compare contents.
    private static bool AreNoneByReference(IReadOnlyList<Posting> postings)
    {
        const int few = 16;
        if (postings.Count > few)
        {
            return false;
        }

        Span<bool> isAdded = stackalloc bool[few];
        for (var index = 0; index < postings.Count; index++)
        {
            Int128 sum = 0;
            for (var other = index; other < postings.Count && !isAdded[index]; other++)
            {
                if (ReferenceEquals(postings[other].Fund, postings[index].Fund))
                {
                    sum += postings[other].Amount.MinorUnits;
                    isAdded[other] = other > index;
                }
            }

            if (sum != 0)
            {
                return false;
            }
        }

        return true;
    }
}

namespace TrustFund.Reconciliation.Discovery;

/// <summary>What speaks for and against one sum over all the columns (or rows) it could hold in.</summary>
/// <param name="Digits">The surprise of all fits together, in decimal digits.</param>
/// <param name="Copies">The surprise of fits that only say that two amounts are the same.</param>
/// <param name="Holds">In how many it holds with amounts that are not nil.</param>
/// <param name="Fails">In how many it does not hold.</param>
/// <param name="Nil">In how many it holds with nothing but nil.</param>
internal readonly record struct Evidence(decimal Digits, decimal Copies, int Holds, int Fails, int Nil)
{
    /// <summary>
    /// How surprising it would be, in digits, for these amounts to stand where they do had they been put in any order:
    /// an identity that amounts of a table satisfy is none of its layout unless they stand where it says.
    /// </summary>
    internal decimal Order { get; init; }

    /// <summary>In how many it does not hold by just what another relation says that one of its figures is out by.</summary>
    internal int Explained { get; init; }

    /// <summary>In how many it does not hold and nothing else shows why.</summary>
    internal int Unexplained => Fails - Explained;

    internal Evidence With(SumFit fit) => fit.Fit switch
    {
        Fit.Holds when fit.Digits == 0 => this with { Nil = Nil + 1 },
        Fit.Holds when fit.IsCopy => this with { Copies = Copies + fit.Digits, Holds = Holds + 1 },
        Fit.Holds => this with { Digits = Digits + fit.Digits, Holds = Holds + 1 },
        Fit.Fails when fit.IsExplained => this with { Digits = Digits + fit.Digits, Fails = Fails + 1, Explained = Explained + 1 },
        Fit.Fails => this with { Fails = Fails + 1 },
        _ => this,
    };
}

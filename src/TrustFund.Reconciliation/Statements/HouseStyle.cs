namespace TrustFund.Reconciliation.Statements;

/// <summary>How a publishing house prints figures. All of it is data of the template.</summary>
public sealed record HouseStyle
{
    /// <summary>Between groups of three digits in tables.</summary>
    public string Thousands { get; init; } = " ";

    /// <summary>Before the decimals.</summary>
    public string DecimalMark { get; init; } = ".";

    /// <summary>What stands for nil.</summary>
    public string Nil { get; init; } = "–";

    /// <summary>What stands for an amount other than nil that rounds to nil.</summary>
    public string RoundsToNil { get; init; } = "–";

    /// <summary>Whether a negative amount stands in parentheses; else it has a minus before it.</summary>
    public bool NegativeInParentheses { get; init; } = true;

    /// <summary>Before the amounts of notes: a currency sign.</summary>
    public string NotePrefix { get; init; } = "";

    /// <summary>Between groups of three digits in notes.</summary>
    public string NoteThousands { get; init; } = ",";

    /// <summary>How days are written, in NodaTime's pattern letters with English names.</summary>
    public string DatePattern { get; init; } = "d MMMM uuuu";

    /// <summary>Donors whose names take an article in a sentence: <c>the United States of America</c>.</summary>
    public IReadOnlyList<string> NamesWithArticle { get; init; } = [];

    /// <summary>Words that speak of cash, to be remarked where they stand beside accrual figures.</summary>
    public IReadOnlyList<string> CashWords { get; init; } = [];
}

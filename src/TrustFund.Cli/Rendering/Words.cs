using NodaTime.Text;
using TrustFund.Practice;
using TrustFund.Reconciliation.Diagnosis;
using TrustFund.Reconciliation.Proof;
using TrustFund.Reconciliation.Statements;
using TrustFund.Storage;

namespace TrustFund.Cli.Rendering;

/// <summary>The words that machines read for values of the model: stable, as the README documents them.</summary>
internal static class Words
{
    internal static string Kind(EntryKind kind) => Hyphenated(kind.ToString());

    internal static string State(PeriodState state) => Hyphenated(state.ToString());

    internal static string Event(BooksEventKind kind) => kind switch
    {
        BooksEventKind.PeriodClosed => "closed",
        BooksEventKind.PeriodReopened => "reopened",
        BooksEventKind.PeriodClosing => "closing",
        BooksEventKind.FundClosed => "fund-closed",
        _ => Hyphenated(kind.ToString()),
    };

    internal static string Nature(RestatementNature nature) => Hyphenated(nature.ToString());

    internal static string Population(Population population) => Hyphenated(population.ToString());

    internal static string Kind(RelationKind kind) => Hyphenated(kind.ToString());

    internal static string Basis(RelationBasis basis) => Hyphenated(basis.ToString());

    internal static string State(FigureState state) => Hyphenated(state.ToString());

    internal static string Verdict(Verdict verdict) => Hyphenated(verdict.ToString());

    internal static string Status(EditionStatus status) => Hyphenated(status.ToString());

    /// <summary>What a file of an edition is called at the console: source, template, statement, figures.</summary>
    internal static string Role(EditionRole role) => Hyphenated(role.ToString());

    internal static string Slip(SlipKind kind) => kind == SlipKind.DecimalSlip ? "slip" : Hyphenated(kind.ToString());

    /// <summary>For people: <c>, as recorded through entry 1234</c>; nothing where all that is recorded is meant.</summary>
    internal static string Recorded(LedgerCutoff cutoff) =>
        (cutoff.KnownAt is { } instant ? $", as recorded at {InstantPattern.ExtendedIso.Format(instant)}" : "")
        + (cutoff.Sequence is { } sequence ? FormattableString.Invariant($", as recorded through entry {sequence}") : "");

    /// <summary>
    /// For people: which way a figure is out. Of an amount below nil, <c>overstated</c> could mean either; that it is too high or too low cannot.
    /// </summary>
    /// <param name="published">The figure; null where it was left out.</param>
    /// <param name="difference">The figure less what it should be.</param>
    internal static string Out(decimal? published, decimal difference) =>
        Math.Min(published ?? 0, (published ?? 0) - difference) < 0 ? (difference > 0 ? "too high" : "too low")
        : difference > 0 ? "overstated" : "understated";

    /// <summary>For people: <c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    internal static string List(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}";

    // RollForward becomes roll-forward.
    private static string Hyphenated(string name) => string.Concat(name.Select((letter, index) =>
        char.IsAsciiLetterUpper(letter) ? (index > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}

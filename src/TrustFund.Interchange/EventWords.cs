using TrustFund.Storage;

namespace TrustFund.Interchange;

/// <summary>The words for events, editions and their files in CSV books.</summary>
internal static class EventWords
{
    internal static readonly (string Word, BooksEventKind Value)[] Kinds =
    [
        ("registration", BooksEventKind.Registration),
        ("period-closed", BooksEventKind.PeriodClosed),
        ("period-reopened", BooksEventKind.PeriodReopened),
        ("period-closing", BooksEventKind.PeriodClosing),
        ("statement-registered", BooksEventKind.StatementRegistered),
        ("fund-closed", BooksEventKind.FundClosed),
    ];

    internal static readonly (string Word, EditionStatus Value)[] Statuses =
    [
        ("draft", EditionStatus.Draft), ("provisional", EditionStatus.Provisional), ("certified", EditionStatus.Certified),
        ("audited", EditionStatus.Audited), ("final", EditionStatus.Final),
    ];

    internal static readonly (string Word, EditionRole Value)[] Roles =
    [
        ("source", EditionRole.Source), ("template", EditionRole.Template), ("statement", EditionRole.Statement), ("figures", EditionRole.Figures),
    ];

    internal static readonly (string Word, ClosingView Value)[] Closings = [("before", ClosingView.BeforeClosing), ("after", ClosingView.AfterClosing)];

    internal static readonly (string Word, bool Value)[] Answers = [("no", false), ("yes", true)];

    internal static readonly (string Word, string Value)[] Nouns = [("account", "account"), ("fund", "fund"), ("donor", "donor"), ("setting", "setting")];

    internal static string Of<TValue>((string Word, TValue Value)[] words, TValue value) =>
        Array.Find(words, pair => Equals(pair.Value, value)).Word;
}

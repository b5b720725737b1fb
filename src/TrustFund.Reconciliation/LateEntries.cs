using NodaTime.Text;
using TrustFund.Reconciliation.Diagnosis;
using TrustFund.Reconciliation.Statements;

namespace TrustFund.Reconciliation;

/// <summary>
/// Entries that were recorded after a registered edition was made. Where a figure is what the books said then, they
/// are the difference, and no slip of the pen is to be looked for.
/// </summary>
internal sealed class LateEntries(TemplateMatch match, Statement reproduced, EditionOfBooks edition, IReadOnlyList<PostedEntry> entries)
{
    // Statements show balances before closing.
    private readonly List<PostedEntry> _late = [.. entries.Where(posted => posted.Sequence > edition.Through && posted.Entry.Kind != EntryKind.Closing)];

    /// <summary>The difference with the entries that are its cause; as it was where they do not explain it to the last digit.</summary>
    internal Discrepancy Explain(Discrepancy found)
    {
        if (_late.Count == 0 || found is not { PerBooks: { } perBooks } || Selected(found) is not { } selected)
        {
            return found;
        }

        var template = match.Template;
        var effects = _late.Select(posted => (Posted: posted, Amount: selected(posted))).Where(effect => effect.Amount != 0).ToList();
        var then = FigureFormat.Round(perBooks - effects.Sum(effect => effect.Amount), 1, template.Decimals, template.Rounding);
        return effects.Count == 0 || then != (found.Published ?? 0) ? found : found with
        {
            Entries = [.. effects.Select(effect => Clue(effect.Posted, effect.Amount))],
            Diagnoses = [.. found.Diagnoses.Where(hypothesis => hypothesis.IsConfirmed).Select(hypothesis => hypothesis with
            {
                Kind = SlipKind.LateEntry,
                Text = $"{found.Caption}: for {AmountText.Of(found.Published ?? 0)} read {AmountText.Of(found.Recomputed!.Value)} (recorded after the statement was made); the books say so",
            })],
        };
    }

    // What an entry adds to the figure: to its line or, in a note, to the donor's part of the line.
    private Func<PostedEntry, decimal>? Selected(Discrepancy found)
    {
        var note = match.Notes.FirstOrDefault(note => found.Line is null && found.Figure is { } figure && note.Published.Amounts.Contains(figure));
        var line = note is not null ? note.Line?.Template : found.Line is { } id && match.Template.Has(id) ? match.Template[id] : null;
        if (line?.Accounts is not { } accounts || line.Measure == Measure.Opening)
        {
            return null;
        }

        return posted => posted.Entry.Postings
            .Where(posting => posting.Fund.Code == reproduced.Fund.Code && accounts.Selects(posting.Account)
                && (note is null || (posting.Donor is { } donor && BooksComparison.SameName(donor.Name, found.Figure!.Caption))))
            .Sum(posting => line.Positive == Side.Debit ? posting.Amount.Amount : -posting.Amount.Amount) / match.Template.Unit;
    }

    private EntryClue Clue(PostedEntry posted, decimal amount) => new(posted.Entry.Id.Text, amount,
        $"Entry {posted.Entry.Id} of {AmountText.Of(amount)} is not in it: recorded on {LocalDatePattern.Iso.Format(posted.Recorded.InUtc().Date)}, after {edition.Name} was made.");
}

namespace TrustFund.Reconciliation.Statements;

/// <summary>The lines that lead from a balance as previously reported to the same as restated.</summary>
internal static class RestatementBridge
{
    internal static IEnumerable<TemplateLine> Of(TemplateLine opening)
    {
        var (reported, adjustments) = ($"{opening.Id}-as-reported", $"{opening.Id}-adjustments");
        yield return opening with
        {
            Id = reported,
            Caption = $"{opening.Caption}, as previously reported",
            Aliases = [.. opening.Aliases.Select(alias => $"{alias}, as previously reported")],
            Measure = Measure.ReportedOpening,
            Note = null,
        };
        yield return opening with
        {
            Id = adjustments,
            Caption = "Adjustments on restatement",
            Aliases = [],
            Measure = Measure.OpeningRestatement,
            IsRestatement = true,
            Indent = opening.Indent + 1,
            Note = null,
        };
        yield return opening with
        {
            Caption = $"{opening.Caption}, as restated",
            Aliases = [.. opening.Aliases.Select(alias => $"{alias}, as restated")],
            Add = [reported, adjustments],
            Relation = RelationKind.Total,
        };
    }

    /// <summary>The line of adjustments with a line for each nature before it, which add up to it.</summary>
    internal static IEnumerable<TemplateLine> ByNature(TemplateLine adjustments, IReadOnlyList<RestatementNature> natures)
    {
        var parts = natures.Select(nature => adjustments with
        {
            Id = $"{adjustments.Id}-{Named(nature).Id}",
            Caption = Named(nature).Caption,
            Aliases = [],
            Nature = nature,
            IsRestatement = false,
            Indent = adjustments.Indent + 1,
            Note = null,
        }).ToList();
        return [.. parts, adjustments with { Add = [.. parts.Select(part => part.Id!)], Relation = RelationKind.Total }];
    }

    /// <summary>The natures of restatements that move net assets on a line of adjustments of some column, in their order.</summary>
    internal static IReadOnlyList<RestatementNature> Natures(StatementTemplate template, StatementScope scope, IEnumerable<PostedEntry> restatements)
    {
        var cutoffs = template.Columns.Select(column => StatementAmounts.PeriodOf(column, scope.Period)).Distinct()
            .SelectMany(days => template.AmountLines.Any(line => line.Measure == Measure.Restatement)
                ? [LedgerCutoff.Before(days), LedgerCutoff.At(days)] : new[] { LedgerCutoff.Before(days) })
            .Select(cutoff => cutoff with { KnownAt = scope.KnownAt, Sequence = scope.Sequence }).ToList();
        bool IsShown(PostedEntry posted) => cutoffs.Exists(cutoff => cutoff.Closing == ClosingView.AfterClosing
            ? cutoff.Includes(posted) != (cutoff with { AsRestated = true }).Includes(posted)
            : cutoff.Includes(posted) && posted.Entry.Restates?.End > cutoffs.Where(other => other.Closing == ClosingView.AfterClosing && other.Through < cutoff.Through).Max(other => other.Through));
        return [.. restatements.Where(posted => posted.Entry.Nature is not null && MovesNetAssets(posted.Entry, scope) && IsShown(posted))
            .Select(posted => posted.Entry.Nature!.Value).Distinct().Order()];
    }

    // A reclassification leaves net assets alone, unless it moves them from one account of theirs to another.
    private static bool MovesNetAssets(JournalEntry entry, StatementScope scope)
    {
        var accounts = entry.Postings.Where(posting => posting.Account.Type == AccountType.NetAssets && scope.Funds.Any(fund => fund.Code == posting.Fund.Code))
            .Select(posting => posting.Account.Code).Distinct().Count();
        return accounts > (entry.Nature == RestatementNature.Reclassification ? 1 : 0);
    }

    private static (string Id, string Caption) Named(RestatementNature nature) => nature switch
    {
        RestatementNature.Error => ("errors", "Correction of errors"),
        RestatementNature.PolicyChange => ("policies", "Changes in accounting policies"),
        RestatementNature.InitialApplication => ("initial", "Initial application of standards"),
        _ => ("reclassified", "Reclassifications"),
    };
}

using Dapper;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>Finds what was changed in the file past the books' rules.</summary>
internal sealed class Auditor(Session session)
{
    private readonly Findings _findings = new();

    internal AuditReport Audit(IReadOnlyList<Checkpoint> checkpoints, CancellationToken cancellation)
    {
        foreach (var line in session.Connection.Query<string>("PRAGMA integrity_check(20)").Where(line => line != "ok"))
        {
            _findings.Add("file", null, null, line);
        }

        SchemaAudit.Run(session, _findings);
        EventAudit.Run(session, _findings);
        var (entries, head) = JournalAudit.Run(session, _findings, cancellation);
        foreach (var fault in checkpoints.Select(checkpoint => Checkpoints.Fault(session, checkpoint)).OfType<AuditFinding>())
        {
            _findings.Add(fault.Check, fault.Sequence, fault.Entry, fault.Text);
        }

        return new AuditReport(entries, head, _findings.InOrder());
    }
}

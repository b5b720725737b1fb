using Dapper;
using TrustFund.Storage;

namespace TrustFund.Sqlite;

/// <summary>Finds what was changed in the file past the books' rules.</summary>
internal sealed class Auditor(Session session)
{
    private readonly Findings _findings = new();

    internal AuditReport Audit(CancellationToken cancellation)
    {
        foreach (var line in session.Connection.Query<string>("PRAGMA integrity_check(20)").Where(line => line != "ok"))
        {
            _findings.Add("file", null, null, line);
        }

        SchemaAudit.Run(session, _findings);
        EventAudit.Run(session, _findings);
        var (entries, head) = JournalAudit.Run(session, _findings, cancellation);
        return new AuditReport(entries, head, _findings.InOrder());
    }
}

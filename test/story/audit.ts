import { Client } from 'pg';
import type { AuditEntry } from '../../platform/audit/chain';

/** What the audit chain of a shop tells in a room, the first entry first. */
export async function auditOf(databaseUrl: string, room: string, tenant = 'demo'): Promise<AuditEntry[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const log = `select entry from ${room}.audit_log where tenant_id = $1 order by position`;
    return (await client.query<{ entry: AuditEntry }>(log, [tenant])).rows.map(({ entry }) => entry);
  } finally {
    await client.end();
  }
}

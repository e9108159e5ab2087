import { sql, type SQL } from 'drizzle-orm';
import type { Db } from '../data/database';
import type { PlatformTables } from '../data/tables';

/** Something that was done, and that the shop may have to account for. */
export type Deed = {
  /** The room and what was done there: `catalog.adjustStock`. */
  readonly action: string;
  /** With what; written as JSON. */
  readonly details: unknown;
};

/** A deed with when it was done, who did it, and in which request. */
export type AuditEntry = Deed & { readonly at: Date; readonly actor: string; readonly requestId: string };

/** Stands in the first entry of a chain for the hash of the one before. */
const NONE = '0'.repeat(64);

// Text that no entry can hold parts the fields: JSON has no line break, nor has a hash, a tenant or a number.
const hashOf = (previous: string, tenant: string, position: string, entry: string): string =>
  `encode(sha256(convert_to(concat_ws(E'\\n', ${previous}, ${tenant}, ${position}, ${entry}), 'UTF8')), 'hex')`;

/**
 * Writes a deed at the end of its tenant's chain, in the transaction that does it. Whoever does so next waits for the commit:
 * it belongs last in a transaction. The entry is JSON as text, of which the hash is made as it stands.
 */
export async function appendToChain(
  db: Db,
  { auditLog, auditHeads }: Pick<PlatformTables, 'auditLog' | 'auditHeads'>,
  { at, actor, requestId, action, details }: AuditEntry,
): Promise<void> {
  const entry = sql`${JSON.stringify({ at, actor, requestId, action, details })}::text`;
  const hash = (previous: string, position: string): SQL => {
    const [before, after = ''] = hashOf(previous, `current_setting('agora.tenant')`, position, '$entry').split(
      '$entry',
    );
    return sql`${sql.raw(before as string)}${entry}${sql.raw(after)}`;
  };
  await db.execute(sql`
    with head as (
      insert into ${auditHeads} as head (position, previous_hash, hash)
      values (1, ${sql.raw(`'${NONE}'`)}, ${hash(`'${NONE}'`, '1')})
      on conflict (tenant_id) do update
        set position = head.position + 1, previous_hash = head.hash, hash = ${hash('head.hash', 'head.position + 1')}
      returning position, previous_hash, hash)
    insert into ${auditLog} (position, previous_hash, hash, entry)
    select position, previous_hash, hash, ${entry}::json from head`);
}

/** An entry at which a chain is not what it was when it was written. */
export type BrokenLink = { readonly tenant_id: string; readonly position: string; readonly what: string };

/**
 * Asks for what is broken in the chains of a room: those of the tenants that the connection may see.
 * @returns a statement whose rows are `BrokenLink`s, none when all chains are whole
 */
export const brokenLinks = (room: string): string => `
  with link as (
    select tenant_id, position, previous_hash, hash,
           ${hashOf('previous_hash', 'tenant_id', 'position', 'entry::text')} as made,
           row_number() over chain as nth, lag(hash, 1, '${NONE}') over chain as before
      from ${room}.audit_log window chain as (partition by tenant_id order by position)),
  last as (select distinct on (tenant_id) tenant_id, position, hash from link order by tenant_id, position desc)
  select tenant_id, position,
         case when hash <> made then 'It is not as it was written.'
              when position <> nth then 'An entry before it is missing, or one was put in.'
              else 'It does not follow on the entry before it.' end as what
    from link where hash <> made or position <> nth or previous_hash <> before
  union all
  select tenant_id, coalesce(head.position, last.position), 'The chain does not end where its last entry was written.'
    from ${room}.audit_heads head full join last using (tenant_id)
   where (head.position, head.hash) is distinct from (last.position, last.hash)
   order by 1, 2`;

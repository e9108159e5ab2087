import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Refusal, type UserError } from '../kernel/errors';
import type { Db } from './database';
import type { PlatformTables } from './tables';

/** A request that must have its effect once. `caller` tells apart who may not share keys. */
export type IdempotentRequest = { operation: string; caller: string; key: string; input: unknown };

type Stored<T> = { ok: T } | { refused: UserError[] };

const LIFE = sql`now() + interval '48 hours'`;

const stable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(stable);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, stable(field)]),
  );
};
export const hashInput = (input: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(stable(input)))
    .digest('hex');

const conflict = () =>
  new Refusal([
    { code: 'IDEMPOTENCY_CONFLICT', field: ['idempotencyKey'], message: 'This key was used with another input.' },
  ]);

function checkKey(key: string): void {
  if (key.length >= 1 && key.length <= 255) return;
  throw new Refusal([{ code: 'INVALID_INPUT', field: ['idempotencyKey'], message: 'Use 1 to 255 characters.' }]);
}

/**
 * Takes a key for a request. A second request with the same key waits until the first has ended.
 * @returns what is kept of the first, null when this one is the first
 * @throws Refusal INVALID_INPUT, IDEMPOTENCY_CONFLICT
 */
async function take<Kept>(
  db: Db,
  { idempotencyKeys: keys }: PlatformTables,
  request: IdempotentRequest,
): Promise<Kept | null> {
  const { operation, caller, key, input } = request;
  checkKey(key);
  const inputHash = hashInput(input);
  const taken = await db.execute(sql`
    insert into ${keys} as known (caller, operation, key, input_hash, expires_at)
    values (${caller}, ${operation}, ${key}, ${inputHash}, ${LIFE})
    on conflict (tenant_id, caller, operation, key) do update
       set input_hash = excluded.input_hash, response = null, expires_at = excluded.expires_at
     where known.expires_at < now()
    returning key`);
  if (taken.rows.length > 0) return null;
  const [row] = await db.select().from(keys).where(matches(keys, request));
  if (row?.inputHash !== inputHash) throw conflict();
  return row.response as Kept | null;
}

type Key = Omit<IdempotentRequest, 'input'>;

const matches = (keys: PlatformTables['idempotencyKeys'], { operation, caller, key }: Key) =>
  and(eq(keys.caller, caller), eq(keys.operation, operation), eq(keys.key, key));

/**
 * Runs `work` once for a key and answers the same ever after, refusals included (Stripe's semantics): what is kept is
 * what `work` returns, as JSON, for 48 hours. An unexpected error keeps nothing, so that a retry runs it again.
 */
export async function once<T>(
  tx: NodePgDatabase,
  tables: PlatformTables,
  request: IdempotentRequest,
  work: (tx: NodePgDatabase) => Promise<T>,
): Promise<{ answer: Stored<T>; first: boolean }> {
  const before = await take<Stored<T>>(tx, tables, request);
  if (before) return { answer: before, first: false };
  const answer: Stored<T> = await tx
    .transaction(async (savepoint) => ({ ok: await work(savepoint as unknown as NodePgDatabase) }))
    .catch((error: unknown) => {
      if (error instanceof Refusal) return { refused: error.userErrors };
      throw error;
    });
  await tx.update(tables.idempotencyKeys).set({ response: answer }).where(matches(tables.idempotencyKeys, request));
  return { answer, first: true };
}

/**
 * Takes a key for work that outlives a transaction (a saga, which is itself run once by its id).
 * @returns how many attempts under this key were taken back
 */
export async function claimKey(db: Db, tables: PlatformTables, request: IdempotentRequest): Promise<number> {
  return (await take<{ takenBack: number }>(db, tables, request))?.takenBack ?? 0;
}

/** Lets the next request with this key begin anew. Of several who saw the same attempt fail, one is heard. */
export async function renewKey(
  db: Db,
  { idempotencyKeys: keys }: PlatformTables,
  request: Key,
  takenBack: number,
): Promise<void> {
  await db
    .update(keys)
    .set({ response: { takenBack: takenBack + 1 } })
    .where(and(matches(keys, request), sql`coalesce((${keys.response} ->> 'takenBack')::int, 0) = ${takenBack}`));
}

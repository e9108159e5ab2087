import { createHash } from 'node:crypto';
import type { QueryConfig } from 'pg';
import { textCache } from '../kernel/textCache';

const WRITES = /\b(?:insert into|update|delete from)\b/i;
const OFTEN = 3;

/** Whether a statement writes, or locks, as far as its words tell. */
export const writes = (text: string): boolean => WRITES.test(text);

type Known = { readonly name: string; uses: number };

// Made of its text: whatever process has prepared it, whenever, under a name there is no other statement.
const nameOf = (text: string) => `often_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;

const knownOf = textCache<Known>((text) => ({ name: nameOf(text), uses: 0 }), 500_000);

/**
 * Gives a statement that writes a name from its third use on, so that each connection has Postgres parse and plan it once.
 * Statements that only read take a name where a repository prepares them: their best plan may hang on their values.
 */
export function named(query: QueryConfig | string): QueryConfig {
  const config = typeof query === 'string' ? { text: query } : query;
  if (config.name || !writes(config.text)) return config;
  const known = knownOf(config.text);
  known.uses += 1;
  return known.uses < OFTEN ? config : { ...config, name: known.name };
}

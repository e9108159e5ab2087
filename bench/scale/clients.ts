import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { bodyOf } from '../measure/load';
import type { Material } from './material';
import { newVisitor, type Buyer, type Kind, type Send } from './mix';

// The process with all the clients: each has a connection that stays open, and sends its next request when the last is
// answered.

export type Task = {
  readonly urls: readonly string[];
  readonly material: Material;
  readonly buyers: readonly Buyer[];
  readonly clients: number;
  /** Seconds before anything is counted, seconds that are, and those between two requests on average. */
  readonly warmUp: number;
  readonly seconds: number;
  readonly think: number;
};

/** What was seen of one kind of request; times in milliseconds, of those that were sent while it was measured. */
export type Seen = {
  readonly times: number[];
  readonly errors: Record<string, number>;
  finished: number;
  refused: number;
};
export type Told = 'begun' | 'over' | { readonly seen: Partial<Record<Kind, Seen>> };

const PATIENCE = 60_000;
const LIMITED = 'RATE_LIMITED';

const tell = (told: Told) => void process.send?.(told);

/** Why there is no whole answer; undefined when there is. */
function errorOf(status: number, answer: string): string | undefined {
  const at = answer.indexOf('"errors":[');
  if (status === 200 && at === -1) return undefined;
  return /"code":"([A-Z_]+)"/.exec(answer.slice(Math.max(0, at)))?.[1] ?? `HTTP ${status}`;
}

function counting() {
  const seen: Partial<Record<Kind, Seen>> = {};
  let isMeasured = false;
  return {
    seen,
    measure: (on: boolean) => void (isMeasured = on),
    begin(kind: Kind) {
      const began = performance.now();
      const counts = isMeasured;
      const mine = (seen[kind] ??= { times: [], errors: {}, finished: 0, refused: 0 });
      return (error: string | undefined, refused: boolean) => {
        if (isMeasured && error !== LIMITED) mine.finished++;
        if (!counts) return;
        if (error !== LIMITED) mine.times.push(Math.round((performance.now() - began) * 100) / 100);
        if (error !== undefined) mine.errors[error] = (mine.errors[error] ?? 0) + 1;
        if (refused) mine.refused++;
      };
    },
  };
}
type Counting = ReturnType<typeof counting>;

function sending(pool: Pool, pathname: string, { begin }: Counting): Send {
  return async (kind, query, variables, token) => {
    const done = begin(kind);
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    try {
      const body = bodyOf({ query, variables: variables as Record<string, unknown> });
      const response = await pool.request({ path: pathname, method: 'POST', headers, body });
      const answer = await response.body.text();
      const error = errorOf(response.statusCode, answer);
      const refused = error === undefined && answer.includes('"userErrors":[{');
      done(error, refused);
      // Whoever is told to come again does so then.
      if (error === LIMITED) await pause(Number(response.headers['retry-after'] ?? 0) * 1000);
      return error === undefined && !refused ? answer : null;
    } catch (error) {
      const { code, name } = error as { code?: string; name: string };
      done(code ?? name, false);
      return null;
    }
  };
}

async function run({ urls, material, buyers, clients, warmUp, seconds, think }: Task): Promise<void> {
  const counts = counting();
  const pools = urls.map((url) => {
    const { origin, pathname } = new URL(url);
    const connections = Math.ceil(clients / urls.length);
    const pool = new Pool(origin, { connections, headersTimeout: PATIENCE, bodyTimeout: PATIENCE });
    return { pool, send: sending(pool, pathname, counts) };
  });
  let goesOn = true;
  let strangers = clients;
  const live = async (index: number) => {
    const { send } = pools[index % pools.length] as (typeof pools)[number];
    const act = newVisitor(send, material, buyers[index % buyers.length] as Buyer);
    // Nobody comes in step with the others.
    await pause(Math.random() * (think || warmUp / 2) * 1000);
    await act();
    strangers--;
    while (goesOn) {
      if (think > 0) await pause(think * 1000 * (0.5 + Math.random()));
      await act();
    }
  };
  const all = Promise.all(Array.from({ length: clients }, (_, index) => live(index)));
  await pause(warmUp * 1000);
  // A crowd that comes all at once is no part of it: everybody has had an answer before.
  for (let waited = 0; strangers > 0 && waited < PATIENCE; waited += 100) await pause(100);
  counts.measure(true);
  tell('begun');
  await pause(seconds * 1000);
  counts.measure(false);
  tell('over');
  goesOn = false;
  await all;
  await Promise.all(pools.map(({ pool }) => pool.close()));
  tell({ seen: counts.seen });
}

const [, , role] = process.argv;
if (role === 'clients') {
  process.on('disconnect', () => process.exit());
  process.on('message', (task: Task) => void run(task));
}

import { Client } from 'pg';
import { findViolations, type Violation } from '../faults/invariants';

const ROOMS = ['users', 'catalog', 'orders', 'payments', 'logistics', 'marketing', 'search'];

const UNDER_WAY = [
  ...ROOMS.map((room) => `select '${room} publishes ' || type as what, null as failure from ${room}.outbox`),
  ...ROOMS.map(
    (room) => `select '${room} hears ' || type as what, failure from ${room}.inbox where processed_at is null`,
  ),
  `select name || ' runs' as what, null as failure from dbos.workflow_status where status in ('PENDING', 'ENQUEUED')`,
].join('\nunion all\n');

/**
 * Waits until nothing is under way: no event to be delivered or handled, no saga running. It looks on from outside, so that
 * what it does counts nowhere.
 * @throws Error that names what is still under way when patience ends
 */
export async function untilRest(databaseUrl: string, patience = 30_000): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const deadline = performance.now() + patience;
    for (;;) {
      // One statement sees all rooms at one moment, and an event stands in its outbox until it has been handled.
      const { rows } = await client.query(UNDER_WAY);
      if (rows.length === 0) return;
      if (performance.now() > deadline) throw new Error(`Still under way: ${JSON.stringify(rows.slice(0, 5))}`);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  } finally {
    await client.end();
  }
}

const LOOKS = 3;
/**
 * Violations in a system at rest. Jobs begin by themselves, also between the rest and the look: what is found then is
 * looked at again, and what stays is a violation.
 */
export async function violationsAtRest(
  databaseUrl: string,
  now: () => Date,
  rest = () => untilRest(databaseUrl),
): Promise<Violation[]> {
  let found: Violation[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    await rest();
    found = await findViolations(databaseUrl, now());
    if (found.length === 0) break;
  }
  return found;
}

/** Asks again until the answer is there. @throws Error when patience ends */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  patience = 30_000,
): Promise<T> {
  const deadline = performance.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > deadline) throw new Error(`It has not come to that: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

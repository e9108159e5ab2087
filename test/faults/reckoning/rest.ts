import { eventually, untilRest } from '../../story/rest';
import { findViolations, type Violation } from '../invariants';
import type { Target } from '../target';

const PATIENCE = 120_000;
const UNTOLD = `select id from payments.simulated_events where delivered_at is null`;

/** Waits until nothing is under way: no event, no saga, and nothing that the provider has yet to tell. */
export async function untilQuiet(target: Target): Promise<void> {
  const allTold = async () => (await target.sql(UNTOLD)).length === 0;
  await eventually('the provider has told everything', allTold, PATIENCE);
  await untilRest(target.ground.direct().databaseUrl, PATIENCE);
}

/**
 * Violations in a system at rest. Jobs begin by themselves: what is found while one runs is looked at again, and what stays
 * is a violation.
 */
export async function violationsAtRest(target: Target): Promise<Violation[]> {
  let found: Violation[] = [];
  for (let looks = 3; looks > 0; looks -= 1) {
    await untilQuiet(target);
    found = await findViolations(target.ground.direct().databaseUrl, new Date());
    if (found.length === 0) return [];
  }
  return found;
}

import { eventually, untilRest, violationsAtRest as lookAtRest } from '../../story/rest';
import type { Violation } from '../invariants';
import type { Target } from '../target';

const PATIENCE = 120_000;
const UNTOLD = `select id from payments.simulated_events where delivered_at is null`;

/** Waits until nothing is under way: no event, no saga, and nothing that the provider has yet to tell. */
export async function untilQuiet(target: Target): Promise<void> {
  const allTold = async () => (await target.sql(UNTOLD)).length === 0;
  await eventually('the provider has told everything', allTold, PATIENCE);
  await untilRest(target.ground.direct().databaseUrl, PATIENCE);
}

/** What breaks an invariant now that nothing is under way. */
export const violationsAtRest = (target: Target): Promise<Violation[]> =>
  lookAtRest(
    target.ground.direct().databaseUrl,
    () => new Date(),
    () => untilQuiet(target),
  );

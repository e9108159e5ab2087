import { ExponentialBackoff, handleWhen, noJitterGenerator, retry } from 'cockatiel';
import { Refusal } from '../kernel/errors';
import type { RoomContext } from '../subgraph/context';
import type { Outcome } from './runSteps';

/** A context of its own for every attempt: what loaders have read for a step before may have changed since. */
export type NewContext = () => RoomContext;

const attempts = (most: number) =>
  retry(
    handleWhen((error) => !(error instanceof Refusal)),
    {
      maxAttempts: most - 1,
      backoff: new ExponentialBackoff({ initialDelay: 200, maxDelay: 600_000, generator: noJitterGenerator }),
    },
  );

export const DO = attempts(4);
// A quarter of an hour in all: whatever is down then needs a person, and reservations expire by themselves.
export const MUST_SUCCEED = attempts(13);

type Attempted = { saga: string; sagaId: string; step: string; attempts: typeof DO };

/** Tries one step of a saga. A refusal is an answer and is not tried again. */
export async function attempt(
  newContext: NewContext,
  { saga, sagaId, step, attempts: policy }: Attempted,
  act: (context: RoomContext) => Promise<unknown>,
): Promise<Outcome> {
  let unanswered = 0;
  const once = () =>
    act(newContext()).catch((error: unknown) => {
      if (!(error instanceof Refusal)) unanswered += 1;
      throw error;
    });
  try {
    return { ok: ((await policy.execute(once)) as object | undefined) ?? {} };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.userErrors, ...(unanswered > 0 && { inDoubt: true }) };
    newContext().log.error({ err: error, saga, sagaId, step }, 'a saga step has failed');
    return { failed: step };
  }
}

import { DBOS } from '@dbos-inc/dbos-sdk';
import { Refusal, type UserError } from '../kernel/errors';
import type { RoomContext } from '../subgraph/context';
import type { Saga, Step } from './saga';

/** How a saga, or one of its steps, has ended. */
export type Outcome = { ok: object } | { refused: UserError[] } | { failed: string };

const RETRY = { retriesAllowed: true, intervalSeconds: 0.2, backoffRate: 2 };
const DO = { ...RETRY, maxAttempts: 4 };
// A quarter of an hour in all: whatever is down then needs a person, and reservations expire by themselves.
const MUST_SUCCEED = { ...RETRY, maxAttempts: 13 };

type Attempts = typeof DO;
type Running = { saga: Saga<object, object>; newContext: () => RoomContext };
type Act = (context: RoomContext) => Promise<unknown>;

/**
 * Runs a step durably, in a context of its own: what loaders have read for a step before may have changed since. A refusal
 * is an answer and is not tried again. What is thrown nonetheless comes from DBOS, tells that the saga goes on elsewhere
 * or later, and must reach it.
 */
function runStep({ saga, newContext }: Running, name: string, attempts: Attempts, act: Act): Promise<Outcome> {
  const attempt = async (): Promise<Outcome> => {
    const context = newContext();
    try {
      return { ok: (await act(context)) ?? {} };
    } catch (error) {
      if (error instanceof Refusal) return { refused: error.userErrors };
      if ((DBOS.stepStatus?.currentAttempt ?? 0) < attempts.maxAttempts) throw error;
      context.log.error({ err: error, saga: saga.name, sagaId: DBOS.workflowID, step: name }, 'a saga step has failed');
      return { failed: name };
    }
  };
  return DBOS.runStep(attempt, { name, ...attempts });
}

/** Takes steps back, last first. One that cannot be taken back needs a person, and keeps none of the others. */
async function undo(running: Running, steps: Step[], state: object): Promise<void> {
  for (const { name, undo: takeBack } of steps.toReversed()) {
    if (!takeBack) continue;
    const act = async (context: RoomContext) => void (await takeBack(context, state as never));
    const outcome = await runStep(running, `undo ${name}`, MUST_SUCCEED, act);
    if ('refused' in outcome) {
      const { log } = running.newContext();
      log.error({ saga: running.saga.name, sagaId: DBOS.workflowID, step: name, ...outcome }, 'an undo was refused');
    }
  }
}

/** A saga as a durable workflow: what each step answered is kept, so that a restart goes on where it was. */
export async function runSteps(running: Running, input: object): Promise<Outcome> {
  let state: object = { ...input, sagaId: DBOS.workflowID };
  const begun: Step[] = [];
  for (const step of running.saga.steps) {
    const pause = step.pause?.(state as never) ?? 0;
    if (pause > 0) await DBOS.sleepms(pause);
    const pastReturn = begun.some(({ final }) => final);
    begun.push(step);
    const act: Act = (context) => step.run(context, state as never);
    const outcome = await runStep(running, step.name, pastReturn ? MUST_SUCCEED : DO, act);
    if (!('ok' in outcome)) {
      // Nobody knows whether a step that failed took effect, so it is undone as well.
      if (!pastReturn) await undo(running, 'failed' in outcome ? begun : begun.slice(0, -1), state);
      return outcome;
    }
    state = { ...state, ...outcome.ok };
  }
  return { ok: state };
}

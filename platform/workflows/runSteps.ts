import { DBOS } from '@dbos-inc/dbos-sdk';
import type { UserError } from '../kernel/errors';
import type { RoomContext } from '../subgraph/context';
import { attempt, DO, MUST_SUCCEED, type NewContext } from './attempt';
import type { Saga, Step } from './saga';

/** How a saga, or one of its steps, has ended. */
export type Outcome = { ok: object } | { refused: UserError[] } | { failed: string };

/** A saga that runs in this process. `resumed`: it was begun before, and may have come to any of its steps. */
export type Running = { saga: Saga<object, object>; newContext: NewContext; resumed: boolean };

/** What a saga has come to: the step to be done next, and why it is not done, if that is so. All of it is JSON. */
type Stand = { at: number; state: object; stopped?: Exclude<Outcome, { ok: object }> };

const stateOf = (state: object) => state as never;
const pauseBefore = (step: Step | undefined, state: object) => step?.pause?.(stateOf(state)) ?? 0;
const isPastReturn = (steps: readonly Step[]) => steps.some(({ final }) => final);

/** Does the steps that come next, up to the end, to one that does not succeed, or to one that has to wait. */
async function advance({ saga: { name, steps }, newContext }: Running, { at, state }: Stand): Promise<Stand> {
  for (const [index, step] of steps.entries()) {
    if (index < at) continue;
    if (index > at && pauseBefore(step, state) > 0) return { at: index, state };
    const attempts = isPastReturn(steps.slice(0, index)) ? MUST_SUCCEED : DO;
    const act = (context: RoomContext) => step.run(context, stateOf(state));
    const outcome = await attempt(newContext, { saga: name, step: step.name, attempts }, act);
    if (!('ok' in outcome)) return { at: index, state, stopped: outcome };
    state = { ...state, ...outcome.ok };
  }
  return { at: steps.length, state };
}

/** For a saga that was begun before: whether it had come to its end already. */
async function look({ saga, newContext, resumed }: Running, stand: Stand): Promise<Stand | null> {
  const state = resumed && stand.at === 0 ? await saga.ended?.(newContext(), stateOf(stand.state)) : null;
  return state ? { at: saga.steps.length, state: { ...stand.state, ...state } } : null;
}

/**
 * Does the steps that come next, and keeps in the database what they came to, before anything is made of it. A saga that
 * goes straight to its end spares that: should the process die before DBOS has noted the end, all steps run again, and find
 * what they have done.
 */
async function advanceKept(running: Running, stand: Stand): Promise<Stand> {
  const name = `from ${running.saga.steps[stand.at]?.name}`;
  if (running.resumed) {
    return DBOS.runStep(async () => (await look(running, stand)) ?? advance(running, stand), { name });
  }
  const reached = await advance(running, stand);
  if (reached.at === running.saga.steps.length) return reached;
  return DBOS.runStep(async () => reached, { name });
}

/** Takes steps back, last first. One that cannot be taken back needs a person, and keeps none of the others. */
async function undo({ saga, newContext }: Running, steps: readonly Step[], state: object): Promise<void> {
  for (const { name, undo: takeBack } of steps.toReversed()) {
    if (!takeBack) continue;
    const act = async (context: RoomContext) => void (await takeBack(context, stateOf(state)));
    const named = { saga: saga.name, step: `undo ${name}`, attempts: MUST_SUCCEED };
    const outcome = await DBOS.runStep(() => attempt(newContext, named, act), { name: named.step });
    if ('refused' in outcome)
      newContext().log.error({ ...named, sagaId: DBOS.workflowID, ...outcome }, 'an undo was refused');
  }
}

/** Runs a saga as a durable workflow: one whose process dies goes on in the next. */
export async function runSteps(running: Running, input: object): Promise<Outcome> {
  const { steps } = running.saga;
  let stand: Stand = { at: 0, state: { ...input, sagaId: DBOS.workflowID } };
  while (stand.at < steps.length && !stand.stopped) {
    const pause = pauseBefore(steps[stand.at], stand.state);
    if (pause > 0) await DBOS.sleepms(pause);
    stand = await advanceKept(running, stand);
  }
  const { at, state, stopped } = stand;
  if (!stopped) return { ok: state };
  // Nobody knows whether a step that failed took effect, so it is undone as well.
  const begun = steps.slice(0, 'failed' in stopped ? at + 1 : at);
  if (!isPastReturn(steps.slice(0, at))) await undo(running, begun, state);
  return stopped;
}

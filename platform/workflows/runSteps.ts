import type { UserError } from '../kernel/errors';
import type { RoomContext } from '../subgraph/context';
import { attempt, DO, MUST_SUCCEED, type NewContext } from './attempt';
import type { Saga, Step } from './saga';

/** How a saga, or one of its steps, has ended. */
export type Outcome = { ok: object } | Refused | { failed: string };
/** `inDoubt`: it was asked for before without an answer, which may come to pass when what stands in its way is gone. */
type Refused = { refused: UserError[]; inDoubt?: true };

/** What keeps a saga through the death of its process. */
export type Durably = {
  readonly sagaId: string;
  /** Does something, and keeps what came of it; when it was done before, answers that. */
  keep<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** @param milliseconds of which only what is left is waited for by the next process */
  sleep(milliseconds: number): Promise<void>;
};

/** A saga that runs in this process. `resumed`: it was begun before, and may have come to any of its steps. */
export type Running = { saga: Saga<object, object>; newContext: NewContext; resumed: boolean; durably: Durably };

/** Why a step was not done, and how many of the steps may have been done nevertheless, or by a process before this one. */
type Stop = { why: Exclude<Outcome, { ok: object }>; begun: number };
/** What a saga has come to: the step to be done next, and what has stopped it there. All of it is JSON. */
type Stand = { at: number; state: object; stopped?: Stop };

const stateOf = (state: object) => state as never;
const pauseBefore = (step: Step | undefined, state: object) => step?.pause?.(stateOf(state)) ?? 0;
const isPastReturn = (steps: readonly Step[]) => steps.some(({ final }) => final);

/** Nobody knows whether a step that failed took effect, or one that was refused after an attempt without an answer, nor how far a process came that has died. */
const mayHaveBegun = (why: Stop['why'], at: number, { saga: { steps }, resumed }: Running): number =>
  resumed ? steps.length : 'failed' in why || why.inDoubt ? at + 1 : at;

/** Does the steps that come next, up to the end, to one that does not succeed, or to one that has to wait. */
async function advance(running: Running, { at, state }: Stand): Promise<Stand> {
  const { newContext, saga, durably } = running;
  const { name, steps } = saga;
  const { sagaId } = durably;
  for (const [index, step] of steps.entries()) {
    if (index < at) continue;
    if (index > at && pauseBefore(step, state) > 0) return { at: index, state };
    const attempts = step.untilKnown || isPastReturn(steps.slice(0, index)) ? MUST_SUCCEED : DO;
    const act = (context: RoomContext) => step.run(context, stateOf(state));
    const outcome = await attempt(newContext, { saga: name, sagaId, step: step.name, attempts }, act);
    if (!('ok' in outcome))
      return { at: index, state, stopped: { why: outcome, begun: mayHaveBegun(outcome, index, running) } };
    state = { ...state, ...outcome.ok };
  }
  return { at: steps.length, state };
}

/** Whether a saga has come to its end without our hearing of it. @throws Error when that is not to be learned */
async function look({ saga, newContext, durably: { sagaId } }: Running, { state }: Stand): Promise<Stand | null> {
  const { name, steps, ended } = saga;
  if (!ended) return null;
  const act = async (context: RoomContext) => ({ added: await ended(context, stateOf(state)) });
  const looking = { saga: name, sagaId, step: 'look for its end', attempts: MUST_SUCCEED };
  const outcome = await attempt(newContext, looking, act);
  if (!('ok' in outcome)) throw new Error(`Whether the saga ${name} has ended is not known: nothing is taken back.`);
  const { added } = outcome.ok as { added: object | null };
  return added && { at: steps.length, state: { ...state, ...added } };
}

/** A last step that failed may have been done: its answer is all that is known to be lost. */
const isInDoubt = ({ saga: { steps } }: Running, { at, stopped }: Stand): boolean =>
  stopped !== undefined && 'failed' in stopped.why && steps[at]?.final === true;

/** Goes on from where a saga stands, unless it has ended already. */
async function goOn(running: Running, stand: Stand): Promise<Stand> {
  const before = running.resumed ? await look(running, stand) : null;
  if (before) return before;
  const reached = await advance(running, stand);
  return (isInDoubt(running, reached) && (await look(running, reached))) || reached;
}

/**
 * Does the steps that come next, and keeps in the database what they came to, before anything is made of it. A saga that
 * goes straight to its end spares that: should the process die before DBOS has noted the end, all steps run again, and find
 * what they have done.
 */
async function advanceKept(running: Running, stand: Stand): Promise<Stand> {
  const name = `from ${running.saga.steps[stand.at]?.name}`;
  if (running.resumed) return running.durably.keep(name, () => goOn(running, stand));
  const reached = await goOn(running, stand);
  if (reached.at === running.saga.steps.length) return reached;
  return running.durably.keep(name, async () => reached);
}

/** Takes steps back, last first. One that cannot be taken back needs a person, and keeps none of the others. */
async function undo({ saga, newContext, durably }: Running, steps: readonly Step[], state: object): Promise<void> {
  for (const { name, undo: takeBack } of steps.toReversed()) {
    if (!takeBack) continue;
    const act = async (context: RoomContext) => void (await takeBack(context, stateOf(state)));
    const named = { saga: saga.name, sagaId: durably.sagaId, step: `undo ${name}`, attempts: MUST_SUCCEED };
    const outcome = await durably.keep(named.step, () => attempt(newContext, named, act));
    if ('refused' in outcome) newContext().log.error({ ...named, ...outcome }, 'an undo was refused');
  }
}

/** Runs a saga as a durable workflow: one whose process dies goes on in the next. */
export async function runSteps(running: Running, input: object): Promise<Outcome> {
  const { durably } = running;
  const { steps } = running.saga;
  let stand: Stand = { at: 0, state: { ...input, sagaId: durably.sagaId } };
  while (stand.at < steps.length && !stand.stopped) {
    const pause = pauseBefore(steps[stand.at], stand.state);
    if (pause > 0) await durably.sleep(pause);
    stand = await advanceKept(running, stand);
  }
  const { at, state, stopped } = stand;
  if (!stopped) return { ok: state };
  if (!isPastReturn(steps.slice(0, at))) await undo(running, steps.slice(0, stopped.begun), state);
  return stopped.why;
}

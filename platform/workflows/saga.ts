import type { RoomContext } from '../subgraph/context';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a step is written against its own room's context
type AnyContext = RoomContext<any, any>;

/**
 * Does one thing; may run more than once, also after later steps have run: then it changes nothing any more, and answers as
 * before. What it changes goes under an idempotency key made from the saga's id, or under a natural one.
 */
export type Do<State, Added> = (context: AnyContext, state: State & { sagaId: string }) => Promise<Added>;
/** Takes a step back. It may find nothing to take back: because the step was not done, or was taken back before. */
export type Undo<State> = (context: AnyContext, state: State & { sagaId: string }) => Promise<unknown>;

/** Milliseconds to wait before a step, durably: a process that starts again waits for what is left. */
export type Pause<State> = (state: State & { sagaId: string }) => number;

type Ended = (context: AnyContext, state: never) => Promise<object | null>;

export type Step = {
  readonly name: string;
  readonly run: Do<never, object | void>;
  readonly undo?: Undo<never>;
  readonly final?: boolean;
  readonly untilKnown?: boolean;
  readonly pause?: Pause<never>;
};

/**
 * A piece of business that spans rooms: steps in order, each with its undo. When one fails, those before it, and itself,
 * are undone backwards. Runs durably: what a killed process has begun, the next one ends.
 * Source: Garcia-Molina and Salem, "Sagas", 1987.
 */
export type Saga<Input extends object, State extends object> = {
  readonly name: string;
  readonly steps: readonly Step[];
  /**
   * Answers what the steps have added when the last one is done. Asked of a saga that a killed process has left, and of one
   * whose last step has given no answer, before anything is taken back.
   */
  readonly ended?: Ended;
  /** Carries types only; never set. */
  readonly types?: { input: Input; state: State };
};

/**
 * @param options each step is either undoable or `final`. A final step has no way back: once one has succeeded, the steps
 * after it, final as well, are tried until they succeed. One that is tried `untilKnown` is so itself: what it asks another room
 * for may come late, when nobody would do the steps after it any more.
 */
export const step = <State, Added extends object | void>(
  name: string,
  run: Do<State, Added>,
  options: ({ undo: Undo<State & Partial<Added>> } | { final: true; untilKnown?: true }) & { pause?: Pause<State> },
): Step => ({ name, run, ...options });

/** Declares a saga. @throws Error when a step could be left done by a failure after it */
export function saga<Input extends object, State extends object = object>(
  name: string,
  steps: Step[],
  options: { ended?: (context: AnyContext, input: Input) => Promise<Omit<State, keyof Input> | null> } = {},
): Saga<Input, State> {
  const open = steps.slice(0, -1).find((each) => !each.undo && !each.final);
  if (open) throw new Error(`saga ${name}: the step "${open.name}" is not the last and has no undo.`);
  if (!steps.at(-1)?.final) throw new Error(`saga ${name}: its last step must be final.`);
  const late = steps.slice(steps.findIndex((each) => each.final)).find((each) => !each.final);
  if (late) throw new Error(`saga ${name}: "${late.name}" comes after a final step and must be final.`);
  return { name, steps, ...(options as { ended?: Ended }) };
}

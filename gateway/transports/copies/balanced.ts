import { setTimeout as pause } from 'node:timers/promises';
import { AgoraError } from '../../../platform/kernel/errors';
import type { RoomRequest } from '../../../platform/subgraph/transport';
import { NotAwaited, NotSent } from '../failures';
import { isRepeatable } from '../repeatable';
import { LeftAlone, type ResilientTransport } from '../resilient';

const isGone = (error: unknown): boolean => error instanceof AgoraError && error.extensions.code === 'UNAVAILABLE';

/** Whether another copy may be asked for what this one did not do. */
function isForAnother(error: unknown, request: RoomRequest): boolean {
  if (error instanceof NotSent) return true;
  return isGone(error) && !(error instanceof NotAwaited) && isRepeatable(request);
}

const STATES = ['closed', 'half-open', 'open'] as const;

/** Milliseconds after which all are asked again: one may be about to start, another about to stop. */
export const PAUSES: readonly number[] = [100, 200, 400, 800, 1_600];

type Tried<T> = { readonly answer: T } | { readonly failure: unknown; readonly isHopeless: boolean };

async function tryEach<T>(
  copies: readonly ResilientTransport[],
  work: (copy: ResilientTransport) => Promise<T>,
  isPassedOn: (error: unknown) => boolean,
): Promise<Tried<T>> {
  let [failure, isHopeless]: [unknown, boolean] = [undefined, true];
  for (const copy of copies) {
    try {
      return { answer: await work(copy) };
    } catch (error) {
      if (!isPassedOn(error)) throw error;
      failure = error;
      isHopeless &&= error instanceof LeftAlone;
    }
  }
  return { failure, isHopeless };
}

/**
 * Copies of a room as they are now, in turn. What one could not take goes to the next; those that are left alone come last. When none has taken
 * it, all are asked again after a while, unless all are left alone.
 */
export function balanced(copies: () => readonly ResilientTransport[], pauses = PAUSES): ResilientTransport {
  let turn = 0;

  function inTurn(): ResilientTransport[] {
    const all = copies();
    const first = turn++ % all.length;
    const order = [...all.slice(first), ...all.slice(0, first)];
    return order.toSorted((one, other) => Number(one.state() === 'open') - Number(other.state() === 'open'));
  }

  async function ask<T>(
    work: (copy: ResilientTransport) => Promise<T>,
    isPassedOn: (error: unknown) => boolean,
  ): Promise<T> {
    for (let round = 0; ; round++) {
      const tried = await tryEach(inTurn(), work, isPassedOn);
      if ('answer' in tried) return tried.answer;
      const wait = pauses[round];
      if (wait === undefined || tried.isHopeless) throw tried.failure;
      await pause(wait);
    }
  }

  return {
    state: () => STATES.find((state) => copies().some((copy) => copy.state() === state)) ?? 'open',
    execute: (request) =>
      ask(
        (copy) => copy.execute(request),
        (error) => isForAnother(error, request),
      ),
    subscribe: (request) => ask((copy) => copy.subscribe(request), isGone),
  };
}

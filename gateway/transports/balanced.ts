import { AgoraError } from '../../platform/kernel/errors';
import type { RoomRequest } from '../../platform/subgraph/transport';
import { NotAwaited, NotSent } from './http';
import { isQuery, type ResilientTransport } from './resilient';

const isGone = (error: unknown): boolean => error instanceof AgoraError && error.extensions.code === 'UNAVAILABLE';

/** Whether another copy may be asked for what this one did not do. */
function isForAnother(error: unknown, request: RoomRequest): boolean {
  if (error instanceof NotSent) return true;
  return isGone(error) && !(error instanceof NotAwaited) && isQuery(request);
}

const STATES = ['closed', 'half-open', 'open'] as const;

/** Copies of a room, in turn. What one could not take goes to the next; those that are left alone come last. */
export function balanced(copies: readonly ResilientTransport[]): ResilientTransport {
  const [only] = copies;
  if (only && copies.length === 1) return only;
  let turn = 0;

  function inTurn(): ResilientTransport[] {
    const first = turn++ % copies.length;
    const order = [...copies.slice(first), ...copies.slice(0, first)];
    return order.toSorted((one, other) => Number(one.state() === 'open') - Number(other.state() === 'open'));
  }

  async function ask<T>(
    work: (copy: ResilientTransport) => Promise<T>,
    isPassedOn: (error: unknown) => boolean,
  ): Promise<T> {
    let failure: unknown;
    for (const copy of inTurn()) {
      try {
        return await work(copy);
      } catch (error) {
        if (!isPassedOn(error)) throw error;
        failure = error;
      }
    }
    throw failure;
  }

  return {
    state: () => STATES.find((state) => copies.some((copy) => copy.state() === state)) ?? 'open',
    execute: (request) =>
      ask(
        (copy) => copy.execute(request),
        (error) => isForAnother(error, request),
      ),
    subscribe: (request) => ask((copy) => copy.subscribe(request), isGone),
  };
}

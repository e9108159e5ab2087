import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { decodeCursor } from '../../../platform/kernel/connections';
import { textOf, type Person } from '../../story/people';
import type { Chance } from './chance';

type Update = { readonly cursor: string };

/** Somebody who follows an order, and comes back with the last cursor whenever the line is lost. */
export type Follower = {
  readonly orderId: string;
  /** Sequences of the updates seen, in the order in which they came, and when. */
  readonly seen: readonly { readonly sequence: number; readonly at: Date }[];
  /** How often the line was lost after something had been seen. */
  returns(): number;
  leave(): Promise<void>;
};

const BEFORE_RETURN = 200;
/** How often a client's own line is lost, a push. */
const LINE_LOST = 0.3;

const sequenceOf = (orderId: string, cursor: string): number =>
  Number(decodeCursor(`orderUpdated/${orderId}/demo`, cursor)[0]);

type Way = { gateway: string; who: Person; orderId: string; after?: string };

/** One stream at one gateway, for as long as it lasts. @throws what has ended it */
async function* updates({ gateway, who, orderId, after }: Way, leaving: AbortSignal): AsyncGenerator<Update> {
  const { token } = await who.caller();
  const client = createClient({
    url: `${gateway.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
    // A gateway that hangs, or a wire that is cut, says nothing.
    keepAlive: 2_000,
    lazyCloseTimeout: 0,
  });
  const end = () => client.terminate();
  leaving.addEventListener('abort', end);
  try {
    const variables = { orderId, after };
    for await (const { data, errors } of client.iterate({ query: textOf('OrderUpdated'), variables })) {
      if (errors || !data) throw new Error(errors?.[0]?.message ?? 'A push without data.');
      yield data.orderUpdated as Update;
    }
  } finally {
    leaving.removeEventListener('abort', end);
    client.terminate();
  }
}

/** Begins to follow an order, at any of the gateways; each time it comes back, it may be another. */
export function follow(gateways: readonly string[], who: Person, orderId: string, chance: Chance): Follower {
  const seen: { sequence: number; at: Date }[] = [];
  const leaving = new AbortController();
  let after: string | undefined;
  let returns = 0;

  async function listen(): Promise<void> {
    for await (const { cursor } of updates({ gateway: chance.of(gateways), who, orderId, after }, leaving.signal)) {
      after = cursor;
      seen.push({ sequence: sequenceOf(orderId, cursor), at: new Date() });
      if (chance.is(LINE_LOST)) return;
    }
  }
  async function keepListening(): Promise<void> {
    while (!leaving.signal.aborted) {
      await listen().catch(() => {});
      if (leaving.signal.aborted) return;
      if (after !== undefined) returns += 1;
      await pause(BEFORE_RETURN, undefined, { signal: leaving.signal }).catch(() => {});
    }
  }
  const listening = keepListening();
  return {
    orderId,
    seen,
    returns: () => returns,
    async leave() {
      leaving.abort();
      await listening;
    },
  };
}

import type { ExecutionResult, GraphQLError } from 'graphql';
import { forbidden } from '../../platform/kernel/errors';
import type { LiveResult } from '../execution/executor';
import type { LiveOptions, PreparedArgs } from './session';
import { rightsOf } from './sharing/key';
import type { LiveEvent } from './sharing/event';

const END = { value: undefined, done: true } as const;

/** For graphql-ws, a stream without events: they are written past it, once for all sockets. It ends when they do. */
function silentStream(ended: Promise<void>, leave: () => void): LiveResult {
  const end = async () => (leave(), END);
  return {
    next: async () => (await ended, END),
    return: end,
    async throw(error) {
      leave();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => leave(),
  };
}

/** Subscribes a socket. Of each event only the id is its own. (PROTOCOL.md of graphql-ws, "Next") */
export async function subscribeSocket(
  { operations, request, context, id, extra }: PreparedArgs['contextValue'],
  { subscribe, mask }: Pick<LiveOptions, 'subscribe' | 'mask'>,
): Promise<LiveResult | ExecutionResult> {
  const { outbox, live } = extra;
  const name = JSON.stringify(id);
  let finish = () => {};
  const ended = new Promise<void>((resolve) => (finish = resolve));
  let left = () => {};

  function over(): void {
    live.delete(end);
    left();
    finish();
  }
  function end(errors?: readonly GraphQLError[]): void {
    if (errors?.length) {
      const payload = mask(errors, context.envelope.requestId);
      outbox.send(id, JSON.stringify({ id, type: 'error', payload }));
      // The error was the last message: without its entry, no 'complete' follows.
      delete extra.connection?.subscriptions[id];
    }
    over();
  }
  const next = ({ text, isState }: LiveEvent) =>
    outbox.send(id, `{"id":${name},"type":"next","payload":${text}}`, isState);

  live.add(end);
  const joined = await subscribe(operations, request, context, { next, end, relief: outbox.relief });
  if (typeof joined !== 'function') {
    live.delete(end);
    return joined;
  }
  left = joined;
  // Renewed while it was opened: it began with the rights of before.
  if (extra.session && rightsOf(extra.session) !== rightsOf(context)) end([forbidden('Your rights have changed.')]);
  return silentStream(ended, over);
}

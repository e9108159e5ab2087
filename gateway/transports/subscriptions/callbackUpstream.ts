import type { ExecutionResult } from 'graphql';
import { Pool } from 'undici';
import { unavailable } from '../../../platform/kernel/errors';
import type { RoomRequest, Transport } from '../../../platform/subgraph/transport';
import { parseAnswer } from '../http/answer';
import type { Callbacks } from './callbacks';
import { socketOptions } from '../http/connecting';
import { isLeaving, listen } from './events';
import type { Address } from '../settings';

/** A room that takes a subscription on answers `{ "data": null }`; any errors are its refusal. */
const isTaken = (answer: ExecutionResult): boolean => answer.data === null && !answer.errors;

const openPool = ({ origin }: URL, address: Address): Pool =>
  new Pool(origin, {
    connect: { timeout: address.connectTimeout, ...socketOptions(address) },
    headersTimeout: address.headersTimeout,
  });

/** Subscriptions whose events the room calls back with: no connection stays open for them. */
export function callbackUpstream(address: Address, callbacks: Callbacks) {
  const { url, room, log, subscriptionsPath, headersOf } = address;
  const target = new URL(subscriptionsPath ?? url, url);
  const pool = openPool(target, address);
  const open = new Set<() => void>();

  async function ask({ query, operationName, variables, envelope, propagated }: RoomRequest, subscription: object) {
    const [method, path] = ['POST', target.pathname + target.search] as const;
    const body = JSON.stringify({ query, operationName, variables, extensions: { subscription } });
    const answer = await pool.request({
      path,
      method,
      headers: {
        ...headersOf(envelope, { room, method, path, body }),
        ...propagated,
        'content-type': 'application/json',
        accept: 'application/json;callbackSpec=1.0, application/json',
      },
      body,
    });
    return parseAnswer(answer.statusCode, await answer.body.text());
  }

  const subscribe: Transport['subscribe'] = async (request) => {
    let forget = () => {};
    const leave = () => {
      open.delete(leave);
      forget();
    };
    const onLost = (error: Error) => log.warn({ err: error, room }, 'a subscription was lost');
    const { stream, sink } = listen(room, leave, onLost, true);
    const over = (tell: () => void) => {
      leave();
      tell();
    };
    const expected = callbacks.expect(room, {
      next: sink.next,
      error: (error) => over(() => sink.error(error)),
      complete: () => over(sink.complete),
    });
    forget = expected.forget;
    open.add(leave);
    try {
      const answer = await ask(request, expected.extension);
      if (isTaken(answer)) return stream;
      if (isLeaving(answer.errors ?? [])) throw new Error(answer.errors?.[0]?.message);
      leave();
      return answer;
    } catch (error) {
      leave();
      log.warn({ err: error, room }, 'a subscription could not be opened');
      throw unavailable(`The room ${room} does not answer.`);
    }
  };

  const stop = async () => {
    for (const leave of open) leave();
    await pool.destroy();
  };
  return { subscribe, stop };
}

import { createClient, NetworkError } from 'graphql-sse';
import type { ExecutionResult } from 'graphql';
import { Agent, fetch } from 'undici';
import { unavailable } from '../../platform/kernel/errors';
import type { RoomRequest, Transport } from '../../platform/subgraph/transport';
import { parseAnswer } from './answer';
import { listen } from './events';
import type { Address } from './settings';

/** A room that refuses says so in a plain answer, before there is a stream. @throws UNAVAILABLE for any other */
async function refusalIn(error: unknown, { room, log }: Address): Promise<ExecutionResult> {
  try {
    const response = error instanceof NetworkError ? (error.response as Response | undefined) : undefined;
    if (response) return parseAnswer(response.status, await response.text());
  } catch (cause) {
    log.warn({ err: cause, room }, 'a subscription was refused');
    throw unavailable(`The room ${room} does not answer.`);
  }
  log.warn({ err: error, room }, 'a subscription could not be opened');
  throw unavailable(`The room ${room} does not answer.`);
}

/** Subscriptions over graphql-sse, a connection each. */
export function sseUpstream(address: Address) {
  const { room, url, subscriptionsPath, log, connectTimeout, headersTimeout, headersOf } = address;
  // A stream may be silent for as long as nothing happens.
  const dispatcher = new Agent({ connect: { timeout: connectTimeout }, headersTimeout, bodyTimeout: 0 });
  const open = new Set<() => void>();
  const connectionFor = (headers: Record<string, string>) =>
    createClient({
      url: new URL(subscriptionsPath ?? url, url).href,
      headers,
      retryAttempts: 0,
      fetchFn: (target: string, init: object) => fetch(target, { ...init, dispatcher, referrer: undefined }),
    });

  const subscribe: Transport['subscribe'] = ({ query, operationName, variables, envelope }: RoomRequest) => {
    const client = connectionFor(headersOf(envelope));
    const leave = () => {
      open.delete(leave);
      client.dispose();
    };
    open.add(leave);
    const { stream, sink } = listen(room, leave, (error) => log.warn({ err: error, room }, 'a subscription was lost'));
    return new Promise((resolve, reject) => {
      let connected = false;
      client.subscribe(
        { query, operationName, variables: { ...variables } },
        {
          next: sink.next,
          complete: () => (sink.complete(), leave()),
          error(error) {
            leave();
            if (connected) sink.error(error);
            else refusalIn(error, address).then(resolve, reject);
          },
        },
        { connected: () => resolve(((connected = true), stream)) },
      );
    });
  };

  const stop = async () => {
    for (const leave of open) leave();
    await dispatcher.destroy();
  };
  return { subscribe, stop };
}

import { createClient, NetworkError, type Client } from 'graphql-sse';
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

type Subscribe = Client['subscribe'];
type Answer = Awaited<ReturnType<Transport['subscribe']>>;

/** Answers as soon as the room has: with a stream, or with what it refuses the operation for. */
function openStream(subscribe: Subscribe, request: RoomRequest, address: Address, leave: () => void): Promise<Answer> {
  const { room, log } = address;
  const { query, operationName, variables } = request;
  const { stream, sink } = listen(room, leave, (error) => log.warn({ err: error, room }, 'a subscription was lost'));
  return new Promise((resolve) => {
    let connected = false;
    const end = (tell: () => void) => {
      tell();
      leave();
    };
    // Left only when its answer has been read.
    const refuse = (refusal: unknown) => resolve(refusalIn(refusal, address).finally(leave));
    subscribe(
      { query, operationName, variables: { ...variables } },
      {
        next: sink.next,
        complete: () => end(sink.complete),
        error: (error) => (connected ? end(() => sink.error(error)) : refuse(error)),
      },
      { connected: () => resolve(((connected = true), stream)) },
    );
  });
}

/** Subscriptions over graphql-sse, a connection each. */
export function sseUpstream(address: Address) {
  const { url, subscriptionsPath, connectTimeout, headersTimeout, headersOf } = address;
  // A stream may be silent for as long as nothing happens.
  const dispatcher = new Agent({ connect: { timeout: connectTimeout }, headersTimeout, bodyTimeout: 0 });
  const open = new Set<() => void>();

  const subscribe: Transport['subscribe'] = (request) => {
    const client = createClient({
      url: new URL(subscriptionsPath ?? url, url).href,
      headers: { ...headersOf(request.envelope), ...request.propagated },
      retryAttempts: 0,
      fetchFn: (target: string, init: object) => fetch(target, { ...init, dispatcher, referrer: undefined }),
    });
    const leave = () => {
      open.delete(leave);
      client.dispose();
    };
    open.add(leave);
    return openStream(client.subscribe, request, address, leave);
  };

  const stop = async () => {
    for (const leave of open) leave();
    await dispatcher.destroy();
  };
  return { subscribe, stop };
}

import { createClient, NetworkError, type Client } from 'graphql-sse';
import type { ExecutionResult } from 'graphql';
import { Agent, fetch } from 'undici';
import { unavailable } from '../../../platform/kernel/errors';
import { TURNED_AWAY } from '../../../platform/service/answer';
import type { RoomRequest, Transport } from '../../../platform/subgraph/transport';
import { parseAnswer } from '../http/answer';
import { socketOptions } from '../http/connecting';
import { listen } from './events';
import { TurnedAway } from '../failures';
import type { Address } from '../settings';

/** A room that refuses says so in a plain answer, before there is a stream. @throws UNAVAILABLE for any other */
async function refusalIn(error: unknown, { room, log }: Address): Promise<ExecutionResult> {
  const response = error instanceof NetworkError ? (error.response as Response | undefined) : undefined;
  if (response?.status === 503 && response.headers.has(TURNED_AWAY)) throw new TurnedAway(room);
  try {
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
  const { stream, sink } = listen(
    room,
    leave,
    (error) => log.warn({ err: error, room }, 'a subscription was lost'),
    true,
  );
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
  const { room, url, subscriptionsPath, connectTimeout, headersTimeout, silence = 0, headersOf } = address;
  const target = new URL(subscriptionsPath ?? url, url);
  // A stream may be silent for as long as nothing happens, unless its room gives signs of life: then it is gone.
  const dispatcher = new Agent({
    connect: { timeout: connectTimeout, ...socketOptions(address) },
    headersTimeout,
    bodyTimeout: silence,
  });
  const open = new Set<() => void>();

  /** The headers are those of the very text that is sent, which graphql-sse writes. */
  const send = ({ envelope, propagated }: RoomRequest, init: { headers: Record<string, string>; body: string }) => {
    const message = { room, method: 'POST', path: target.pathname + target.search, body: init.body };
    const headers = { ...headersOf(envelope, message), ...propagated, ...init.headers };
    return fetch(target, { ...init, headers, dispatcher, referrer: undefined });
  };

  const subscribe: Transport['subscribe'] = (request) => {
    const client = createClient({
      url: target.href,
      retryAttempts: 0,
      fetchFn: (_target: string, init: Parameters<typeof send>[1]) => send(request, init),
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

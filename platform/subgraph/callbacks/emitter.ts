import type { ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import type { Logger } from 'pino';
import { unavailable } from '../../kernel/errors';
import { systemTimers, type Timers } from '../../kernel/timers';
import type { RoomRequest } from '../transport';
import { callsTo, openCalls } from './calls';
import { emit, type Emission } from './emission';
import { readCallback, VERSION, type Callback } from './protocol';
import { BadCallback, refusalOf } from './refusal';
import { isRouter } from './routers';
import { leaveStream } from './stream';
import { take, type Subscribable } from './taking';

export type EmitterOptions = {
  /** Where routers may be called: see `readRouters`. */
  readonly routers: readonly URL[];
  readonly log: Logger;
  /** Subscriptions at a time. */
  readonly most?: number;
  readonly timers?: Timers;
};

/**
 * Serves subscriptions of rooms by Apollo's HTTP callback protocol, so that Apollo Router, or any other that speaks it, can
 * stand in front. The server that mounts it has settled who asks: the rights are those of the request's envelope, as they are
 * over any other transport.
 */
export type Emitter = {
  /**
   * Answers a request that `wantsCallbacks`: 200 and `{ "data": null }`, and no event leaves before this answer has; or errors
   * with a status of 400 or more. Resolves when the subscription is over.
   * @param extension `extensions.subscription` of the request, as it came
   */
  serve(room: Subscribable, request: RoomRequest, extension: unknown, response: ServerResponse): Promise<void>;
  /** Takes nothing on any more, and tells the routers of all that runs that it ends. */
  stop(): Promise<void>;
};

const MOST = 10_000;

/** Whether the answer has left. */
async function answer(response: ServerResponse, status: number, body: object): Promise<boolean> {
  response.writeHead(status, { 'content-type': 'application/json', ...VERSION });
  response.end(JSON.stringify(body));
  return finished(response).then(
    () => true,
    () => false,
  );
}

export function callbackEmitter({ routers, log, most = MOST, timers = systemTimers }: EmitterOptions): Emitter {
  const agent = openCalls();
  const open = new Set<string>();
  const emissions = new Set<Emission>();
  const serving = new Set<Promise<void>>();
  let stopping: Promise<void> | undefined;

  const keyOf = ({ url, id }: Callback): string => JSON.stringify([url.href, id]);

  /** @throws BadCallback, or AgoraError UNAVAILABLE */
  function admit(callback: Callback): void {
    const { origin, pathname } = callback.url;
    if (!isRouter(callback.url, routers))
      throw new BadCallback(`This room may not call ${origin}${pathname}: no router of its settings is there.`, 403);
    if (stopping) throw unavailable('The room stops. Subscribe again.');
    if (open.has(keyOf(callback))) throw new BadCallback('This subscription is open already.', 409);
    if (open.size >= most) throw unavailable(`There are ${most} subscriptions by callback, and may not be more.`);
  }

  async function run(emission: Emission): Promise<void> {
    emissions.add(emission);
    if (stopping) emission.stop();
    await emission.over;
    emissions.delete(emission);
  }

  async function serveOne(...[room, request, extension, response]: Parameters<Emitter['serve']>): Promise<void> {
    const callback = readCallback(extension);
    admit(callback);
    open.add(keyOf(callback));
    try {
      const call = callsTo(callback, agent);
      const stream = await take(room, request, call, log);
      const emission = () => emit({ stream, call, heartbeat: callback.heartbeat, timers, log });
      if (await answer(response, 200, { data: null })) await run(emission());
      else leaveStream(stream, log);
    } finally {
      open.delete(keyOf(callback));
    }
  }

  async function end(): Promise<void> {
    for (const emission of emissions) emission.stop();
    await Promise.all(serving);
    await agent.close();
  }

  return {
    async serve(...args) {
      const work = serveOne(...args).catch(async (error: unknown) => {
        const { status, errors } = refusalOf(error, log);
        await answer(args[3], status, { errors });
      });
      serving.add(work);
      await work;
      serving.delete(work);
    },
    stop: () => (stopping ??= end()),
  };
}

import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { systemTimers, type Timers } from '../kernel/timers';
import { leaveStream, nextOf, type Stream } from '../subgraph/callbacks/stream';
import { asSent, type Tell } from './errors';

/** Streams of events that are open. */
export type Streams = {
  /** Sends events as they come, until either side ends. (PROTOCOL.md of graphql-sse, "Distinct connections mode") */
  send(events: Stream, requestId: string, response: ServerResponse): Promise<void>;
  count(): number;
  /** Ends all without a word of completion, so that who reads them begins anew elsewhere. */
  end(): void;
};

const HEADERS = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' };
const RHYTHM = 12_000;
const event = (text: string) => `event: next\ndata: ${text}\n\n`;
const COMPLETE = 'event: complete\ndata:\n\n';

export function openStreams(log: Logger, tell: Tell, timers: Timers = systemTimers): Streams {
  const open = new Set<AbortController>();

  /** The next event is taken when the one before it has left: nothing gathers here. */
  async function sendAll(events: Stream, requestId: string, response: ServerResponse, left: AbortSignal) {
    for (let step = await nextOf(events, left); !step.done; step = await nextOf(events, left))
      if (!response.write(event(asSent(step.value, requestId, tell)))) await once(response, 'drain', { signal: left });
  }

  /** What is away for a while ends a stream as if its line had broken: who reads it begins anew, behind the last event. */
  function fail(error: unknown, requestId: string, response: ServerResponse): void {
    const errors = tell([error], requestId);
    if (errors[0]?.extensions?.code === 'UNAVAILABLE') return void response.end();
    response.end(event(JSON.stringify({ errors })) + COMPLETE);
  }

  return {
    async send(events, requestId, response) {
      const leaving = new AbortController();
      open.add(leaving);
      response.once('close', () => leaving.abort());
      response.writeHead(200, HEADERS);
      response.write(':\n\n');
      const rest = timers.every(RHYTHM, () => void response.write(':\n\n'));
      try {
        await sendAll(events, requestId, response, leaving.signal);
        response.end(leaving.signal.aborted ? '' : COMPLETE);
      } catch (error) {
        if (leaving.signal.aborted) response.end();
        else fail(error, requestId, response);
      } finally {
        rest();
        open.delete(leaving);
        leaveStream(events, log);
      }
    },
    count: () => open.size,
    end() {
      for (const leaving of open) leaving.abort();
    },
  };
}

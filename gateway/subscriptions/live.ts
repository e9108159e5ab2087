import type { FastifyInstance } from 'fastify';
import { attendance } from './attendance';
import { multipart, type AnswerInParts } from './multipart';
import type { LiveOptions } from './session';
import { liveSources } from './sharing/sources';
import { serveSse } from './sse';
import { httpStreams } from './streams';
import { serveWebSocket } from './websocket';

/** Everything that is pushed, by whichever protocol: they share their sources and their limits. */
export function serveLive(
  fastify: FastifyInstance,
  shared: Omit<LiveOptions, 'subscribe' | 'addresses' | 'users'>,
): Omit<ReturnType<typeof serveWebSocket>, 'sendAway'> & {
  inParts: AnswerInParts;
  /** How many streams over HTTP are open. */
  streams(): number;
  endLive(): void;
} {
  const { perAddress, perUser } = shared.limits;
  const counts = { addresses: attendance(perAddress), users: attendance(perUser) };
  const options: LiveOptions = { ...shared, ...counts, subscribe: liveSources(shared.tally) };
  const streams = httpStreams(options);
  const { upgrade, sendAway, stop, sockets } = serveWebSocket(options);
  serveSse(fastify, options, streams);
  return {
    upgrade,
    stop,
    sockets,
    streams: streams.count,
    inParts: multipart(options, streams),
    endLive() {
      sendAway();
      streams.stop();
    },
  };
}

import path from 'node:path';
import type { Logger } from 'pino';
import { systemClock } from '../../platform/kernel/clock';
import { stoppable, type Closers } from '../../platform/kernel/stoppable';
import { openFrontDoor, type FrontDoor } from '../http/frontDoor';
import { createLog } from '../log';
import { openObservability, type Observability } from '../observability/observability';
import { listenError } from '../startErrors';
import type { Edge, EdgeOptions } from '../server';
import type { Flags } from './flags';

const DRAIN_PATIENCE = 10_000;
const ROLLBACK = { requests: 50, within: 60_000 };

/** The gateway alone, in front of any supergraph. */
export type Standalone = {
  readonly url: string;
  /** Of the metrics; undefined when they are off. */
  readonly metricsUrl?: string;
  stop(): Promise<void>;
};

type Followed = Pick<EdgeOptions, 'source' | 'lastGood' | 'traffic' | 'rollback'>;

/** The file, named for its last good copy as well, for several may lie in one folder. */
async function fileOf(file: string, { watch, state }: Flags): Promise<Followed> {
  const { fileSource } = await import('../supergraph/source');
  const { dir, name } = path.parse(path.resolve(file));
  const source = fileSource(file);
  const lastGood = path.join(state ?? dir, `${name}.last-good.graphql`);
  return { source: watch ? source : { ...source, watch: undefined }, lastGood };
}

async function registryOf(url: string, flags: Flags, log: Logger, closers: Closers): Promise<Followed> {
  const { 'registry-token': token = '', 'registry-keys': keys = [], state = '.' } = flags;
  const { openRegistry } = await import('../supergraph/registry/open');
  const followed = await openRegistry({ url, token, keys, clock: systemClock, log, closers });
  return { ...followed, lastGood: path.join(state, 'supergraph.registry.last-good.json') };
}

async function followedOf(flags: Flags, log: Logger, closers: Closers): Promise<Followed> {
  const { supergraph, registry = '', 'rollback-errors': errors } = flags;
  const rollback = errors === undefined ? undefined : { ...ROLLBACK, errors };
  const followed = await (supergraph === undefined
    ? registryOf(registry, flags, log, closers)
    : fileOf(supergraph, flags));
  return { ...followed, rollback };
}

const observe = (flags: Flags, log: Logger): Promise<Observability> =>
  openObservability({
    host: flags.host,
    metricsPort: flags['metrics-port'],
    otlpEndpoint: flags['otlp-endpoint'],
    serviceName: flags['service-name'],
    log,
    how: { host: '--host ', port: (other) => `--metrics-port ${other}` },
  });

type Watched = { readonly log: Logger; readonly observability: Observability };

// Loaded when the door is open: reading them takes most of the start.
async function furnish(flags: Flags, ownUrl: string, closers: Closers, watched: Watched): Promise<Edge> {
  const { log, observability } = watched;
  const [{ createEdge }, { httpRooms }, transports, { callbacks }, { standaloneSettler }] = await Promise.all([
    import('../server'),
    import('../transports/httpRooms'),
    import('../transports/settings'),
    import('../transports/subscriptions/callbacks'),
    import('./access'),
  ]);
  const calls = callbacks({ url: flags['callback-url'] ?? ownUrl, maxAnswer: flags['max-answer'] });
  const rooms = httpRooms(
    {
      ...transports.HTTP_DEFAULTS,
      connections: flags.connections,
      headersTimeout: flags.timeout,
      bodyTimeout: flags.timeout,
      maxAnswer: flags['max-answer'],
      subscriptions: flags.subscriptions,
      callbacks: calls,
      subscriptionsPath: flags['subscriptions-path'],
      headersOf: transports.forwardedHeaders,
    },
    log,
  );
  closers.push(rooms.stop);
  const edge = await createEdge({
    ...(await followedOf(flags, log, closers)),
    roomsOf: rooms.roomsOf,
    settle: await standaloneSettler(flags, systemClock),
    foreign: true,
    introspection: true,
    open: flags.open,
    furnish: flags.subscriptions === 'callback' ? calls.serve : undefined,
    observability,
    breakers: rooms.breakers,
    log,
    clock: systemClock,
  });
  closers.push(edge.stop);
  return edge;
}

function letIn(door: FrontDoor, edge: Edge, closers: Closers): void {
  closers.push(async () => {
    edge.endLive();
    await door.drain(DRAIN_PATIENCE);
  });
  door.open({ handle: edge.handle, upgrade: edge.upgrade, check: async () => true, about: edge.health });
}

async function start(flags: Flags, closers: Closers): Promise<Omit<Standalone, 'stop'>> {
  const { port, host } = flags;
  const door = await openFrontDoor({ port, host }).catch((error: unknown) => {
    throw listenError(error, host, port, { host: '--host ', port: (other) => `--port ${other}` });
  });
  closers.push(door.close);
  const log = createLog(flags.log);
  const observability = await observe(flags, log);
  closers.push(observability.stop);
  letIn(door, await furnish(flags, door.url, closers, { log, observability }), closers);
  return { url: door.url, metricsUrl: observability.metricsUrl };
}

/** @throws an error whose message says what to do; what was opened by then is closed again */
export const startStandalone = (flags: Flags): Promise<Standalone> => stoppable((closers) => start(flags, closers));

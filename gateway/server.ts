import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { Clock } from '../platform/kernel/clock';
import { requestIdOf, tellingMore, type Settle } from './context';
import { newPlanCounts } from './execution/compiled/planCounts';
import { operationUsage } from './execution/usage';
import { prepareAnswers, type AnswerOptions } from './http/answers';
import { answerDeferred } from './http/deferred';
import { serveExplorer } from './http/explorer';
import type { UpgradeListener } from './http/frontDoor';
import { serveGraphql, takeAnything } from './http/graphqlRoutes';
import { explainer } from './observability/explain/explain';
import type { Statements } from './observability/explain/statements';
import type { Breakers } from './observability/metrics/sources';
import type { Observability } from './observability/observability';
import { together } from './observability/observer';
import { newCounters, type Counters } from './protection/counters';
import { errorBody, frankMask, strictMask } from './protection/errors';
import { LIMITS, UNLIMITED } from './protection/limits';
import { persistedOperations } from './protection/persisted/persisted';
import { usualProtection, type Protection } from './protection/protection';
import { addressBehind } from './protection/rates/address';
import { anyCrowd, crowd } from './protection/rates/crowd';
import { takeSnapshot, type SnapshotOptions } from './snapshot';
import { NO_LIVE_LIMITS, SOCKET_LIMITS, type LiveLimits } from './subscriptions/limits';
import { serveLive } from './subscriptions/live';
import { newTally } from './subscriptions/tally';
import { lastGoodIn } from './supergraph/lastGood';
import type { RollbackLimits } from './supergraph/rollback';
import { serve, type Served, type ServingOptions } from './supergraph/serving';
import type { SupergraphSource } from './supergraph/source';
import type { Traffic } from './traffic/traffic';

export type EdgeOptions = {
  readonly source: SupergraphSource;
  /** File that keeps the last supergraph that could be served. */
  readonly lastGood?: string;
  readonly roomsOf: SnapshotOptions['roomsOf'];
  readonly foreign?: SnapshotOptions['foreign'];
  readonly fits?: SnapshotOptions['fits'];
  /** When a new supergraph is gone back from by itself; never if not given. */
  readonly rollback?: RollbackLimits;
  /** Tells who asks. */
  readonly settle: Settle;
  readonly introspection: boolean;
  readonly protection?: Protection;
  /** Where live clients have other limits than usual. */
  readonly live?: Partial<LiveLimits>;
  /** Apollo Server's; with any of them, Apollo Server answers every request over HTTP itself. */
  readonly plugins?: SnapshotOptions['plugins'];
  /** For a trusted network alone: no limits, no defence against what browsers can be made to send, errors as rooms tell them. */
  readonly open?: boolean;
  /** Where spans and metrics go; nowhere if not given. */
  readonly observability?: Observability;
  /** Counts the SQL statements of rooms, where they run in this process. */
  readonly statements?: Statements;
  /** The circuit breakers of rooms, where they are far away. */
  readonly breakers?: Breakers;
  /** Counts what clients use of the schema, for a registry. */
  readonly traffic?: Traffic;
  /** Adds routes beside those of the graph. */
  readonly furnish?: (fastify: FastifyInstance) => void;
  readonly log: Logger;
  readonly clock: Clock;
};

/** Everything behind the front door: HTTP, WebSocket and SSE over one set of operations. */
export type Edge = {
  handle: FastifyInstance['routing'];
  upgrade: UpgradeListener;
  /** Serves another supergraph from now on. Answers false, and changes nothing, when it cannot be served. */
  swap(sdl: string): Promise<boolean>;
  /** What health tells: which supergraph is served. */
  health(): { readonly supergraph: Served };
  /** What was refused, how often. */
  readonly counters: Pick<Counters, 'read'>;
  /** Sends those away who would stay for ever. */
  endLive(): void;
  stop(): Promise<void>;
};

function newFastify({ open }: EdgeOptions, answers: AnswerOptions): FastifyInstance {
  const fastify = Fastify({
    bodyLimit: (open ? UNLIMITED : LIMITS).body,
    genReqId: ({ headers }) => requestIdOf(headers),
    // Fastify answers by itself for addresses that are no URL; they are told like all else.
    frameworkErrors(error, _request, reply: FastifyReply) {
      answers.counters.add('refused', 'BAD_REQUEST');
      void reply.code(400).send(errorBody('BAD_REQUEST', error.message));
    },
  });
  prepareAnswers(fastify, answers);
  if (open) takeAnything(fastify);
  return fastify;
}

export async function createEdge(options: EdgeOptions): Promise<Edge> {
  const { source, open, furnish, log, clock, protection = usualProtection } = options;
  const { traffic } = options;
  const settle = tellingMore(options.settle, traffic?.clientOf);
  const [counters, plans, tally] = [newCounters(), newPlanCounts(), newTally()];
  const { observability } = options;
  const observer = together([explainer(options.statements), ...(observability?.observers ?? [])]);
  const from = addressBehind(protection.trustedProxies);
  const usage = operationUsage();
  const mask = open ? frankMask(log) : strictMask(log);
  const lastGood = options.lastGood === undefined ? undefined : lastGoodIn(options.lastGood, log, source.form);
  const shapes = { ...options, settle, protection, mask, usage, observer, plans };
  const take: ServingOptions['take'] = (sdl, answered) => takeSnapshot(sdl, { ...shapes, answered });
  const serving = await serve({ source, take, usage, lastGood, rollback: options.rollback, counters, log });
  const { current, served } = serving;
  const resolve = persistedOperations(protection.persisted, log);
  const limits = { ...(open ? NO_LIVE_LIMITS : SOCKET_LIMITS), ...options.live };

  const fastify = newFastify(options, { log, from, counters, observer });
  const inside = protection.longestWait > 0 ? crowd(protection.longestWait) : anyCrowd;
  const shared = { current, settle, from, resolve, mask, counters, tally, observer, log, clock, limits, crowd: inside };
  const live = serveLive(fastify, shared);
  serveGraphql(fastify, current, resolve, live.inParts, answerDeferred({ current, settle, mask }), inside, open);
  furnish?.(fastify);
  serveExplorer(fastify);
  await fastify.ready();
  observability?.watch({
    counters,
    plans,
    tally,
    live,
    breakers: options.breakers,
    served,
    contact: source.contact,
    traffic: traffic?.tally,
  });

  return {
    handle: (request, response) => fastify.routing(request, response),
    upgrade: live.upgrade,
    swap: (sdl) => serving.swap({ sdl }),
    health: () => ({ supergraph: served() }),
    counters,
    endLive: live.endLive,
    async stop() {
      log.info({ counts: counters.read() }, 'what was refused');
      inside.stop();
      live.stop();
      await serving.stop();
      await fastify.close();
      await traffic?.stop();
    },
  };
}

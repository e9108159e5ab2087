import type { Sources } from './sources';

type Description = { readonly help: string; readonly labels: readonly string[] };

/** Told of at every request or fetch. */
export type Histogram = Description & { readonly type: 'histogram'; readonly buckets: readonly number[] };
export type Counter = Description & { readonly type: 'counter' };

export type Sample = { readonly labels?: Readonly<Record<string, string>>; readonly value: number };

/** Read from what is counted anyway, when somebody looks. */
export type Sampled = Description & {
  readonly type: 'counter' | 'gauge';
  readonly read: (sources: Sources) => readonly Sample[];
};

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const KIND = 'kind is query, mutation, subscription or none';
const OUTCOME = 'outcome is ok, refused, failed (our fault) or left (nobody waited)';

export const OBSERVED = {
  agora_request_duration_seconds: {
    type: 'histogram',
    help: `How long requests to the graph took; on a WebSocket, subscriptions until they began. Streams over HTTP are not among them. ${KIND}; ${OUTCOME}.`,
    labels: ['protocol', 'kind', 'outcome'],
    buckets: SECONDS,
  },
  agora_operations_total: {
    type: 'counter',
    help: 'Operations by name: those of the persisted manifest, else the first hundred that were answered; all others are "other".',
    labels: ['operation', 'kind', 'outcome'],
  },
  agora_room_fetch_duration_seconds: {
    type: 'histogram',
    help: 'How long rooms took to answer a part of an operation. outcome is ok, errors, unavailable or left.',
    labels: ['room', 'outcome'],
    buckets: SECONDS,
  },
} as const satisfies Record<string, Histogram | Counter>;

const one = (value: number): readonly Sample[] => [{ value }];

const each = (counts: ReadonlyMap<string, number>, label: string): readonly Sample[] =>
  [...counts].map(([name, value]) => ({ labels: { [label]: name }, value }));

const sampled = (type: Sampled['type'], help: string, labels: readonly string[], read: Sampled['read']): Sampled => ({
  type,
  help,
  labels,
  read,
});

const BREAKER = { closed: 0, 'half-open': 1, open: 2 } as const;

export const SAMPLED: Readonly<Record<string, Sampled>> = {
  agora_refusals_total: sampled(
    'counter',
    'Requests and operations with an error, by its code, each code once a request: limits and costs (LIMIT_EXCEEDED), rates (RATE_LIMITED), rights (UNAUTHENTICATED, FORBIDDEN), persisted operations, what is no proper request (BAD_REQUEST), and all others that clients are told.',
    ['code'],
    ({ counters }) => each(counters.of('refused'), 'code'),
  ),
  agora_room_breaker_state: sampled(
    'gauge',
    'Circuit breakers of rooms over HTTP: 0 closed, 1 half-open, 2 open.',
    ['room'],
    ({ breakers }) => [...(breakers?.() ?? [])].map(([room, state]) => ({ labels: { room }, value: BREAKER[state] })),
  ),
  agora_plan_cache_entries: sampled('gauge', 'Query plans that are kept.', [], ({ plans }) => one(plans.size)),
  agora_plan_cache_hits_total: sampled('counter', 'Operations whose plan was there.', [], ({ plans }) =>
    one(plans.hits),
  ),
  agora_plan_cache_misses_total: sampled('counter', 'Operations that had to be planned.', [], ({ plans }) =>
    one(plans.misses),
  ),
  agora_live_sockets: sampled('gauge', 'WebSockets that are open.', [], ({ live }) => one(live.sockets())),
  agora_live_streams: sampled('gauge', 'Streams over HTTP that are open: SSE and multipart.', [], ({ live }) =>
    one(live.streams()),
  ),
  agora_live_subscriptions: sampled('gauge', 'Subscriptions of clients that run.', [], ({ tally }) =>
    one(tally.subscriptions),
  ),
  agora_live_events_delivered_total: sampled(
    'counter',
    'Events, counted once for each subscription that they were handed to.',
    [],
    ({ tally }) => one(tally.delivered),
  ),
  agora_live_events_coalesced_total: sampled(
    'counter',
    'Events that a slow client was not sent, because a newer one made them needless.',
    [],
    ({ tally }) => one(tally.coalesced),
  ),
  agora_live_slow_clients_closed_total: sampled(
    'counter',
    'Clients that were sent away because they took less than they were sent.',
    [],
    ({ tally }) => one(tally.tooSlow),
  ),
  agora_live_socket_closes_total: sampled('counter', 'WebSockets that closed, by the code.', ['code'], ({ counters }) =>
    each(counters.of('closed'), 'code'),
  ),
  agora_supergraph_info: sampled(
    'gauge',
    'Always 1; id is the beginning of the SHA-256 of the supergraph that is served, source is local, file or registry, version and release are those of the registry.',
    ['id', 'source', 'version', 'release'],
    ({ served }) => {
      const { id, source, version = '', release = '' } = served();
      return [{ labels: { id, source, version, release: String(release) }, value: 1 }];
    },
  ),
  agora_supergraph_contact_age_seconds: sampled(
    'gauge',
    'How long ago the registry has answered; none before it has, or with another source.',
    [],
    ({ contact }) => {
      const age = contact?.age();
      return age === undefined ? [] : one(age / 1000);
    },
  ),
  agora_supergraph_polls_total: sampled(
    'counter',
    'Questions to the registry, by what came of them: changed (another release), same, failed (no answer) or refused (it must not be served).',
    ['outcome'],
    ({ contact }) => (contact ? each(contact.outcomes(), 'outcome') : []),
  ),
  agora_traffic_counts_total: sampled(
    'counter',
    'Counts of the use of a schema element by a client: sent to the registry, or lost.',
    ['outcome'],
    ({ traffic }) => {
      const tally = traffic?.();
      if (!tally) return [];
      return (['sent', 'lost'] as const).map((outcome) => ({ labels: { outcome }, value: tally[outcome] }));
    },
  ),
  agora_traffic_counts_pending: sampled('gauge', 'Counts that are to be sent to the registry.', [], ({ traffic }) =>
    traffic ? one(traffic().pending) : [],
  ),
  agora_supergraph_swaps_total: sampled(
    'counter',
    'New supergraphs, by what became of them: served, refused, or rolled_back since too many answers failed.',
    ['outcome'],
    ({ counters }) => each(counters.of('swaps'), 'outcome'),
  ),
};

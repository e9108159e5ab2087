import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { aroundRooms, fetchOutcome, outcomeOf, type Observer } from '../observer';
import { OBSERVED, SAMPLED, type Sampled } from './definitions';
import { operationNames } from './operationNames';
import type { Sources } from './sources';

export type Metrics = {
  readonly observer: Observer;
  /** From now on this is where samples are read. */
  watch(sources: Sources): void;
  /** Everything in Prometheus' text format. */
  read(): Promise<string>;
  readonly contentType: string;
};

/** Sets what is sampled when somebody looks. */
function sample(registry: Registry, name: string, { type, help, labels, read }: Sampled, sources: Sources): void {
  const options = { name, help, labelNames: [...labels], registers: [registry] };
  const each = (set: (given: Record<string, string>, value: number) => void) => {
    for (const { labels: given = {}, value } of read(sources)) set(given, value);
  };
  if (type === 'gauge') {
    const gauge: Gauge = new Gauge({ ...options, collect: () => (gauge.reset(), each((...one) => gauge.set(...one))) });
    return;
  }
  const counter: Counter = new Counter({
    ...options,
    collect: () => (counter.reset(), each((...one) => counter.inc(...one))),
  });
}

function observed(registry: Registry) {
  const histogram = (name: 'agora_request_duration_seconds' | 'agora_room_fetch_duration_seconds') => {
    const { help, labels, buckets } = OBSERVED[name];
    return new Histogram<string>({ name, help, labelNames: labels, buckets: [...buckets], registers: [registry] });
  };
  const { help, labels } = OBSERVED.agora_operations_total;
  return {
    requests: histogram('agora_request_duration_seconds'),
    fetches: histogram('agora_room_fetch_duration_seconds'),
    operations: new Counter<string>({
      name: 'agora_operations_total',
      help,
      labelNames: labels,
      registers: [registry],
    }),
  };
}

function observerOf({ requests, fetches, operations }: ReturnType<typeof observed>, names?: ReadonlySet<string>) {
  const labelOf = operationNames(names);
  const observer: Observer = {
    end(trace, ended) {
      const outcome = outcomeOf(trace, ended);
      const kind = trace.operationType ?? 'none';
      // Over HTTP a subscription ends with its stream, which says nothing of how fast it was answered.
      if (kind !== 'subscription' || ended.protocol === 'websocket')
        requests.observe({ protocol: ended.protocol, kind, outcome }, ended.milliseconds / 1000);
      if (kind === 'none') return;
      operations.inc({ operation: labelOf(trace.operationName, outcome === 'ok'), kind, outcome });
    },
    rooms: (rooms) =>
      aroundRooms(rooms, (transport, room) => ({
        async execute(request) {
          const begunAt = performance.now();
          let answer: object | undefined;
          try {
            return (answer = await transport.execute(request));
          } finally {
            const outcome = fetchOutcome(request, answer);
            fetches.observe({ room, outcome }, (performance.now() - begunAt) / 1000);
          }
        },
        subscribe: (request) => transport.subscribe(request),
      })),
  };
  return observer;
}

/** @param names of the operations that are told apart, where they are known */
export function createMetrics(names?: ReadonlySet<string>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    observer: observerOf(observed(registry), names),
    watch(sources) {
      for (const [name, definition] of Object.entries(SAMPLED)) sample(registry, name, definition, sources);
    },
    read: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

import type { Logger } from 'pino';
import type { RoomSpans } from '../../platform/subgraph/roomSpans';
import { listenError } from '../startErrors';
import type { Sources } from './metrics/sources';
import type { Observer } from './observer';

/** What watches a gateway from outside, for as long as it runs. */
export type Observability = {
  readonly observers: readonly Observer[];
  /** Where rooms in this process show what they do; undefined when there are no spans. */
  readonly roomSpans?: RoomSpans;
  /** Where Prometheus finds the metrics; undefined when they are off. */
  readonly metricsUrl?: string;
  /** Lets metrics be read from what the gateway counts by itself. */
  watch(sources: Sources): void;
  /** Sends what is still to be sent, and closes the port. */
  stop(): Promise<void>;
};

export type ObservabilityOptions = {
  readonly host: string;
  /** Of the metrics; undefined for none. */
  readonly metricsPort?: number;
  /** Of an OpenTelemetry collector; undefined for no spans. */
  readonly otlpEndpoint?: string;
  readonly serviceName: string;
  /** Names of operations that metrics tell apart, where they are known. */
  readonly operationNames?: ReadonlySet<string>;
  readonly log: Logger;
  /** How a person chooses another host or port for metrics. */
  readonly how: { readonly host: string; port(other: number): string };
};

async function openMetrics({ host, metricsPort: port = 0, operationNames, log, how }: ObservabilityOptions) {
  const [{ createMetrics }, { openMetricsPort }] = await Promise.all([
    import('./metrics/metrics'),
    import('./metrics/port'),
  ]);
  const metrics = createMetrics(operationNames);
  const opened = await openMetricsPort(metrics, { port, host, log }).catch((error: unknown) => {
    throw listenError(error, host, port, how);
  });
  return { ...metrics, ...opened };
}

async function openSpans(endpoint: string, { serviceName, log }: ObservabilityOptions) {
  const { openTracing } = await import('./tracing/tracing');
  return openTracing({ endpoint, serviceName, log });
}

/** Opens what is asked for; what is not is not even loaded. @throws an error whose message says what to do */
export async function openObservability(options: ObservabilityOptions): Promise<Observability> {
  const { metricsPort, otlpEndpoint } = options;
  const metrics = metricsPort === undefined ? undefined : await openMetrics(options);
  const tracing = otlpEndpoint === undefined ? undefined : await openSpans(otlpEndpoint, options);
  return {
    observers: [metrics, tracing].flatMap((each) => each?.observer ?? []),
    roomSpans: tracing?.rooms,
    metricsUrl: metrics?.url,
    watch: (sources) => metrics?.watch(sources),
    async stop() {
      await Promise.all([metrics?.stop(), tracing?.stop()]);
    },
  };
}

import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { SealFlaw } from '../identity/unsealing';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What a room counts about its callers. */
export type ServiceMetrics = {
  /** Begins to measure an operation; what is answered ends it. */
  begin(): (outcome: 'ok' | 'errors' | 'refused') => void;
  refused(flaw: SealFlaw): void;
  /** No other copy could be told of a request's nonce. */
  alone(): void;
  watch(streams: () => number): void;
  readonly registry: Registry;
};

export function serviceMetrics(room: string): ServiceMetrics {
  const registry = new Registry();
  registry.setDefaultLabels({ room });
  const registers = [registry];
  const duration = new Histogram({
    name: 'agora_room_operation_duration_seconds',
    help: 'How long operations took in the room. outcome is ok, errors, or refused (it was not run).',
    labelNames: ['outcome'],
    buckets: SECONDS,
    registers,
  });
  const refusals = new Counter({
    name: 'agora_room_unsealed_requests_total',
    help: 'Requests that were answered with 401, by what was wrong with their seal, or the certificate of who sent it: uncertified, unsigned, malformed, unknown-key, altered, stale or replayed.',
    labelNames: ['flaw'],
    registers,
  });
  const alone = new Counter({
    name: 'agora_room_nonces_alone_total',
    help: 'Requests of whose nonce no other copy was told, since Redis did not answer: sent again to one, they would be taken.',
    registers,
  });
  return {
    begin() {
      const end = duration.startTimer();
      return (outcome) => void end({ outcome });
    },
    refused: (flaw) => refusals.inc({ flaw }),
    alone: () => alone.inc(),
    watch(streams) {
      const gauge: Gauge = new Gauge({
        name: 'agora_room_streams',
        help: 'Subscriptions over Server-Sent Events that are open.',
        collect: () => gauge.set(streams()),
        registers,
      });
    },
    registry,
  };
}

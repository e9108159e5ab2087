import type { Logger } from 'pino';
import type { Settings } from '../settings';
import { openObservability, type Observability } from './observability';

/** Metrics and spans of a gateway, where its settings ask for them. */
export const observabilityOf = (settings: Settings, log: Logger): Promise<Observability> =>
  openObservability({
    host: settings.HOST,
    metricsPort: settings.METRICS_PORT,
    otlpEndpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT,
    serviceName: settings.OTEL_SERVICE_NAME,
    operationNames: settings.PERSISTED_OPERATIONS?.names,
    log,
    how: { host: 'HOST=', port: (other) => `METRICS_PORT=${other} npm start` },
  });

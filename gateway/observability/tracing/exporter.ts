import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  BatchSpanProcessor,
  TracerProvider,
  type SpanExporter,
  type TracerProviderOptions,
} from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';

type Resource = NonNullable<TracerProviderOptions['resource']>;

/** Milliseconds that a collector may take for a batch, and for the last ones when this process stops. */
const PATIENCE = 3_000;
/** Of an attribute: a client may call an operation whatever it likes. */
const LONGEST_VALUE = 128;

// The package that makes these is not for those who export no metrics; spans read the attributes alone.
function resourceOf(serviceName: string): Resource {
  const attributes = { 'service.name': serviceName, 'telemetry.sdk.language': 'nodejs' };
  const resource: Resource = {
    attributes,
    merge: () => resource,
    getRawAttributes: () => Object.entries(attributes),
  };
  return resource;
}

/** Tells the log when spans begin to be lost, and when they no longer are. */
function telling(exporter: SpanExporter, log: Logger): SpanExporter {
  let isLosing = false;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        const failed = result.error !== undefined;
        if (failed && !isLosing) log.warn({ err: result.error }, 'spans cannot be sent, and are lost');
        if (!failed && isLosing) log.info('spans are sent again');
        isLosing = failed;
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, enough]).finally(() => clearTimeout(timer));
}

export type ExporterOptions = { readonly endpoint: string; readonly serviceName: string; readonly log: Logger };

/** Sends spans in batches, beside what is done for requests: what a collector does not take in time is dropped. */
export function openExporter({ endpoint, serviceName, log }: ExporterOptions) {
  // The endpoint is that of all signals. (OpenTelemetry Protocol Exporter, "Endpoint URLs for OTLP/HTTP")
  const url = new URL('v1/traces', endpoint.endsWith('/') ? endpoint : `${endpoint}/`).href;
  const exporter = telling(new OTLPTraceExporter({ url, timeoutMillis: PATIENCE }), log);
  const provider = new TracerProvider({
    resource: resourceOf(serviceName),
    spanLimits: { attributeValueLengthLimit: LONGEST_VALUE },
    spanProcessors: [new BatchSpanProcessor({ exporter, exportTimeoutMillis: PATIENCE })],
  });
  return {
    tracerOf: (part: string) => provider.getTracer(`agora.${part}`),
    /** Sends the last spans. */
    stop: () =>
      atMost(
        PATIENCE,
        provider.shutdown().catch((error: unknown) => log.warn({ err: error }, 'the last spans could not be sent')),
      ),
  };
}

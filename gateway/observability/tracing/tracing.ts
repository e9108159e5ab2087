import { SpanKind, SpanStatusCode, trace as otel, type Span, type Tracer } from '@opentelemetry/api';
import type { Envelope } from '../../../platform/identity/envelope';
import type { Trace } from '../../context';
import { outcomeOf, type Ended, type Observer } from '../observer';
import { tracedExecutor } from './execution';
import { openExporter, type ExporterOptions } from './exporter';
import { tracedRooms } from './rooms';
import { during, starter, type Place, type Places } from './start';
import { roomSpans } from '../../../platform/subgraph/roomSpans';
import { parentIn } from '../../../platform/subgraph/traceparent';

function endRequest(span: Span, trace: Trace, ended: Ended): void {
  const outcome = outcomeOf(trace, ended);
  const [code] = trace.codes;
  span.setAttributes({
    'agora.outcome': outcome,
    ...(trace.operationName !== undefined && { 'graphql.operation.name': trace.operationName }),
    ...(trace.operationType !== undefined && { 'graphql.operation.type': trace.operationType }),
    ...(ended.status !== undefined && { 'http.response.status_code': ended.status }),
    ...(code !== undefined && { 'error.type': code }),
  });
  // What a client asked wrongly is no error of a server. (OpenTelemetry, semantic conventions for HTTP spans)
  if (outcome === 'failed') span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** Spans of the gateway. Neither variables nor tokens nor texts of documents are in them. */
function spansOf(tracer: Tracer): Observer {
  const start = starter(tracer);
  const requests = new WeakMap<Trace, Span>();
  const places: Places = new WeakMap<Envelope, Place>();
  return {
    begin(trace, { protocol, fields, method }) {
      const parent = parentIn(fields);
      const span = start('gateway.request', parent && otel.wrapSpanContext(parent), {
        kind: SpanKind.SERVER,
        attributes: {
          'network.protocol.name': protocol === 'websocket' ? 'websocket' : 'http',
          ...(method !== undefined && { 'http.request.method': method }),
        },
      });
      requests.set(trace, span);
      trace.step = (name, work) => during(start(`gateway.${name}`, span), work);
    },
    end(trace, ended) {
      const span = requests.get(trace);
      if (span) endRequest(span, trace, ended);
    },
    admit: (admit) => async (operation, context) => {
      const span = requests.get(context.trace);
      if (span) places.set(context.envelope, { span, isLive: false });
      return admit(operation, context);
    },
    executor: (executor, plans) => tracedExecutor(executor, plans, start, places),
    rooms: (rooms) => tracedRooms(rooms, start, places),
  };
}

export function openTracing(options: ExporterOptions) {
  const { tracerOf, stop } = openExporter(options);
  return { observer: spansOf(tracerOf('gateway')), rooms: roomSpans(tracerOf('rooms')), stop };
}

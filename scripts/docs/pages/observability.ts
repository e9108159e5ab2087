import { OBSERVED, SAMPLED } from '../../../gateway/observability/metrics/definitions';
import { SPANS } from '../../../gateway/observability/tracing/spans';
import { ROOM_SPANS } from '../../../platform/subgraph/roomSpans';
import { code, page, table } from '../markdown';

const metrics = Object.entries({ ...OBSERVED, ...SAMPLED }).map(([name, { type, labels, help }]) => [
  code(name),
  type,
  labels.map(code).join(', '),
  help,
]);

const spans = Object.entries({ ...SPANS, ...ROOM_SPANS }).map(([name, { attributes, meaning }]) => [
  code(name),
  meaning,
  attributes.map(code).join(', '),
]);

const METRICS = `Off unless \`METRICS_PORT\` (\`--metrics-port\` of \`npm run gateway\`) is set. They are at \`/metrics\` of that port, in Prometheus' format, beside \`/health\`; with them come the defaults of Node: event loop lag, heap, garbage collection, CPU. No label ever holds an id or anything else without bounds.`;

const SPANS_SENT = `Off unless \`OTEL_EXPORTER_OTLP_ENDPOINT\` (\`--otlp-endpoint\`) is set. They are sent in batches by OTLP over HTTP, in JSON; \`OTEL_EXPORTER_OTLP_HEADERS\` adds headers to that. What the collector does not take in time is dropped. A client's \`traceparent\` and \`tracestate\` are taken on, its decision not to be traced as well, and rooms over HTTP are sent theirs. Variables, tokens, texts of documents and values of statements are in no span.`;

const EXPLAIN = `Staff who send the header \`agora-explain: on\` (over WebSocket, as a connection parameter) get \`extensions.explain\` with a query's or a mutation's answer: the \`plan\` in Apollo's notation, \`milliseconds\` in all, \`cost\`, and \`fetches\`, each with \`room\`, \`operation\` (its name in the plan), \`startedAt\` and \`milliseconds\`, \`bytes\` of its answer, how many \`entities\` it asked for, how many SQL \`statements\` the room sent (null where it runs in another process), and its \`outcome\`. Such an answer comes whole, and is shared with nobody. Others who send it get their answer as ever.`;

/** What can be seen of a gateway that runs. */
export const observabilityPage = (): string =>
  page('Observability', 'What can be seen of a gateway that runs.', [
    '## Metrics',
    METRICS,
    table(['Metric', 'Type', 'Labels', 'Meaning'], metrics),
    '## Spans',
    SPANS_SENT,
    table(['Span', 'Meaning', 'Attributes'], spans),
    '## One answer explained',
    EXPLAIN,
  ]);

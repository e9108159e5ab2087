/** What a span of ours tells. */
type Description = { readonly meaning: string; readonly attributes: readonly string[] };

const OPERATION = ['graphql.operation.name', 'graphql.operation.type'];

/** Every span there is. Names of attributes are those of OpenTelemetry's conventions where it has one. */
export const SPANS = {
  'gateway.request': {
    meaning:
      'A request over HTTP or SSE from its headers to the end of its answer, or an operation on a WebSocket until it is answered or begins. A child of the `traceparent` that the client sends.',
    attributes: [
      ...OPERATION,
      'http.request.method',
      'http.response.status_code',
      'network.protocol.name',
      'agora.outcome',
      'error.type',
    ],
  },
  'gateway.parse': { meaning: 'A document that was not known yet is measured and parsed.', attributes: ['error.type'] },
  'gateway.validate': { meaning: 'It is checked against limits and the schema.', attributes: ['error.type'] },
  'gateway.execute': {
    meaning:
      'An operation is executed. Of equal queries that are joined, only the first has fetches below it. A subscription begins.',
    attributes: [...OPERATION, 'error.type'],
  },
  'gateway.plan': {
    meaning:
      'An operation that was not known yet is planned and compiled. What is deferred is so within its execution.',
    attributes: [...OPERATION, 'error.type'],
  },
  'gateway.fetch': {
    meaning:
      'A room is asked, or subscribed to. Rooms over HTTP are sent its `traceparent`. What an event of a subscription leads to begins a trace of its own, with a link to the subscription.',
    attributes: ['agora.room', 'agora.outcome', 'agora.entities', 'graphql.operation.name', 'error.type'],
  },
} as const satisfies Record<string, Description>;

export type SpanName = keyof typeof SPANS;

import { AsyncLocalStorage } from 'node:async_hooks';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace as otel,
  type Attributes,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import type { ExecutionResult } from 'graphql';
import type { PoolClient } from 'pg';
import type { Room } from './room';
import { parentIn } from './traceparent';
import type { RoomRequest } from './transport';

type Description = { readonly meaning: string; readonly attributes: readonly string[] };
const OPERATION = ['agora.room', 'graphql.operation.name', 'error.type'];

/** Every span of a room. Names of attributes are those of OpenTelemetry's conventions where it has one. */
export const ROOM_SPANS = {
  'room.execute': {
    meaning:
      'A room answers. It is a child of the `gateway.fetch` that asks, in one process and over HTTP alike, or of the `room.execute` of a room that asks another.',
    attributes: OPERATION,
  },
  'room.subscribe': { meaning: 'A room opens a stream of events.', attributes: OPERATION },
  'room.statement': {
    meaning: 'A statement goes to Postgres for a room that answers. Its values are not in it.',
    attributes: ['db.system.name', 'db.namespace', 'db.operation.name', 'db.query.text', 'error.type'],
  },
} as const satisfies Record<string, Description>;

type RoomSpanName = keyof typeof ROOM_SPANS;

/** Shows what rooms do to whoever follows a request. */
export type RoomSpans = {
  /** The same room, which answers below spans. */
  around(room: Room): Room;
  /** Lets the statements of a connection be seen that a room sends while it answers. */
  connected(client: PoolClient, room: string): void;
};

/** What went wrong is told by its code alone: a message may hold what a client has sent. */
function fail(span: Span, code: unknown): void {
  span
    .setAttribute('error.type', typeof code === 'string' ? code : 'INTERNAL')
    .setStatus({ code: SpanStatusCode.ERROR });
}

const codeOf = (error: unknown): unknown =>
  (error as { extensions?: { code?: unknown } }).extensions?.code ?? (error as { code?: unknown }).code;

/** Of a statement that is sent for a promise, as the room's pool sends all of its own. */
function textOf(query: unknown): string | undefined {
  if (typeof query === 'string') return query;
  const { text, submit } = query as { text?: unknown; submit?: unknown };
  return typeof text === 'string' && submit === undefined ? text : undefined;
}

/** @param kind SERVER where rooms are asked over HTTP */
export function roomSpans(tracer: Tracer, kind = SpanKind.INTERNAL): RoomSpans {
  const above = new AsyncLocalStorage<Span>();

  function start(name: RoomSpanName, parent: Span | undefined, attributes: Attributes, of = kind): Span {
    return tracer.startSpan(name, { kind: of, attributes }, parent ? otel.setSpan(ROOT_CONTEXT, parent) : ROOT_CONTEXT);
  }

  /** Does the work below a span that ends with it. */
  async function during<T>(span: Span, work: () => Promise<T>, told: (answer: T) => void = () => {}): Promise<T> {
    try {
      const answer = await work();
      told(answer);
      return answer;
    } catch (error) {
      fail(span, codeOf(error));
      throw error;
    } finally {
      span.end();
    }
  }

  function answering<T extends object>(name: RoomSpanName, room: string, ask: (request: RoomRequest) => Promise<T>) {
    return (request: RoomRequest): Promise<T> => {
      const asks = parentIn(request.propagated ?? {});
      const { operationName } = request;
      const span = start(name, asks ? otel.wrapSpanContext(asks) : above.getStore(), {
        'agora.room': room,
        ...(operationName !== undefined && { 'graphql.operation.name': operationName }),
      });
      return during(
        span,
        () => above.run(span, () => ask(request)),
        (answer) => {
          const [error] = (answer as ExecutionResult).errors ?? [];
          if (error) fail(span, error.extensions.code);
        },
      );
    };
  }

  return {
    around: (room) => ({
      ...room,
      execute: answering('room.execute', room.name, room.execute),
      subscribe: answering('room.subscribe', room.name, room.subscribe),
    }),
    connected(client, room) {
      const send = client.query.bind(client) as (query: unknown, ...rest: unknown[]) => unknown;
      const traced = (query: unknown, ...rest: unknown[]): unknown => {
        const parent = above.getStore();
        const text = textOf(query);
        if (!parent || text === undefined) return send(query, ...rest);
        const attributes = {
          'db.system.name': 'postgresql',
          'db.namespace': room,
          'db.operation.name': /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? '',
          'db.query.text': text,
        };
        const span = start('room.statement', parent, attributes, SpanKind.CLIENT);
        return during(span, async () => send(query, ...rest));
      };
      Object.assign(client, { query: traced });
    },
  };
}

import { SpanKind, SpanStatusCode, type Span } from '@opentelemetry/api';
import type { RoomRequest, Rooms, Transport } from '../../../platform/subgraph/transport';
import { aroundRooms, entitiesIn, fetchOutcome } from '../observer';
import { headersOf } from '../../../platform/subgraph/traceparent';
import { fail, type Place, type Places, type StartSpan } from './start';

/** Of an answer, or of the stream that a subscription begins. */
function end(span: Span, request: RoomRequest, answer: object): void {
  const outcome = fetchOutcome(request, answer);
  span.setAttribute('agora.outcome', outcome);
  if (outcome === 'errors') span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

function lose(span: Span, request: RoomRequest, error: unknown): void {
  span.setAttribute('agora.outcome', fetchOutcome(request, undefined));
  if (request.signal?.aborted !== true) fail(span, error);
  span.end();
}

/** Asks rooms below spans, and tells them below which. */
export function tracedRooms(rooms: Rooms, start: StartSpan, places: Places): Rooms {
  function begin(room: string, request: RoomRequest, { span: above, isLive }: Place): Span {
    const entities = entitiesIn(request);
    const attributes = {
      'agora.room': room,
      ...(entities !== null && { 'agora.entities': entities }),
      ...(request.operationName !== undefined && { 'graphql.operation.name': request.operationName }),
    };
    const links = isLive ? [{ context: above.spanContext() }] : undefined;
    return start('gateway.fetch', isLive ? undefined : above, { kind: SpanKind.CLIENT, attributes, links });
  }

  const around = (transport: Transport, room: string): Transport => {
    const traced =
      <T extends object>(ask: (request: RoomRequest) => Promise<T>) =>
      async (request: RoomRequest): Promise<T> => {
        const place = places.get(request.envelope);
        if (!place) return ask(request);
        const span = begin(room, request, place);
        try {
          const answer = await ask({ ...request, propagated: headersOf(span.spanContext()) });
          end(span, request, answer);
          return answer;
        } catch (error) {
          lose(span, request, error);
          throw error;
        }
      };
    return { execute: traced(transport.execute), subscribe: traced(transport.subscribe) };
  };
  return aroundRooms(rooms, around);
}

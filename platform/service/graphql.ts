import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Envelope } from '../identity/envelope';
import { wantsCallbacks } from '../subgraph/callbacks/protocol';
import type { RoomRequest } from '../subgraph/transport';
import { answer, BadRequest } from './answer';
import { asSent, statusOf } from './errors';
import type { Served } from './served';

type Body = Pick<RoomRequest, 'query' | 'operationName' | 'variables'> & {
  readonly extensions?: { readonly subscription?: unknown };
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws BadRequest */
function readBody(text: string): Body {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new BadRequest(400, 'The body is not JSON.');
  }
  if (!isRecord(body) || typeof body.query !== 'string')
    throw new BadRequest(400, 'The body must be an object with a query.');
  return body as Body;
}

type Visit = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly envelope: Envelope };

async function execute({ room, tell, metrics }: Served, asked: RoomRequest, response: ServerResponse): Promise<void> {
  const { requestId } = asked.envelope;
  const over = metrics.begin();
  try {
    const result = await room.execute(asked);
    over(result.errors ? 'errors' : 'ok');
    answer(response, 200, asSent(result, requestId, tell));
  } catch (error) {
    const errors = tell([error], requestId);
    over('refused');
    answer(response, statusOf(errors), JSON.stringify({ errors }));
  }
}

/** A refusal comes as a plain answer, before there is a stream; with 200 it would be taken for one. */
async function stream({ room, tell, streams }: Served, asked: RoomRequest, response: ServerResponse): Promise<void> {
  const { requestId } = asked.envelope;
  const refuse = (failures: readonly unknown[]) => {
    const errors = tell(failures, requestId);
    answer(response, statusOf(errors), JSON.stringify({ errors }));
  };
  try {
    const events = await room.subscribe(asked);
    if (Symbol.asyncIterator in events) return await streams.send(events, requestId, response);
    return refuse(events.errors ?? []);
  } catch (error) {
    return refuse([error]);
  }
}

/** Answers an operation: with a result, with a stream of events, or by calls. @throws BadRequest */
export async function answerGraphql(served: Served, { request, response, envelope }: Visit, text: string) {
  const { query, operationName, variables, extensions } = readBody(text);
  const { accept, traceparent, tracestate } = request.headers;
  const propagated = typeof traceparent === 'string' ? { traceparent, ...(tracestate && { tracestate }) } : undefined;
  const asked = { query, operationName, variables, envelope, propagated } as RoomRequest;
  if (wantsCallbacks(accept, extensions))
    return served.emitter.serve(served.room, asked, extensions?.subscription, response);
  return accept?.includes('text/event-stream') ? stream(served, asked, response) : execute(served, asked, response);
}

import { getOperationAST, OperationTypeNode, parse } from 'graphql';
import { invalidInput, unavailable } from '../../kernel/errors';
import type { Logger } from 'pino';
import type { RoomRequest, Transport } from '../transport';
import type { Call, Outcome } from './calls';
import { BadCallback, RoomRefusal } from './refusal';
import { leaveStream, type Stream } from './stream';

export type Subscribable = Pick<Transport, 'subscribe'>;

/** @throws AgoraError INVALID_INPUT; GraphQLError when it is no GraphQL */
function checkOperation({ document, query, operationName }: RoomRequest): void {
  const operation = getOperationAST(document ?? parse(query), operationName);
  if (operation?.operation === OperationTypeNode.SUBSCRIPTION) return;
  throw invalidInput('Only a subscription can be answered by calls.');
}

/** @throws RoomRefusal what the room has against it */
async function subscribe(room: Subscribable, request: RoomRequest): Promise<Stream> {
  const answer = await room.subscribe(request);
  if (Symbol.asyncIterator in answer) return answer;
  throw new RoomRefusal(answer.errors ?? []);
}

function objection(outcome: Outcome): Error | null {
  if (outcome.kind === 'undelivered') return unavailable('The router cannot be reached.');
  const { kind, status } = outcome;
  if (kind === 'refused') return new BadCallback(`At the callbackUrl the subscription is not known: ${status}.`);
  const isRouter = status === 204 && /^callback(\/1\.\d+)?$/.test(outcome.protocol);
  return isRouter ? null : new BadCallback('At the callbackUrl there is no router that speaks callback/1.0.');
}

/**
 * Subscribes, and has it confirmed by the router before anything is sent. The room comes first: who may not subscribe makes
 * nobody call anybody.
 * @throws what `refusalOf` makes a refusal of
 */
export async function take(room: Subscribable, request: RoomRequest, call: Call, log: Logger): Promise<Stream> {
  checkOperation(request);
  const stream = await subscribe(room, request);
  const refused = objection(await call({ action: 'check' }));
  if (!refused) return stream;
  leaveStream(stream, log);
  throw refused;
}
